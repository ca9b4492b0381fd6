"""The handouts of a course as print HTML, as files of its site, and as the command makes them."""

import re
import shutil
from pathlib import Path

import pytest

from generator import build, handouts, printing
from generator.handouts import Printable
from generator.typesetting import parse
from tests.conftest import COURSES, Command, all_bytes, mend

ROOT = Path(__file__).parent.parent
STORY = "content/stories/the-cup-of-tea.yml"


def rendered(folder: Path, site: str = "") -> dict[str, Printable]:
    source = build.source(folder)
    reading = build.read(source)
    made = handouts.Source(reading.course, reading.words, source.templates, reading.loading.sizes, site)
    return {sheet.handout.name: sheet for sheet in handouts.render(made)}


@pytest.fixture(scope="module")
def sheets() -> dict[str, Printable]:
    return rendered(COURSES / "tiny/content")


@pytest.fixture(scope="module")
def workbook(sheets: dict[str, Printable]) -> str:
    return sheets["workbook-half-an-hour"].html


@pytest.mark.parametrize(
    "course", sorted(path.name for path in COURSES.iterdir() if (path / "content").is_dir())
)
def test_the_handouts_of_every_course_hold_to_the_vocabulary(course: str) -> None:
    for sheet in rendered(COURSES / course / "content").values():
        parse(sheet.html)


def test_every_item_has_its_sheet_and_every_workshop_its_workbook(sheets: dict[str, Printable]) -> None:
    assert {
        "workbook-half-an-hour",
        "story-the-cup-of-tea",
        "exercise-one-minute",
        "checklist-good-listener",
    } <= set(sheets)


def test_a_workbook_holds_the_sheets_of_its_agenda_and_leads_to_each_of_them(workbook: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', workbook))
    links = re.findall(r'<li><a href="#([^"]+)">', workbook)
    assert links == ["agenda", "lesson-listen-first", "exercise-one-minute", "commitment", "notes"]
    assert set(links) <= ids


def test_a_workbook_says_the_minutes_that_the_session_gives_an_exercise(
    sheets: dict[str, Printable], workbook: str
) -> None:
    assert "<span>15 minutes</span>" in workbook
    assert "<span>5 minutes</span>" in sheets["exercise-one-minute"].html


def test_nothing_points_to_a_place_that_is_not_there(sheets: dict[str, Printable]) -> None:
    for sheet in sheets.values():
        ids = re.findall(r' id="([^"]+)"', sheet.html)
        assert len(ids) == len(set(ids)), sheet.handout.name
        local = set(re.findall(r'<a href="#([^"]+)"', sheet.html))
        assert local <= set(ids), sheet.handout.name


def test_a_course_without_an_address_gives_none_and_one_with_gives_it_to_phones_and_people() -> None:
    without = rendered(COURSES / "glossary/content")
    assert not any('class="square"' in sheet.html or "https://" in sheet.html for sheet in without.values())
    book = rendered(COURSES / "tiny/content", "https://example.org/tea/")["workbook-half-an-hour"].html
    assert 'class="square"' in book
    assert "example.org/tea/workshops/half-an-hour" in book


def test_a_link_to_what_is_in_the_same_workbook_stays_inside_and_others_lead_out(tmp_path: Path) -> None:
    content = tmp_path / "content"
    lesson = content / "lessons/listen-first.yml"
    copy(content)
    purpose = "purpose: See [the lesson](lesson:listen-first) and [tea](story:the-cup-of-tea)."
    mend(content / "exercises/one-minute.yml", "purpose: To feel how long a minute of listening is.", purpose)
    assert lesson.is_file()
    inside = rendered(content)["workbook-half-an-hour"].html
    assert '<a href="#lesson-listen-first">the lesson</a>' in inside
    assert "<a>tea</a>" in inside
    alone = rendered(content, "https://example.org/")["exercise-one-minute"].html
    assert '<a href="https://example.org/lessons/listen-first/">the lesson</a>' in alone


def copy(content: Path) -> None:
    for path, data in all_bytes(COURSES / "tiny/content").items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)


def test_what_decided_a_story_is_left_for_its_readers_to_find(tmp_path: Path) -> None:
    copy(tmp_path / "content")
    mend(tmp_path / STORY, "outcome:", "what_made_the_difference: She gave him time.\noutcome:")
    assert "She gave him time" not in rendered(tmp_path / "content")["story-the-cup-of-tea"].html


def test_turns_of_a_dialogue_have_numbers_by_which_groups_and_the_answer_key_name_them() -> None:
    sheet = rendered(COURSES / "dialogue/content")["story-refund"].html
    (said,) = re.findall(r'<ol class="said">(.*?)</ol>', sheet, re.DOTALL)
    assert re.findall(r"<strong>([^<]+):</strong>", said) == ["Clerk", "Ms Okafor", "Clerk"]


def test_there_is_room_for_as_many_lines_as_the_author_says(tmp_path: Path) -> None:
    copy(tmp_path / "content")
    mend(tmp_path / "content/exercises/one-minute.yml", "  - id: day", "    lines: 9\n  - id: day")
    sheet = rendered(tmp_path / "content")["exercise-one-minute"].html
    assert f'<div class="lines">{"<div></div>" * 9}</div>' in sheet


def test_points_that_count_the_other_way_are_turned_round_already(sheets: dict[str, Printable]) -> None:
    rows = re.findall(
        r"<tr[^>]*><td[^>]*>\d+</td><td[^>]*>[^<]*</td>(.*?)</tr>", sheets["checklist-good-listener"].html
    )
    points = [re.findall(r"</span> (\d)", row) for row in rows]
    assert points == [["0", "1", "2"], ["2", "1", "0"]]


def test_the_site_has_the_sheets_and_all_they_need(tiny: Path) -> None:
    source = build.source(tiny / "content")
    files = build.site(source, build.read(source)).files
    for path, data in files.items():
        if path.startswith("handouts/") and path.endswith(".html"):
            for name in re.findall(r'<link rel="stylesheet" href="([^"]+)"', data.decode()):
                assert f"handouts/{name}" in files, path
    sheet = files["handouts/print.css"].decode()
    assert {f"handouts/{name}" for name in re.findall(r'url\("([^"]+)"\)', sheet)} <= set(files)
    assert not any(path.endswith(".pdf") for path in files)


def test_a_page_leads_to_its_handouts_and_a_list_to_all(tiny: Path, run: Command) -> None:
    built = run(tiny, "extramile", "build")
    assert (built.returncode, built.stderr) == (0, "")
    made = {path for path in all_bytes(tiny / "site") if path.endswith(".pdf")}
    assert "handouts/story-the-cup-of-tea-letter-large.pdf" in made
    page = (tiny / "site/stories/the-cup-of-tea/index.html").read_text()
    assert '<a href="../../handouts/story-the-cup-of-tea-a4.pdf" type="application/pdf">A4</a>' in page
    listed = (tiny / "site/handouts/index.html").read_text()
    links = set(re.findall(r'href="([^"/]+\.(?:pdf|html))"', listed)) - {"index.html"}
    assert links
    for link in links:
        assert (tiny / "site/handouts" / link).is_file()
    again = run(tiny, "extramile", "build", "--no-handouts")
    assert again.returncode == 0
    assert not list((tiny / "site").rglob("*.pdf"))
    assert ".pdf" not in (tiny / "site/stories/the-cup-of-tea/index.html").read_text()


def test_an_id_that_ends_like_a_setting_takes_no_file_from_another(tiny: Path, run: Command) -> None:
    story = tiny / "content/stories/the-cup-of-tea.yml"
    shutil.copy(story, story.with_stem("the-cup-of-tea-large"))
    built = run(tiny, "extramile", "build")
    assert built.returncode == 0, built.stderr
    assert len(list((tiny / "site/handouts").glob("story-*.pdf"))) == 8


def test_two_builds_give_the_same_bytes(tiny: Path, run: Command, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        command = ("extramile", "handouts", "the-cup-of-tea", "half-an-hour", "--out", tmp_path / name)
        assert run(tiny, *command).returncode == 0
        made.append(all_bytes(tmp_path / name))
    assert made[0] == made[1]
    assert "story-the-cup-of-tea-letter.pdf" in made[0]


def test_handouts_are_made_on_demand(tiny: Path, run: Command) -> None:
    made = run(
        tiny, "extramile", "handouts", "the-cup-of-tea", "--paper", "a4", "--large-print", "--out", "to"
    )
    assert made.returncode == 0
    assert [path.name for path in (tiny / "to").iterdir()] == ["story-the-cup-of-tea-a4-large.pdf"]
    wrong = run(tiny, "extramile", "handouts", "no-such-thing")
    assert wrong.returncode == 2
    assert "no-such-thing" in wrong.stderr


def test_a_sign_that_no_font_has_is_told_with_its_place_and_stops_nothing_else(
    tiny: Path, run: Command
) -> None:
    run(tiny, "extramile", "handouts", "--paper", "a4", "--out", "to")
    before = (tiny / "to/story-the-cup-of-tea-a4.pdf").read_bytes()
    mend(tiny / STORY, "She put the kettle on", "She said 茶 and put the kettle on")
    made = run(tiny, "extramile", "handouts", "--paper", "a4", "--out", "to")
    assert made.returncode == 1
    assert f"{STORY}:4:" in made.stderr
    assert "茶 (U+8336)" in made.stderr
    assert (tiny / "to/story-the-cup-of-tea-a4.pdf").read_bytes() == before
    built = run(tiny, "extramile", "build")
    assert built.returncode == 0
    assert "茶 (U+8336)" in built.stderr
    assert (tiny / "site/handouts/story-the-cup-of-tea.html").is_file()
    assert not (tiny / "site/handouts/story-the-cup-of-tea-a4.pdf").exists()


def test_a_choice_without_papers_sets_nothing() -> None:
    source = build.source(COURSES / "tiny/content")
    made = build.press(source, build.read(source), printing.NO_PDFS)
    assert made.sheets
    assert not made.printed

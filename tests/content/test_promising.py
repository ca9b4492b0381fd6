"""What a course has promised its readers, and whether it keeps it."""

from pathlib import Path

import pytest

from generator.content import dump, fix, load
from generator.content.published import fingerprint, kept, written
from generator.content.reading import PUBLISHED
from generator.model import Problem, Published
from tests.content.conftest import Write
from tests.content.folders import CHECKLIST, STORY, codes

TEA, LIST = "stories/tea.yml", "checklists/ears.yml"
FILES = {TEA: STORY, LIST: CHECKLIST}


def publish(folder: Path) -> int:
    """Mends a folder and lists what it publishes, as `check --fix` does."""
    fixed = fix(folder)
    for path, data in fixed.files.items():
        (folder / path).write_bytes(data)
    return fixed.listed


@pytest.fixture
def published(content: Write) -> Path:
    """A course of a story and a checklist that has been published."""
    folder = content(FILES)
    assert publish(folder) == 3
    return folder


def problems(folder: Path) -> list[Problem]:
    return list(load(folder).problems)


def change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


def test_the_list_has_one_thing_a_line(published: Path) -> None:
    lines = (published / PUBLISHED).read_text("utf-8").splitlines()

    assert lines[2:] == [
        "pages:",
        "  - checklists/ears",
        "  - stories/tea",
        "statements:",
        "  - {checklist: ears, revision: 1, statement: s, dimension: d, reverse: false, "
        f"scale: {fingerprint('Never', 'Always')}, text: {fingerprint('S')}}}",
    ]


def test_what_is_listed_stays_as_it_is(published: Path) -> None:
    assert (problems(published), publish(published)) == ([], 0)


def test_nobody_has_to_list_what_is_new(published: Path) -> None:
    (published / "stories/rain.yml").write_text(STORY, "utf-8")

    assert problems(published) == []


def test_a_course_with_errors_lists_nothing(content: Write) -> None:
    assert publish(content({TEA: STORY + "lessons: [nowhere]\n"})) == 0


def test_drafts_are_not_listed(content: Write) -> None:
    assert publish(content({TEA: STORY + "draft: true\n"})) == 0


@pytest.mark.parametrize("left", ["gone", "a draft"])
def test_an_address_that_was_published_leads_somewhere(left: str, published: Path) -> None:
    if left == "gone":
        (published / TEA).unlink()
    else:
        change(published, TEA, "title: T", "title: T\ndraft: true")
    (problem,) = problems(published)

    assert (problem.code, problem.severity) == ("address-gone", "error")
    assert (problem.place.file, problem.place.line, problem.excerpt) == (
        f"content/{PUBLISHED}",
        5,
        "  - stories/tea",
    )
    assert publish(published) == 0


def test_a_new_file_is_named_that_may_take_its_place(published: Path) -> None:
    (published / TEA).rename(published / "stories/a-cup.yml")

    assert problems(published)[0].details["nearest"] == "stories/a-cup.yml"


def test_a_file_that_cannot_be_read_is_still_there(published: Path) -> None:
    (published / TEA).write_text("title: 'T\n", "utf-8")

    assert "address-gone" not in codes(problems(published))


def test_an_item_may_take_the_place_of_another(published: Path) -> None:
    change(published, TEA, "title: T", "title: T\nredirect_from: [tea]")
    (published / TEA).rename(published / "stories/a-cup.yml")

    assert (problems(published), publish(published)) == ([], 1)
    assert "- stories/tea\n" in (published / PUBLISHED).read_text("utf-8")


def test_an_address_can_be_given_up(published: Path) -> None:
    (published / TEA).unlink()
    change(published, PUBLISHED, "  - stories/tea\n", "")

    assert (problems(published), publish(published)) == ([], 0)


def test_a_name_in_use_is_no_former_name(content: Write) -> None:
    folder = content({TEA: STORY + "redirect_from: [rain]\n", "stories/rain.yml": STORY})

    assert codes(problems(folder)) == ["redirect-in-use"]


@pytest.mark.parametrize("name", ["index", "con", "lpt1"])
def test_a_name_that_no_file_can_have_is_no_former_name(name: str, content: Write) -> None:
    folder = content({TEA: STORY + f"redirect_from: [{name}]\n"})

    assert codes(problems(folder)) == ["redirect-reserved"]


def test_a_revision_of_thousands_of_digits_is_told_once(published: Path) -> None:
    with (published / LIST).open("a", encoding="utf-8") as file:
        file.write(f"revision: {'9' * 4_900}\n")

    assert codes(problems(published)) == ["not-a-number"]


def test_two_items_cannot_take_the_place_of_one(content: Write) -> None:
    two = dict.fromkeys((TEA, "stories/rain.yml"), STORY + "redirect_from: [pot]\n")

    assert codes(problems(content(two))) == ["redirect-twice"]


def test_items_of_two_kinds_may_have_had_the_same_name(content: Write) -> None:
    both = {path: text + "redirect_from: [pot]\n" for path, text in FILES.items()}

    assert problems(content(both)) == []


@pytest.mark.parametrize("text", ["text: s", "text: S.", 'text: "“S”"'])
def test_commas_capitals_and_quotes_do_not_change_a_statement(text: str, published: Path) -> None:
    change(published, LIST, "text: S", text)

    assert problems(published) == []


def test_other_words_are_either_mended_or_a_new_revision(published: Path) -> None:
    change(published, LIST, "text: S", "text: Something else")
    (problem,) = problems(published)

    assert (problem.code, problem.place.file, problem.severity) == (
        "statement-reworded",
        f"content/{LIST}",
        "error",
    )
    assert (problem.details["line"], problem.details["least"]) == ("7", "2")
    line = (published / PUBLISHED).read_text("utf-8").splitlines()[6]
    assert line.endswith(f"{problem.details['before']}}}")


def test_whoever_mends_words_says_so_by_asking_for_mends(published: Path) -> None:
    change(published, LIST, "text: S", "text: Something else")
    fixed = fix(published)

    assert codes(fixed.mended) == ["statement-reworded"]
    assert publish(published) == 1
    assert problems(published) == []


def test_or_writes_it_down(published: Path) -> None:
    change(published, LIST, "text: S", "text: Something else")
    details = problems(published)[0].details
    change(published, PUBLISHED, details["before"], details["instead"])

    assert problems(published) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: S", "text: Something else"),
        ("id: d,", "id: other,"),
        ("id: s,", "id: s, reverse: true,"),
        ("[Never, Always]", "[Always, Never]"),
        ("[Never, Always]", "[Never, Sometimes, Always]"),
    ],
)
def test_a_new_revision_may_change_everything(old: str, new: str, published: Path) -> None:
    change(published, LIST, old, new)
    (problem,) = problems(published)
    assert problem.code in ("statement-reworded", "counts-otherwise")
    change(published, LIST, "title: T", "title: T\nrevision: 2")
    assert problems(published) == []
    publish(published)
    assert "revision: 2" in (published / PUBLISHED).read_text("utf-8")


def test_what_counts_otherwise_is_never_settled_by_asking_for_mends(published: Path) -> None:
    change(published, LIST, "id: s,", "id: s, reverse: true,")

    assert (publish(published), codes(problems(published))) == (0, ["counts-otherwise"])


def test_revisions_only_rise(published: Path) -> None:
    change(published, LIST, "title: T", "title: T\nrevision: 2")
    publish(published)
    change(published, LIST, "revision: 2", "revision: 1")

    assert codes(problems(published)) == ["revision-lowered"]


def test_statements_may_come_and_go(published: Path) -> None:
    change(published, LIST, "{id: s, text: S}", "{id: new, text: New}")
    assert (problems(published), publish(published)) == ([], 1)
    change(published, LIST, "{id: new, text: New}", "{id: s, text: Something else}")
    assert codes(problems(published)) == ["statement-reworded"]


def test_statements_follow_a_checklist_to_its_new_name(published: Path) -> None:
    change(published, LIST, "title: T", "title: T\nredirect_from: [ears]")
    change(published, LIST, "text: S", "text: Something else")
    (published / LIST).rename(published / "checklists/hearing.yml")

    assert codes(problems(published)) == ["statement-reworded"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pages: tea\n", "published-damaged"),
        ("statements:\n  - {checklist: ears}\n", "published-damaged"),
        ("pages: [a]\npages: [b]\n", "duplicate-key"),
        ("", None),
        ("# nothing yet\n", None),
        ("pages:\n  - elsewhere/tea\n", None),
    ],
)
def test_a_damaged_list_is_a_problem(text: str, code: str | None, content: Write) -> None:
    folder = content({TEA: STORY, PUBLISHED: text})

    assert codes(problems(folder)) == ([code] if code else [])
    assert code is None or PUBLISHED not in fix(folder).files


def test_a_list_elsewhere_is_not_read(content: Write, tmp_path: Path) -> None:
    folder = content({TEA: STORY})
    (tmp_path / "elsewhere.yml").write_text("pages: [stories/pot]\n", "utf-8")
    (folder / PUBLISHED).symlink_to(tmp_path / "elsewhere.yml")

    assert codes(problems(folder)) == ["symlink"]
    assert fix(folder).files == {}


def test_a_list_that_is_written_is_read_as_it_was(content: Write) -> None:
    folder = content(FILES)
    listed = kept(load(folder).course, Published())
    (folder / PUBLISHED).write_text(written(listed), "utf-8")

    assert load(folder).promised.published == listed
    assert PUBLISHED not in dump(load(folder).course)

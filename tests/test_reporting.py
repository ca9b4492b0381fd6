"""The report for people and for programs."""

import json
from datetime import date
from pathlib import Path

from generator.content import load_wording
from generator.prose import paragraphs
from generator.reporting import as_json, as_text
from generator.views.report import report
from tests.conftest import Command
from tests.views.sample import course, lesson, story

WORDS = load_wording(Path(__file__).parents[1] / "templates/wording", "en")
TODAY = date(2028, 1, 1)
OF = report(
    course(
        lessons=[lesson("one", objectives=["Ask"], title="\x1b[31mOne\n::error::")],
        stories=[story("tea", review_by="2027-06-30", title="Tea " * 40)],
    ),
    paragraphs,
)


def test_people_read_a_table_with_its_columns_below_one_another() -> None:
    *_, head, first, second = as_text(OF, WORDS, TODAY).splitlines()
    assert head.index("Words") == head.index("Kind") - 7
    assert {first.index("Lesson") if "Lesson" in first else first.index("Story"), head.index("Kind")} == {
        head.index("Kind")
    }
    assert "…" in first + second


def test_people_read_what_is_missing_and_overdue() -> None:
    text = as_text(OF, WORDS, TODAY)
    assert "Objectives that nothing practises: 1\n  lessons/one.yml: " in text
    assert "  stories/tea.yml: 2027-06-30\n" in text


def test_a_hostile_title_moves_no_cursor_and_gives_no_command() -> None:
    text = as_text(OF, WORDS, TODAY)
    assert "\x1b" not in text
    assert not any(line.startswith("::") for line in text.splitlines())


def test_programs_read_all_of_it() -> None:
    data = json.loads(as_json(OF, WORDS, TODAY))
    assert data["gaps"]["objectives_without_practice"][0]["what"] == "Ask"
    assert data["overdue"] == ["stories/tea.yml"]
    assert {text["id"]: text["length"] for text in data["texts"]} == {"one": "short", "tea": "short"}


def test_the_command_shows_a_course(tiny: Path, run: Command) -> None:
    assert "Lessons without a story: 0" in run(tiny, "extramile", "report").stdout
    told = run(tiny, "extramile", "report", "--format", "json", "--on", "2099-01-01")
    assert told.returncode == 0
    assert {text["kind"] for text in json.loads(told.stdout)["texts"]} >= {"lesson", "story", "workshop"}
    assert run(tiny, "extramile", "report", "--on", "tomorrow").returncode == 2

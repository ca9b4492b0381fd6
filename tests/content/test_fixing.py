"""What is mended in authors' files, and what is left to them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import load
from generator.content.fixing import fix
from tests.content.conftest import Write
from tests.content.folders import STORY, codes
from tests.mistakes.laying import SOUND, cases, lay, standing_in

TEA = "stories/tea.yml"
STORY_LINES = (SOUND / "content" / TEA).read_text("utf-8").split("\n")


def fixed(folder: Path) -> tuple[list[str], str]:
    """What was mended in the story, and the story afterwards."""
    done = fix(folder)
    data = done.files.get(TEA, (folder / TEA).read_bytes())
    return codes(done.mended), data.decode()


def test_what_is_certain_is_mended_and_nothing_else_is_touched(content: Write) -> None:
    text = "# A remark\n" + STORY.replace("summary", "sumary").replace("outcome:", "outcome :  ") + "#end"
    told, after = fixed(content({TEA: text}))

    assert (told, after) == (["unknown-key"], text.replace("sumary", "summary"))


def test_line_ends_and_the_byte_order_mark_stay(content: Write) -> None:
    folder = content()
    (folder / "stories").mkdir()
    before = "\ufeff" + STORY.replace("title: T", "title: A: B").replace("\n", "\r\n")
    (folder / TEA).write_bytes(before.encode())

    assert fixed(folder) == (["colon"], before.replace("A: B", '"A: B"'))


def test_several_mistakes_of_a_line_are_mended_one_after_the_other(content: Write) -> None:
    told, after = fixed(content({TEA: STORY.replace("summary: S", "sumary: S: T")}))

    assert (told, after) == (["colon", "unknown-key"], STORY.replace("summary: S", 'summary: "S: T"'))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("title: Tea #5", "cut-by-hash"),
        ("title: “Tea”", "curly-quotes"),
        ("lessons: [listn]\ntitle: T", "unknown-id"),
    ],
)
def test_what_may_be_meant_is_left_to_the_author(line: str, code: str, content: Write) -> None:
    lesson = "title: L\nsummary: S\nbody: B\nkey_learning_point: K\nminutes: 5\nobjectives: [O]\n"
    text = STORY.replace("title: T", line)
    folder = content({TEA: text, "lessons/listen.yml": lesson})

    assert fixed(folder) == ([], text)
    assert code in codes(load(folder).problems)


def test_a_mend_that_would_make_another_problem_is_not_made(content: Write) -> None:
    """To say yes here is to hide what another story links to."""
    link = STORY.replace("body: B", 'body: "[the tea](story:tea)"')
    folder = content({TEA: STORY + "draft: yes\n", "stories/rain.yml": link})

    assert fix(folder).mended == ()


def test_symlinks_are_left_alone(content: Write, tmp_path: Path) -> None:
    folder = content({"stories/rain.yml": STORY})
    outside = tmp_path / "outside.yml"
    outside.write_text("sumary: S\n", "utf-8")
    (folder / TEA).symlink_to(outside)

    assert fix(folder).files == {}


def state(folder: Path) -> set[tuple[str, int, str]]:
    """Every problem by its file, line and code."""
    problems = load(folder, most=10_000).problems
    return {(problem.place.file, problem.place.line, problem.code) for problem in problems}


def write(folder: Path) -> int:
    """Mends a folder; says how much there was to mend."""
    done = fix(folder)
    for path, data in done.files.items():
        (folder / path).write_bytes(data)
    return len(done.mended)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_no_usual_mistake_is_made_worse_and_none_is_mended_twice(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    with standing_in(tmp_path):
        folder = Path("content")
        before = state(folder)
        if write(folder):
            assert state(folder) < before
            assert write(folder) == 0


def _slips() -> st.SearchStrategy[tuple[int, str]]:
    """A row of the story, and what is done to it."""
    return st.tuples(
        st.integers(0, len(STORY_LINES) - 1),
        st.sampled_from(
            ("\t", " ", "- ", "-", "x", ": y", "“", '"', "'", " #z", "cut", "dash", "quote", "double", "swap")
        ),
    )


def _slipped(row: str, slip: str) -> str:
    done = {
        "cut": row[:-1],
        "dash": row.replace("- ", "-", 1),
        "quote": row.replace(": ", ": '", 1),
        "double": f"{row}\n{row}",
        "swap": row[:2] + row[3:4] + row[2:3] + row[4:],
    }
    front = slip in ("\t", " ", "- ", "-", "x")
    return done.get(slip) or (slip + row if front else row + slip)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(slips=st.lists(_slips(), min_size=1, max_size=4))
def test_to_mend_twice_is_to_mend_once_and_nothing_gets_worse(
    slips: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("slips")
    lay(SOUND, folder)
    lines = list(STORY_LINES)
    for row, slip in slips:
        lines[row] = _slipped(lines[row], slip)
    (folder / "content" / TEA).write_text("\n".join(lines), "utf-8")
    before = load(folder / "content", most=10_000).problems
    read_whole = not any("unchecked" in problem.details for problem in before)
    known = state(folder / "content")
    write(folder / "content")

    assert not read_whole or state(folder / "content") <= known
    assert write(folder / "content") == 0

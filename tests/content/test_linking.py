"""What files say of each other."""

import pytest

from generator.content import linking
from generator.content.source import Source
from generator.model import Problem
from tests.content.folders import LESSON, STORY, codes, source_of

KNOWN = {
    "lesson": ["listen"],
    "story": ["tea", "the-long-queue"],
    "exercise": ["practise"],
    "checklist": ["listener"],
    "workshop": ["morning"],
    "path": ["first"],
    "framework": ["cup"],
    "term": ["regular"],
    "course": [],
    "glossary": [],
}


def told(text: str, kind: str = "story") -> list[Problem]:
    return list(linking.check(source_of(kind, "x", text), KNOWN, ["queue.png"]))


def requires(**lessons: str) -> list[Source]:
    return [source_of("lesson", name, f"{LESSON}requires: [{needed}]\n") for name, needed in lessons.items()]


def test_every_id_is_known_under_its_kind_also_of_unreadable_files() -> None:
    sources = [
        source_of("lesson", "listen", LESSON),
        source_of("course", "course", "frameworks: [{id: cup}, {id: [x]}, y]\n"),
        source_of("glossary", "glossary", "terms: [{id: regular}]\n"),
    ]
    names = linking.names(sources, [("story", "tea", "stories/tea.yml")])

    assert names["lesson"] == ("listen",)
    assert names["story"] == ("tea",)
    assert names["framework"] == ("cup",)
    assert names["term"] == ("regular",)


def test_what_leads_somewhere_is_no_problem() -> None:
    assert told(f"{STORY}lessons: [listen]\ncontrast: tea\nimage: queue.png\n") == []


@pytest.mark.parametrize(
    "link", [f"{kind}:{KNOWN[kind][0]}" for kind in ("lesson", "story", "exercise", "path", "term")]
)
def test_a_text_may_link_to_every_kind(link: str) -> None:
    assert told(STORY.replace("body: B", f"body: '[x]({link})'")) == []


def test_an_unknown_id_is_mended_where_it_is_nearly_right() -> None:
    (problem,) = told(f"{STORY}lessons: [lisen]\n")

    assert (problem.code, problem.details["nearest"]) == ("unknown-id", "listen")
    assert (problem.mended, problem.width) == ("lessons: [listen]", 5)


@pytest.mark.parametrize(
    "found", ["stories/the-long-queue.yml", "the-long-queue.yml", "The long queue", "the_long_queue"]
)
def test_a_path_or_a_title_leads_to_the_id(found: str) -> None:
    (problem,) = told(f"{STORY}contrast: {found}\n")

    assert problem.details["nearest"] == "the-long-queue"


def test_an_id_of_another_kind_is_named_as_such() -> None:
    (problem,) = told(f"{STORY}lessons: [practise]\n")

    assert (problem.code, problem.details["other"]) == ("wrong-kind-of-id", "exercise")


def test_an_unknown_id_in_a_text_is_found_by_its_column() -> None:
    (problem,) = told(STORY.replace("body: B", "body: |\n  One.\n  [a](story:tee)"))

    assert (problem.code, problem.place.line, problem.place.column) == ("unknown-id", 5, 13)


def test_nested_references_are_followed() -> None:
    problems = told("agenda: [{lesson: x}, {story: tea}, {exercise: practise}]\n", "workshop")

    assert [problem.field for problem in problems] == [("agenda", 0, "lesson")]


@pytest.mark.parametrize(
    "name",
    ["../queue.png", "images/queue.png", "/etc/passwd", "C:\\x.png", "https://x.example/a.png", ".png"],
)
def test_an_image_is_named_by_its_file_name_alone(name: str) -> None:
    assert codes(told(f"{STORY}image: {name}\n")) == ["image-target"]


@pytest.mark.parametrize(
    ("name", "meant"), [("Queue.png", "queue.png"), ("quue.jpg", "queue.png"), ("kettle.png", "")]
)
def test_an_unknown_image_may_be_nearly_right(name: str, meant: str) -> None:
    (problem,) = told(f"{STORY}image: {name}\n")

    assert (problem.code, problem.details["nearest"]) == ("image-unknown", meant)


def test_the_pictures_of_a_file_are_those_of_its_fields_and_its_texts() -> None:
    source = source_of("story", "x", STORY.replace("body: B", "body: '![a](b.png)'") + "image: a.png\n")

    assert list(linking.image_names(source)) == [("b.png", ("body",)), ("a.png", ("image",))]


def test_every_complaint_about_a_text_becomes_a_problem_at_its_place() -> None:
    problems = told(STORY.replace("body: B", "body: |\n  <b>\n\n  [x](y)\n\n  {: .z}"))

    assert [(p.code, p.place.line, p.place.column) for p in problems] == [
        ("html", 4, 3),
        ("link-target", 6, 7),
        ("attributes", 8, 3),
    ]


def test_lessons_in_a_row_are_no_circle() -> None:
    assert list(linking.cycles(requires(a="", b="a", c="a, b", d="c, gone"))) == []


@pytest.mark.parametrize(
    ("lessons", "circles"),
    [
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "c", "b": "c", "c": "d", "d": "c"}, ["c → d → c"]),
    ],
)
def test_each_circle_is_told_once_and_in_full(lessons: dict[str, str], circles: list[str]) -> None:
    problems = list(linking.cycles(requires(**lessons)))

    assert [problem.details["circle"] for problem in problems] == circles


def test_a_very_long_chain_of_lessons_is_walked() -> None:
    chain = {f"l{n}": f"l{n + 1}" for n in range(3_000)} | {"l3000": "l0"}

    (problem,) = linking.cycles(requires(**chain))
    assert problem.details["circle"].startswith("l0 → l1 → ")


def test_a_text_does_not_link_to_a_draft_unless_it_is_one_itself() -> None:
    text = STORY.replace("body: B", "body: '[x](lesson:listen)'") + "lessons: [listen]\n"
    source, drafts = source_of("story", "x", text), frozenset({("lesson", "listen")})
    own = drafts | {("story", "x")}

    assert codes(linking.check(source, KNOWN, [], drafts)) == ["link-to-draft"]
    assert codes(linking.check(source, KNOWN, [], own)) == []


def test_a_draft_is_known_by_what_is_written() -> None:
    sources = [source_of("story", "tea", "draft: true\n"), source_of("story", "milk", "draft: yes\n")]

    assert linking.drafts(sources) == {("story", "tea")}

"""Rules between the fields of one file."""

import pytest

from generator.content.rules import check
from tests.content.folders import CHECKLIST, EXERCISE, LESSON, STORY, WORKSHOP, codes, source_of


def told(kind: str, text: str) -> list[str]:
    return codes(check(source_of(kind, "tea", text)))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("story", STORY),
        ("lesson", LESSON),
        ("exercise", EXERCISE),
        ("checklist", CHECKLIST),
        ("workshop", WORKSHOP),
    ],
)
def test_a_sound_file_breaks_no_rule(kind: str, text: str) -> None:
    assert told(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("story", STORY + "image: a.png\n", "image-without-alternative"),
        ("story", STORY + "contrast: tea\n", "refers-to-itself"),
        ("story", STORY + "lessons: [a, b, a]\n", "listed-twice"),
        ("story", STORY.replace("source: X\n", ""), "source-not-said"),
        ("story", STORY.replace("source: X\n", "source:\n"), "source-not-said"),
        ("story", STORY.replace("outcome: mixed\n", ""), "outcome-not-said"),
        ("story", STORY.replace("[Q]", "[]"), "questions-not-said"),
        ("story", STORY.replace("discussion_questions: [Q]\n", ""), "questions-not-said"),
        ("lesson", LESSON.replace("body: B\n", ""), "body-missing"),
        ("lesson", LESSON.replace("body: B\n", "body:\n"), "body-missing"),
        ("lesson", LESSON.replace("body: B", "sections: []"), "body-missing"),
        ("lesson", LESSON + "sections: [{heading: H, body: B}]\n", "body-and-sections"),
        ("lesson", LESSON + "quick_check: [{options: [{text: A}, {text: B}]}]\n", "no-correct-option"),
        ("lesson", LESSON + "practice: [{objective: 1}]\n", "practice-of-one-thing"),
        (
            "lesson",
            LESSON + "practice: [{objective: 1, exercise: a, checklist: b}]\n",
            "practice-of-one-thing",
        ),
        ("lesson", LESSON + "practice: [{objective: 2, exercise: a}]\n", "no-such-number"),
        ("lesson", LESSON + "practice: [{objective: 1, quick_check: 1}]\n", "no-such-number"),
        ("lesson", LESSON.replace("minutes: 5\n", ""), "minutes-not-said"),
        ("lesson", LESSON.replace("objectives: [O]\n", ""), "objectives-not-said"),
        ("exercise", EXERCISE.replace("id: a,", "id: a, answer: choice,"), "answer-needs"),
        ("exercise", EXERCISE.replace("id: a,", "id: a, answer: table,"), "answer-needs"),
        ("exercise", EXERCISE.replace("id: a,", "id: a, columns: [x],"), "answer-does-not-use"),
        ("exercise", EXERCISE.replace("}]", "}, {id: a, prompt: B}]"), "id-twice"),
        ("exercise", EXERCISE + "sample_answers: [{step: b, answer: A}]\n", "unknown-step"),
        ("checklist", CHECKLIST.replace("}]}]", "}, {id: s, text: S}]}]"), "id-twice"),
        ("checklist", CHECKLIST.replace("}]}]", "}]}, {id: d, name: D, statements: []}]"), "id-twice"),
        ("checklist", CHECKLIST + "bands: [{from: 1}]\n", "bands-start"),
        ("checklist", CHECKLIST + "bands: [{from: 0}, {from: 50}, {from: 50}]\n", "bands-order"),
        ("workshop", WORKSHOP.replace("activity: A", "notes: N"), "agenda-item-without"),
        ("workshop", WORKSHOP.replace("activity: A", "activity: A, break: B"), "agenda-item-twofold"),
        ("workshop", WORKSHOP.replace("activity: A", "activity: A, min_minutes: 6"), "min-minutes"),
        ("workshop", WORKSHOP + "minutes: 6\n", "agenda-sum"),
        ("course", "language: xx\n", "not-a-language"),
        ("course", "frameworks: [{id: a}, {id: a}]\n", "id-twice"),
        ("course", "frameworks: [{id: a, parts: [{id: b}, {id: b}]}]\n", "id-twice"),
        ("glossary", "terms: [{id: a, term: x}, {id: a, term: y}]\n", "id-twice"),
        ("glossary", "terms: [{id: a, term: x}, {id: b, term: x}]\n", "word-twice"),
        ("glossary", "terms: [{id: a, term: x}, {id: b, term: y, also: [x]}]\n", "word-twice"),
    ],
)
def test_a_broken_rule_is_told_once(kind: str, text: str, code: str) -> None:
    assert told(kind, text) == [code]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("story", STORY + "image: a.png\nimage_alt: A queue\n"),
        ("story", STORY.replace("outcome", "outcom")),
        ("story", STORY.replace("[Q]", "")),
        ("story", STORY + "image: a.png\nimage_alt: ''\n"),
        ("story", STORY + "lessons: [a, b]\n"),
        ("lesson", LESSON + "quick_check: [{options: [{text: A, correct: true}]}]\n"),
        ("lesson", LESSON + "quick_check: [{options: [{text: A, correct: yes}]}]\n"),
        ("lesson", LESSON + "practice: [{objective: 1, exercise: a}]\n"),
        ("lesson", LESSON + "practice: [{objective: one, exercise: a}, {objective: 0, checklist: b}]\n"),
        ("exercise", EXERCISE.replace("id: a,", "id: a, answer: choice, options: [x],")),
        ("checklist", CHECKLIST + "bands: [{from: 0}, {from: 50}]\n"),
        ("checklist", CHECKLIST + "bands: [{from: low}, {from: high}]\n"),
        ("workshop", WORKSHOP + "minutes: 5\n"),
        ("workshop", WORKSHOP.replace("minutes: 5", "minutes: five") + "minutes: 6\n"),
        ("course", "language: pt-BR\n"),
        ("course", "language: English\n"),
        ("glossary", "terms: [{id: a, term: x, also: [X]}, {id: b, term: y}]\n"),
    ],
)
def test_what_is_right_or_somebody_elses_complaint_breaks_no_rule(kind: str, text: str) -> None:
    assert told(kind, text) == []


@pytest.mark.parametrize(
    "kind", ["story", "lesson", "exercise", "checklist", "workshop", "course", "glossary", "path"]
)
@pytest.mark.parametrize(
    "value", ["x", "[]", "[[]]", "[x]", "{a: b}", "[{a: b}]", "[{id: [x]}]", "", "[~, 1]"]
)
def test_values_of_any_shape_are_looked_at_without_harm(kind: str, value: str) -> None:
    keys = (
        "quick_check",
        "steps",
        "sample_answers",
        "dimensions",
        "bands",
        "agenda",
        "terms",
        "frameworks",
        "image",
    )

    told(kind, "".join(f"{key}: {value}\n" for key in (*keys, "contrast", "lessons", "minutes", "language")))


def test_a_second_use_names_the_line_of_the_first() -> None:
    (problem,) = check(source_of("exercise", "a", "steps:\n  - id: a\n  - id: b\n  - id: a\n"))

    assert (problem.place.line, problem.details["first"]) == (4, "2")


def test_an_agenda_that_does_not_add_up_shows_both_sums() -> None:
    (problem,) = check(source_of("workshop", "a", f"{WORKSHOP}minutes: 6\n"))

    assert (problem.details["said"], problem.details["total"]) == ("6", "5")

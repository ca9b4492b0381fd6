"""A file against its type, told in the author's terms."""

from collections.abc import Callable

import pytest

from generator.content.source import Source
from generator.content.validating import validate
from generator.model import FILES, FOLDERS, Lesson, Place, Problem, Story
from tests.content.folders import CHECKLIST, EXERCISE, LESSON, STORY, source_of

Make = Callable[[str], Source]


def told(source: Source) -> list[Problem]:
    return list(validate(source)[1])


def only(source: Source) -> Problem:
    (problem,) = told(source)
    return problem


def test_a_file_that_fits_becomes_an_item_with_the_file_name_as_its_id(story: Make) -> None:
    item, problems = validate(story(STORY))

    assert isinstance(item, Story)
    assert (item.id, item.title, problems) == ("tea", "T", ())


def test_there_is_a_type_for_every_kind() -> None:
    assert FILES.keys() == {*FOLDERS, "course", "glossary"}


def test_spaces_around_a_text_are_not_part_of_it(story: Make) -> None:
    item, _ = validate(story(STORY.replace("title: T", 'title: "  T "')))

    assert isinstance(item, Story)
    assert item.title == "T"


def test_numbers_and_days_and_answers_are_read_from_what_is_written() -> None:
    item, _ = validate(source_of("lesson", "a", LESSON + "review_by: 2027-06-30\ndraft: true\n"))

    assert isinstance(item, Lesson)
    assert (item.minutes, str(item.review_by), item.draft) == (5, "2027-06-30", True)


def test_everything_that_is_missing_is_told_at_once(story: Make) -> None:
    missing = [problem.details["key_name"] for problem in told(story("title: T\n"))]

    assert missing == ["summary", "body", "key_learning_point"]


def test_a_misspelt_key_is_not_missing_as_well(story: Make) -> None:
    problem = only(story(STORY.replace("summary", "sumary")))

    assert (problem.code, problem.place) == ("unknown-key", Place("content/stories/tea.yml", 2, 1))
    assert problem.mended == "summary: S"
    assert problem.width == len("sumary")


def test_a_key_that_resembles_another_only_from_afar_is_not_mended(story: Make) -> None:
    assert only(story(STORY + "weather: x\n")).mended is None


def test_keys_of_an_entry_are_those_of_its_own_type() -> None:
    problem = only(source_of("exercise", "a", EXERCISE.replace("prompt: A", "prompt: A, awnser: date")))

    assert problem.details["nearest"] == "answer"
    assert "awnser" not in problem.details["valid"]


@pytest.mark.parametrize("value", ["", "''", '"  "', "|\n", "~\n" * 0])
def test_nothing_is_said_to_be_empty_however_it_is_written(story: Make, value: str) -> None:
    assert only(story(STORY.replace("title: T", f"title: {value}"))).code == "empty"


def test_a_text_that_is_all_remark_can_be_saved_by_quotes(story: Make) -> None:
    problem = only(story(STORY.replace("title: T", "title: #1")))

    assert (problem.code, problem.mended) == ("hidden-by-hash", 'title: "#1"')


@pytest.mark.parametrize(
    "value", ["5.0", "0x5", "1_0", "05", "5 min", "five", "-5", "1e1", "[5]", "{a: b}", "true", "٥"]
)
def test_only_plain_digits_are_a_number(value: str) -> None:
    assert (
        only(source_of("lesson", "a", LESSON.replace("minutes: 5", f"minutes: {value}"))).code
        == "not-a-number"
    )


@pytest.mark.parametrize(("value", "code"), [("0", "number-too-small"), ("1441", "number-too-large")])
def test_a_number_outside_its_bounds_is_shown_as_it_is(value: str, code: str) -> None:
    problem = only(source_of("lesson", "a", LESSON.replace("minutes: 5", f"minutes: {value}")))

    assert (problem.code, problem.details["length"]) == (code, value)


@pytest.mark.parametrize("value", ["1 May 2027", "2027-2-3", "30.6.2027", "20270630", "2027-W01-1", "[x]"])
def test_only_a_day_of_the_calendar_is_a_day(story: Make, value: str) -> None:
    assert only(story(f"{STORY}review_by: {value}\n")).code == "not-a-day"


def test_a_day_that_no_calendar_has_is_named_as_such(story: Make) -> None:
    assert only(story(f"{STORY}review_by: 2027-02-30\n")).code == "no-such-day"


@pytest.mark.parametrize(
    ("value", "mended"), [("yes", "draft: true"), ("No", "draft: false"), ("on", "draft: true"), ("x", None)]
)
def test_yes_and_no_are_mended_to_true_and_false(story: Make, value: str, mended: str | None) -> None:
    problem = only(story(f"{STORY}draft: {value}\n"))

    assert (problem.code, problem.mended) == ("not-yes-or-no", mended)


def test_a_choice_names_what_there_is_to_choose_from(story: Make) -> None:
    problem = only(story(STORY.replace("mixed", "sad")))

    assert problem.details["valid"] == "delight, letdown, mixed"


@pytest.mark.parametrize("value", ["[delight]", "{delight: x}"])
def test_a_choice_is_a_text(story: Make, value: str) -> None:
    assert only(story(STORY.replace("mixed", value))).code == "text-expected"


@pytest.mark.parametrize(
    ("value", "mended"),
    [
        ("tea", "tags: [tea]"),
        ("tea, milk", "tags: [tea, milk]"),
        ("what a long, long tale to tell", None),
        ("(tea)", None),
        ("tea]", None),
    ],
)
def test_a_text_in_place_of_a_list_is_put_in_brackets_where_that_is_sure(
    story: Make, value: str, mended: str | None
) -> None:
    problem = only(story(f"{STORY}tags: {value}\n"))

    assert (problem.code, problem.mended) == ("list-expected", mended)


def test_a_text_in_place_of_a_list_of_groups_is_not_mended() -> None:
    problem = only(source_of("lesson", "a", LESSON + "phrases: Hello\n"))

    assert (problem.code, problem.mended) == ("list-expected", None)


def test_the_first_dash_without_a_space_is_found(story: Make) -> None:
    problem = only(story(STORY.replace("[Q]", "\n  -Q")))

    assert (problem.code, problem.mended) == ("dash", "  - Q")


def test_a_colon_in_an_entry_does_not_make_it_a_group(story: Make) -> None:
    problem = only(story(STORY.replace("[Q]", "\n  - Why: so?")))

    assert (problem.code, problem.mended) == ("colon", '  - "Why: so?"')


def test_a_group_of_several_keys_is_a_group(story: Make) -> None:
    assert only(story(STORY.replace("[Q]", "\n  - who: a\n    why: b"))).code == "text-expected"


def test_entries_with_mistakes_of_their_own_are_not_too_few() -> None:
    options = "[{text: A, feedback: F, correct: yes}, {text: B, feedback: G}]"
    lesson = f"{LESSON}quick_check: [{{question: Q, options: {options}}}]\n"

    assert only(source_of("lesson", "a", lesson)).code == "not-yes-or-no"


def test_too_few_and_too_many_entries_are_counted() -> None:
    problem = only(source_of("checklist", "a", CHECKLIST.replace("[Never, Always]", "[x]")))

    assert (problem.code, problem.details["length"], problem.details["least"]) == ("too-few", "1", "2")


def test_an_id_is_not_written_in_the_file(story: Make) -> None:
    problem = only(story(f"id: milk\n{STORY}"))

    assert (problem.code, problem.details) == ("id-key", {"id": "tea"})


@pytest.mark.parametrize(
    "value", ["no", "1.10", "2024-02-29", "12:30", "~", "012", "0x1F", "Yes", "1e3", ".inf"]
)
def test_a_text_that_other_programs_misread_is_a_warning(story: Make, value: str) -> None:
    problem = only(story(STORY.replace("title: T", f"title: {value}")))

    assert (problem.code, problem.severity, problem.mended) == (
        "reads-like-a-value",
        "warning",
        f'title: "{value}"',
    )


@pytest.mark.parametrize("value", ['"no"', "'1.10'", "no way", "1.10 €", "Nora", "#tag"[1:]])
def test_a_text_that_nobody_misreads_gives_no_warning(story: Make, value: str) -> None:
    assert told(story(STORY.replace("title: T", f"title: {value}"))) == []


@pytest.mark.parametrize("value", ["yes", "no", "true"])
def test_an_entry_of_a_scale_may_need_quotes(value: str) -> None:
    problem = only(source_of("checklist", "a", CHECKLIST.replace("[Never, Always]", f"[Never, {value}]")))

    assert problem.mended == f'scale: [Never, "{value}"]'


def test_a_remark_that_cuts_a_text_is_a_warning(story: Make) -> None:
    problem = only(story(STORY.replace("title: T", 'title: Desk "4" #4')))

    assert (problem.code, problem.mended) == ("cut-by-hash", 'title: "Desk \\"4\\" #4"')


def test_a_remark_on_a_line_of_its_own_is_a_remark(story: Make) -> None:
    assert told(story(f"# a remark\n{STORY}")) == []


def test_curly_quotes_around_a_whole_title_are_a_warning(story: Make) -> None:
    problem = only(story(STORY.replace("title: T", "title: “Tea”")))

    assert (problem.code, problem.severity, problem.mended) == ("curly-quotes", "warning", 'title: "Tea"')


@pytest.mark.parametrize("value", ["“Tea” and “milk”, she said", '"“Tea”"', "it’s"])
def test_curly_quotes_that_are_meant_are_welcome(story: Make, value: str) -> None:
    assert told(story(STORY.replace("title: T", f"title: {value}"))) == []


def test_an_entry_that_stands_too_far_in_is_a_warning(story: Make) -> None:
    problem = only(story(STORY.replace("[Q]", "\n  - Q\n    - R")))

    assert (problem.code, problem.severity, problem.mended) == ("entry-too-far-in", "warning", "  - R")


def test_a_text_may_go_on_in_the_next_line(story: Make) -> None:
    assert told(story(STORY.replace("[Q]", "\n  - Q\n    goes on"))) == []

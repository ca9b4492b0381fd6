"""What cannot be published in a text."""

import pytest

from generator.content import texts
from generator.model import Problem, Story, Text, marked
from tests.content.folders import STORY, source_of


def told(body: str) -> list[Problem]:
    source = source_of("story", "tea", STORY.replace("body: B", f"body: |\n  {body}"))
    (text,) = (text for text in marked(Story, source.data, Text) if text.at == ("body",))
    return list(texts.check(source, text, lambda kind, _: f"nearest-{kind}"))


@pytest.mark.parametrize(
    ("body", "code", "instead", "mended"),
    [
        ("<i>late</i>", "html", "*late*", "  *late*"),
        ("<EM>so</EM> <b>late</b>", "html", "*late*", "  *so* **late**"),
        ("<b> late</b>", "html", "**late**", None),
        ("<i>late</i> <u>x</u>", "html", "*late*", None),
        ("<a href='x'>y</a>", "html", "[text](https://…)", None),
        ("late<br>", "html-break", "", None),
        ("<p>late</p>", "html-break", "", None),
        ("<div>late</div>", "html", "", None),
    ],
)
def test_html_is_answered_with_markdown(body: str, code: str, instead: str, mended: str | None) -> None:
    first = told(body)[0]

    assert (first.code, first.details["instead"], first.mended) == (code, instead, mended)


def test_an_element_is_told_once_and_shortly() -> None:
    (problem,) = told(f"x <div class='{'y' * 99}'>z</div>")

    assert len(problem.details["found"]) == 60


def test_a_link_with_the_ending_of_a_file_is_mended() -> None:
    (problem,) = told("[x](story:giraffe-bread.yml)")

    assert (problem.code, problem.mended) == ("link-with-ending", "  [x](story:giraffe-bread)")


def test_a_link_to_a_name_that_cannot_be_is_a_link_to_nothing() -> None:
    (problem,) = told("[x](story:Giraffe_bread)")

    assert (problem.code, problem.details["nearest"]) == ("unknown-id", "nearest-story")


def test_a_space_between_the_brackets_of_a_link_is_told() -> None:
    (problem,) = told("[x] (story:giraffe-bread)")

    assert (problem.code, problem.severity) == ("link-with-space", "warning")
    assert problem.mended == "  [x](story:giraffe-bread)"


@pytest.mark.parametrize("body", ["[sic] (really)", "[x] (see below)", "[x](story:giraffe-bread)"])
def test_other_brackets_are_left_alone(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(("body", "codes"), [("a &#8203; b", 1), (r"a \&#8203; b", 0), (r"a \\&#8203; b", 1)])
def test_a_number_that_is_shown_letter_for_letter_is_no_character(body: str, codes: int) -> None:
    assert [problem.code for problem in told(body)] == ["character"] * codes

import pytest
import yaml

from generator.model import TOLD_BY_CHOICE, CourseSettings, Form, Story
from generator.schemas import schema_of
from generator.views.share import PARTS, PRIVATE, TOLD, Proposing, SharePage, share_page
from tests.views.browser import ENGLISH, controls, nameless, shown
from tests.views.sample import WORDS, PlainPen, course, exercise, lesson

LEFT_TO_OTHERS = {
    "contrast": "the people who run the course know which stories stand well beside each other",
    "dialogue": "turns are worked out with somebody who knows the course",
    "image": "a picture is a file of its own, and its rights are looked at",
    "image_alt": "goes with the picture",
    "image_credit": "goes with the picture",
    "drawing": "made for the course, by name",
    "redirect_from": "a story that is new has had no other address",
    "tags": "chosen from those that the course uses",
    "draft": "what is sent is not published before somebody has read it",
    "facilitator_notes": "written by facilitators",
}
"""The keys that the form does not ask for, and why."""


def page_for(**fields: object) -> SharePage:
    """The page of a course with these settings."""
    settings = CourseSettings.model_validate({"title": "Service", "id": "service", **fields})
    tells = exercise("tell", comes_out_as="story", title="Tell it")
    whole = course(
        settings=settings, lessons=(lesson("listen"), lesson("ask")), exercises=(tells, exercise("do"))
    )
    return share_page(whole, PlainPen(), WORDS.__class__("en", {}, ENGLISH.problems))


def test_the_form_asks_for_every_key_of_a_story_that_its_teller_can_answer() -> None:
    asked = [key for keys in PARTS.values() for key in keys]
    assert len(asked) == len(set(asked))
    assert {*asked} == schema_of("story")["properties"].keys() - LEFT_TO_OTHERS.keys()


def test_what_a_story_cannot_do_without_is_needed_and_so_are_choices() -> None:
    required = {key for key, field in Story.model_fields.items() if field.is_required() and key != "id"}
    assert {*page_for().needed} == required | TOLD_BY_CHOICE.keys()


def test_each_key_has_the_control_that_fits_its_schema() -> None:
    fields = {field.key: field for part in page_for().parts for field in part.fields}
    assert [option.value for option in fields["told_as"].options] == list(TOLD_BY_CHOICE["told_as"])
    assert [option.value for option in fields["lessons"].options] == ["listen", "ask"]
    assert {field.control for field in fields.values()} == {
        "line",
        "area",
        "choice",
        "several",
        "day",
        "url",
        "kept",
    }
    for key, field in fields.items():
        form = schema_of("story")["properties"][key].get("x-form")
        assert (field.control == "line") == (form == Form.PLAIN), key


def test_a_course_without_lessons_does_not_ask_for_them() -> None:
    page = share_page(course(), PlainPen(), WORDS.__class__("en", {}, ENGLISH.problems))
    assert "lessons" not in [field.key for part in page.parts for field in part.fields]


def test_every_control_has_a_name_and_its_hint() -> None:
    page = shown(page_for())
    assert nameless(page) == []
    ids = {element.attributes.get("id") for tag in ("p", "input", "textarea") for element in page.all(tag)}
    described = [
        control for control in controls(page.one("form")) if "aria-describedby" in control.attributes
    ]
    assert len(described) == 14
    assert all({*control["aria-describedby"].split()} <= ids for control in described)


def test_what_can_be_wrong_is_said_in_the_words_of_the_checks() -> None:
    told = page_for().told
    assert told["too-long"] == "{field} is too long: {length} characters, at most {most}; shorten it"
    assert told["missing-key"] == ENGLISH.problem("missing-key").in_form
    assert {*told} == {*TOLD, *PRIVATE}
    assert told["private-phone"].endswith("; share_keep_how")


def test_exercises_that_come_out_as_a_story_can_be_gone_on_with() -> None:
    assert page_for().exercises == {"tell": "Tell it"}


@pytest.mark.parametrize(
    "repository", ["https://github.com/o/r", "https://github.com/o/r/", "https://github.com/o/r.git"]
)
def test_on_github_a_link_begins_a_new_story(repository: str) -> None:
    page = page_for(repository=repository, branch="trunk")
    address = "https://github.com/o/r/new/trunk/content/stories"
    assert page.proposing == Proposing("github", address, "share_propose_github")
    assert address in [link.attributes.get("href") for link in shown(page).all("a")]


@pytest.mark.parametrize("host", ["gitlab.com", "gitlab.example.org"])
def test_on_gitlab_too(host: str) -> None:
    page = page_for(repository=f"https://{host}/g/o/r.git")
    address = f"https://{host}/g/o/r/-/new/main/content/stories"
    assert page.proposing == Proposing("gitlab", address, "share_propose_gitlab")


@pytest.mark.parametrize(
    "repository", [None, "https://git.example.org/o/r", "https://github.com.example.org/o/r"]
)
def test_elsewhere_there_is_no_such_link(repository: str | None) -> None:
    page = page_for(repository=repository)
    assert page.proposing is None
    links = [link for link in shown(page).all("a") if "data-propose" in link.attributes]
    assert links == []


def test_the_example_is_a_whole_story_in_ten_lines() -> None:
    code = shown(page_for()).all("code")[-1]
    (text,) = code.children
    assert len(str(text).splitlines()) == 10
    assert Story.model_validate({"id": "umbrella-last-bus", **yaml.safe_load(str(text))}).title

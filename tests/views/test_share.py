import pytest
import yaml

from generator.model import CourseSettings, Story
from generator.views.share import SharePage, share_page
from tests.views.browser import shown
from tests.views.sample import WORDS, PlainPen, course


def page_for(**fields: object) -> SharePage:
    """The page of a course with these settings."""
    settings = CourseSettings.model_validate({"title": "Service", "id": "service", **fields})
    return share_page(course(settings=settings), PlainPen(), WORDS)


@pytest.mark.parametrize(
    "repository", ["https://github.com/o/r", "https://github.com/o/r/", "https://github.com/o/r.git"]
)
def test_on_github_a_link_begins_a_new_story(repository: str) -> None:
    page = page_for(repository=repository, branch="trunk")
    assert page.new_file == "https://github.com/o/r/new/trunk/content/stories"
    assert page.new_file in [link["href"] for link in shown(page).all("a")]


@pytest.mark.parametrize("repository", [None, "https://gitlab.com/o/r", "https://github.com.example.org/o/r"])
def test_elsewhere_there_is_no_such_link(repository: str | None) -> None:
    page = page_for(repository=repository)
    assert page.new_file == ""
    assert [link["href"] for link in shown(page).all("a")] == ["/stories/index", "/guide/index"]


def test_the_example_is_a_whole_story_in_ten_lines() -> None:
    (code,) = shown(page_for()).one("pre").one("code").children
    assert len(str(code).splitlines()) == 10
    assert Story.model_validate({"id": "umbrella-last-bus", **yaml.safe_load(str(code))}).title

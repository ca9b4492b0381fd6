"""The guide for authors: its keys are those of the model, its messages those of the check."""

from pathlib import Path

import pytest

from generator.content import load
from generator.model import FILES
from generator.prose import Scribe
from generator.schemas import schema_of, walk
from generator.views.authors import GroupPage, KeysPage, MessagesPage, TextPage, guide_pages
from generator.views.page import View
from tests.views.browser import ENGLISH, shown
from tests.views.sample import PlainPen

PAGES: dict[str, View] = {
    view.head.address: view for view in guide_pages(lambda address: Scribe(address), ENGLISH)
}
GROUPS = [view for view in PAGES.values() if isinstance(view, GroupPage)]


def page(address: str) -> View:
    return PAGES[f"guide/{address}"]


def test_every_page_can_be_reached_from_the_first_one() -> None:
    """Through the page of messages; the pen writes addresses as they are."""
    linked = set()
    for view in guide_pages(lambda _: PlainPen(), ENGLISH):
        if view.head.address in ("guide/index", "guide/messages/index"):
            links = [link["href"].removeprefix("/") for link in shown(view).all("a")]
            linked |= {link.partition("#")[0] for link in links}
    assert PAGES.keys() <= linked
    assert "share" in linked


@pytest.mark.parametrize("kind", FILES)
def test_a_page_of_keys_has_every_key_of_its_kind_with_its_meaning(kind: str) -> None:
    view = page(f"keys/{kind}")
    assert isinstance(view, KeysPage)
    text = "".join(shown(view).text.split())
    named = [code.text for term in shown(view).all("dt") for code in term.all("code")]
    keys = list(walk(schema_of(kind)))
    assert sorted(named) == sorted(path[-1] for path, _, _ in keys)
    for _, schema, _ in keys:
        assert "".join(Scribe("x").line(schema["description"]).striptags().split()) in text


def test_keys_that_every_file_has_stand_first() -> None:
    view = page("keys/story")
    assert isinstance(view, KeysPage)
    assert [key.name for key in view.required] == ["title", "summary", "body", "key_learning_point"]
    assert not any(key.required for key in view.optional)


def test_every_message_stands_on_the_page_of_its_group() -> None:
    """Its code is its anchor, so that a link leads to it."""
    listed = page("messages/index")
    assert isinstance(listed, MessagesPage)
    codes = [message.link.text for group in listed.groups for message in group.messages]
    assert codes == list(ENGLISH.problems)
    assert codes == [message.code for view in GROUPS for message in view.messages]
    for view in GROUPS:
        assert {message.code for message in view.messages} <= {part["id"] for part in shown(view).all("h2")}


@pytest.mark.parametrize("code", ENGLISH.problems)
def test_what_is_said_of_a_message_is_what_the_table_says(code: str) -> None:
    message = next(message for view in GROUPS for message in view.messages if message.code == code)
    entry = ENGLISH.problem(code)
    assert [message.mistake, message.mended] == [entry.mistake.rstrip("\n"), entry.mended.rstrip("\n")]
    assert "{" not in message.title
    assert "{" not in message.advice
    assert message.help


def test_a_page_of_messages_shows_each_example_as_it_is_written() -> None:
    for view in GROUPS:
        examples = [
            str(pre.one("code").children[0])
            for figure in shown(view).all("figure")
            for pre in figure.all("pre")
        ]
        assert examples == [text for each in view.messages for text in (each.mistake, each.mended) if text]


def test_pages_of_messages_are_not_found_by_those_who_look_for_the_course() -> None:
    for address, view in PAGES.items():
        assert view.head.weight < 1
        assert view.head.searchable == (view not in GROUPS), address


def test_the_annotated_story_is_whole_and_has_nothing_to_mend(tmp_path: Path) -> None:
    view = page("example")
    assert isinstance(view, TextPage)
    (tmp_path / "stories").mkdir()
    (tmp_path / "course.yml").write_text("title: T\nid: t\n")
    (tmp_path / "stories/the-umbrella.yml").write_text("\n".join(section.code for section in view.sections))
    assert load(tmp_path).problems == ()
    assert len(load(tmp_path).course.stories) == 1


@pytest.mark.parametrize("name", [name for name in ENGLISH.guide if name != "messages"])
def test_a_page_of_texts_has_all_of_them_and_leads_on(name: str) -> None:
    view = page(name)
    assert isinstance(view, TextPage)
    seen = shown(view)
    for section in ENGLISH.guide[name].sections:
        assert section.heading in seen.text
        assert section.body
    assert {entry.link.text for entry in view.onwards} == {
        other.title for key, other in ENGLISH.guide.items() if key not in (name, "messages")
    }

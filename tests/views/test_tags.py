from generator.views.tags import tag_anchor, tag_links, tags_page
from tests.views.sample import WORDS, PlainPen, course, lesson, story


def test_the_tag_of_a_page_leads_to_a_section_that_leads_back() -> None:
    whole = course(
        lessons=(lesson("a", tags=("Small gestures",)),), stories=(story("s", tags=("small gestures",)),)
    )
    (link,) = tag_links(whole.lessons[0].tags, PlainPen())
    (section,) = tags_page(whole, PlainPen(), WORDS).sections
    assert link.href == f"/tags#{section.anchor}"
    assert [item.link.href for item in section.items] == ["/lessons/a", "/stories/s"]


def test_every_tag_has_an_anchor_whatever_its_script() -> None:
    tags = ("Café", "信任", "❤", "a & b", "C++")
    assert [tag_anchor(tag) for tag in tags] == [
        "tag-café",
        "tag-信任",
        "tag-2764",
        "tag-a-26-b",
        "tag-c-2b-2b",
    ]


def test_two_spellings_on_one_item_list_it_once() -> None:
    (section,) = tags_page(course(stories=(story("s", tags=("Trust", "trust")),)), PlainPen(), WORDS).sections
    assert len(section.items) == 1

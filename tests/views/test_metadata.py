"""What pages tell search engines, feed readers and paper."""

import json
from datetime import date

import pytest
import yaml

from generator.layout import script_data
from generator.model import Checklist, Course, CourseSettings
from generator.pages import render
from generator.views.feed import FEED
from generator.views.home import home_page
from generator.views.metadata import LONGEST_DESCRIPTION, Metadata, brief, describer
from generator.views.page import Head
from tests.views.browser import ENGLISH, TEMPLATES
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, lesson, path, story

SITE = "https://example.org/service/"
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script> & 'so' \"on\" -->",
    'Backslash \\ and "quotes" \\u003c',
    "Line\u2028separator\u2029and\x85next",
    "😀 信任 é {{ page }} {% raw %}",
    "# not: a [comment] | > - ? !tag *alias &anchor",
]


class SitePen(PlainPen):
    """Knows the way from the home page."""

    def to(self, address: str) -> str:
        return "./" if address == "index" else f"{address.removesuffix('index').rstrip('/')}/"


def whole() -> Course:
    """A course with something of each kind."""
    settings = CourseSettings.model_validate(
        {
            "title": "Service",
            "id": "service",
            "summary": "A course.",
            "objectives": ("Plan *one* act.",),
            "language": "en-GB",
            "licence_url": "https://example.org/licence",
            "repository": "https://example.org/code",
        }
    )
    return course(
        settings=settings,
        lessons=(lesson("listen", minutes=15, objectives=("Hear & be heard.",), tags=("care",)),),
        stories=(story("tea"),),
        exercises=(exercise("ask"), exercise("tell", group="pairs")),
        checklists=(checklist("check"),),
        paths=(path("way", "listen"),),
    )


def told(address: str, kind: str, of: Course | None = None, site: str = SITE, **head: str) -> Metadata:
    """What a page of a course tells."""
    title, description = head.get("title", "A page"), head.get("description", "What it is about.")
    page = Head(address, kind, address.rpartition("/")[2], title, description, source=f"{address}.yml")
    days = {"lessons/listen.yml": date(2027, 3, 1)}
    return describer(of or whole(), WORDS, SitePen(), days, site).describe(page, PlainPen())


def parts(metadata: Metadata) -> dict[str, dict[str, object]]:
    """The objects of the linked data by their type."""
    found = metadata.linked_data["@graph"]
    assert isinstance(found, list)
    return {part["@type"]: part for part in found}


def test_the_home_page_tells_what_the_course_is() -> None:
    home = home_page(whole(), PlainPen(), WORDS).head
    metadata = describer(whole(), WORDS, SitePen(), {}, SITE).describe(home, PlainPen())
    assert parts(metadata) == {
        "Course": {
            "@type": "Course",
            "@id": f"{SITE}#course",
            "url": SITE,
            "name": "Service",
            "description": "A course.",
            "inLanguage": "en-GB",
            "license": "https://example.org/licence",
            "provider": {
                "@type": "Organization",
                "name": "Service",
                "sameAs": "https://example.org/code",
            },
            "teaches": ["Plan *one* act."],
            "timeRequired": "PT15M",
            "hasPart": [
                {
                    "@type": "LearningResource",
                    "@id": f"{SITE}paths/way/",
                    "url": f"{SITE}paths/way/",
                    "name": "Way",
                    "description": "To way.",
                    "timeRequired": "PT15M",
                }
            ],
        }
    }


def test_a_lesson_tells_what_it_teaches_and_how_long_it_takes() -> None:
    resource = parts(told("lessons/listen", "lesson"))["LearningResource"]
    assert resource == {
        "@type": "LearningResource",
        "@id": f"{SITE}lessons/listen/",
        "url": f"{SITE}lessons/listen/",
        "name": "A page",
        "description": "What it is about.",
        "inLanguage": "en-GB",
        "license": "https://example.org/licence",
        "isPartOf": {"@type": "Course", "@id": f"{SITE}#course", "name": "Service", "url": SITE},
        "learningResourceType": "lesson",
        "educationalUse": "self-study",
        "timeRequired": "PT15M",
        "teaches": ["Hear & be heard."],
    }


@pytest.mark.parametrize(
    ("address", "kind", "expected"),
    [
        ("stories/tea", "story", ("case study", "discussion", None)),
        ("exercises/ask", "exercise", ("exercise", "self-study", "PT10M")),
        ("exercises/tell", "exercise", ("exercise", "group work", "PT10M")),
        ("checklists/check", "checklist", ("self-assessment", "self-assessment", None)),
        ("paths/way", "path", ("learning path", "self-study", "PT15M")),
    ],
)
def test_each_kind_of_item_tells_what_it_is_for(
    address: str, kind: str, expected: tuple[str, str, str | None]
) -> None:
    resource = parts(told(address, kind))["LearningResource"]
    names = ("learningResourceType", "educationalUse", "timeRequired")
    assert tuple(resource.get(name) for name in names) == expected


def test_a_self_assessment_tells_what_it_assesses() -> None:
    asked: Checklist = whole().checklists[0]
    resource = parts(told("checklists/check", "checklist"))["LearningResource"]
    assert resource["assesses"] == [dimension.name for dimension in asked.dimensions]


def test_a_licence_without_an_address_is_told_by_its_name() -> None:
    metadata = told("lessons/a", "lesson", course(lessons=(lesson("a"),)))
    assert parts(metadata)["LearningResource"]["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        ("lessons/listen", [("Service", SITE), ("lessons", "lessons/"), ("A page", "lessons/listen/")]),
        ("lessons/index", [("Service", SITE), ("A page", "lessons/")]),
        ("glossary", [("Service", SITE), ("A page", "glossary/")]),
    ],
)
def test_a_page_tells_the_way_to_it(address: str, steps: list[tuple[str, str]]) -> None:
    trail = parts(told(address, "lesson"))["BreadcrumbList"]["itemListElement"]
    assert trail == [
        {"@type": "ListItem", "position": n, "name": name, "item": SITE + place.removeprefix(SITE)}
        for n, (name, place) in enumerate(steps, start=1)
    ]


def test_a_course_without_an_address_gives_links_from_the_page() -> None:
    metadata = told("lessons/listen", "lesson", site="")
    assert metadata.address == ""
    assert parts(metadata)["LearningResource"]["url"] == "/lessons/listen"


def test_a_page_names_its_course_address_day_and_licence_for_paper() -> None:
    metadata = told("lessons/listen", "lesson")
    assert metadata.title == "page_of_course A page Service"
    assert metadata.address == f"{SITE}lessons/listen/"
    assert metadata.day == "2027-03-01"
    assert metadata.changed == "changed March 1, 2027"
    assert metadata.licence == "licence_line CC BY 4.0"


def test_the_home_page_names_the_course_once() -> None:
    assert told("index", "home", title="Service").title == "Service"


def test_home_and_stories_tell_of_the_feed() -> None:
    kinds = {"home": "index", "stories": "stories/index", "story": "stories/tea", "lesson": "lessons/listen"}
    assert {kind for kind, address in kinds.items() if told(address, kind).feed == FEED} == {
        "home",
        "stories",
    }


def test_a_short_description_stays_as_it_is_in_one_line() -> None:
    assert brief("Two\n lines,  and a gap.") == "Two lines, and a gap."
    assert brief("x" * LONGEST_DESCRIPTION) == "x" * LONGEST_DESCRIPTION


def test_a_long_description_is_cut_between_words() -> None:
    text = "word " * 60
    short = brief(text)
    assert len(short) <= LONGEST_DESCRIPTION
    assert short.removesuffix("…").split() == ["word"] * 32


def test_a_language_without_gaps_between_words_is_cut_all_the_same() -> None:
    assert brief("信" * 200) == "信" * (LONGEST_DESCRIPTION - 1) + "…"


@pytest.mark.parametrize("text", HOSTILE)
def test_data_comes_back_from_a_page_as_it_was_and_cannot_end_its_script(text: str) -> None:
    data = {"name": text}
    written = script_data(data)
    assert written.isascii()
    assert not set("<>&'") & set(written)
    assert json.loads(written) == data


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_pass_through_the_front_matter_unharmed(title: str) -> None:
    whole = course(lessons=(lesson("a", title=title, summary=title, objectives=(title,)),))
    pages = render(whole, ENGLISH, TEMPLATES, sizes={}, changed={}, site=SITE)
    (page,) = (page for page in pages if page.path == "lessons/a/index.md")
    front = yaml.safe_load(page.text.split("---\n", 2)[1])
    resource = json.loads(front["jsonld"])["@graph"][0]
    assert resource["name"] == title
    assert not set("<>&") & set(front["jsonld"])
    assert not set('<>"') & set(front["description"])

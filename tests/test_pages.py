import html
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from jinja2 import UndefinedError

from generator.content import load_wording
from generator.layout import heading
from generator.model import Course, Size
from generator.pages import Page, render
from generator.pages import page as lay_out
from generator.views.metadata import Metadata
from generator.views.page import Head, fingerprint
from tests.views.sample import checklist, course, exercise, lesson, path, story

TEMPLATES = Path(__file__).parent.parent / "templates"
WORDS = load_wording(TEMPLATES / "wording", "en")
EXTENSIONS = ["attr_list", "toc"]
"""Those of mkdocs.yml."""

METADATA = Metadata("…", {}, "", "", "", "", "", "")

HOSTILE = [
    "Fish & chips < \"peas\" > 'mash'",
    "<script>alert(1)</script></title>",
    "*Not* _this_ **way** `code` ~~no~~",
    "[a](javascript:alert(1)) ![b](c) <https://example.org>",
    "{ #other .class onclick=alert(1) }",
    "Closed #",
    "&amp; &lt;b&gt; &#42;",
    "{{ page }} {% raw %} {# no #}",
    "!!! note --8<-- [TOC]",
    "1. Emoji 😀 and 信任: \\* | -",
]


def full_lesson(title: str = "A lesson", text: str = "Words.") -> Course:
    """A course whose lesson and story have every field, all with this title and text."""
    common = {
        "title": title,
        "summary": text,
        "key_learning_point": text,
        "action_steps": (text,),
        "image": "queue.png",
        "image_alt": text,
        "image_credit": text,
        "tags": (text,),
        "facilitator_notes": "For the facilitator.",
    }
    taught = lesson(
        "a",
        **common,
        body=None,
        sections=({"heading": title, "body": text}, {"heading": title, "body": text}),
        objectives=(text,),
        requires=("b",),
        stories=("good", "bad", "lone"),
        exercises=("try",),
        checklist="check",
        quick_check=({"question": text, "options": ({"text": text, "feedback": text},) * 2},),
        phrases=({"say": text, "instead_of": text},),
        sources=(text,),
    )
    told = story(
        "good",
        **common,
        contrast="bad",
        what_made_the_difference=text,
        discussion_questions=(text,),
        dialogue=({"who": text, "says": text, "better": text},),
        source=text,
        source_url="https://example.org/?a=1&b=2",
        where=text,
        sector=text,
        told_by=text,
        consent=text,
    )
    return course(
        lessons=(taught, lesson("b", title=title)),
        stories=(told, story("bad", outcome="letdown", title=title), story("lone", outcome="mixed")),
        exercises=(exercise("try", title=title, debrief="For the facilitator."),),
        checklists=(checklist("check"),),
        paths=(path("way", "a", "b"),),
    )


def pages(of: Course, **options: object) -> dict[str, Page]:
    """The pages of a course by their path."""
    sizes = {"queue.png": Size(800, 600)}
    made = render(of, WORDS, TEMPLATES, sizes=sizes, changed={}, **options)  # type: ignore[arg-type]
    return {page.path: page for page in made}


def parts(page: Page) -> tuple[dict[str, object], str]:
    """The front matter and the Markdown of a page."""
    _, front, body = page.text.split("---\n", 2)
    return yaml.safe_load(front), body


def as_html(body: str) -> str:
    return str(markdown.markdown(body, extensions=EXTENSIONS))


class Attributes(HTMLParser):
    """Collects the names of all attributes of all tags."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(shown)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.update(name for name, _ in attrs)


def lines_without_headings(body: str) -> list[str]:
    return [line for line in body.splitlines() if line.strip() and not re.match(r"#|<h[12]", line)]


HTML_OF_AUTHORS = (
    "Words *here*.\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n# code\n\n<b>\n```\n\n- x\n\n  y"
)


@pytest.mark.parametrize("text", ["Words.", HTML_OF_AUTHORS, *HOSTILE])
def test_the_engines_markdown_leaves_everything_but_headings_as_it_is(text: str) -> None:
    plain = text.partition("\n")[0]
    whole = full_lesson(text=plain)
    (first, *others) = whole.lessons
    prose = first.model_copy(update={"sections": (first.sections[0].model_copy(update={"body": text}),)})
    made = pages(whole.model_copy(update={"lessons": (prose, *others)}))
    for page in made.values():
        _, body = parts(page)
        assert lines_without_headings(as_html(body)) == lines_without_headings(body), page.path


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_stays_text_wherever_it_stands(title: str) -> None:
    for page in pages(full_lesson(title)).values():
        front, body = parts(page)
        assert "<" not in f"{front['title']}{front['description']}{front.get('tags')}"
        shown = as_html(body)
        for found in re.findall(r"<h[12] [^>]*>(.*?)</h[12]>", shown):
            assert "<" not in found
        assert "<script" not in shown
        assert not {name for name in Attributes(shown).names if name.startswith("on")}
    front, body = parts(pages(full_lesson(title))["lessons/a/index.md"])
    assert html.unescape(str(front["title"])) == title
    found = re.search(r'<h1 id="page_title">(.*?)</h1>', as_html(body))
    assert found is not None
    assert html.unescape(found[1]) == title


def test_a_page_begins_with_its_title_so_that_search_finds_it_once() -> None:
    for page in pages(full_lesson()).values():
        _, body = parts(page)
        assert body.strip().startswith("# "), page.path


def test_every_anchor_of_a_page_is_there_once() -> None:
    for page in pages(full_lesson("Stories")).values():
        ids = re.findall(r'\sid="([^"]*)"', as_html(parts(page)[1]))
        assert len(ids) == len(set(ids)), page.path


def test_headings_go_down_one_step_at_a_time() -> None:
    for page in pages(full_lesson(text="# Deep\n\nWords.")).values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", as_html(parts(page)[1]))]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_no_page_holds_text_for_facilitators() -> None:
    for page in pages(full_lesson()).values():
        assert "For the facilitator." not in page.text, page.path


def test_lessons_and_stories_link_to_each_other() -> None:
    made = pages(full_lesson())
    assert 'href="../../stories/good/"' in made["lessons/a/index.md"].text
    assert 'href="../../lessons/a/"' in made["stories/good/index.md"].text
    assert 'href="../bad/"' in made["stories/good/index.md"].text
    assert 'href="../good/"' in made["stories/bad/index.md"].text


def test_every_local_link_leads_to_a_page_and_an_anchor_that_are_there() -> None:
    made = pages(full_lesson(), directory_urls=False)
    ids = {path: set(re.findall(r'\sid="([^"]*)"', as_html(parts(page)[1]))) for path, page in made.items()}
    for name, page in made.items():
        here = Path("/site", name).parent
        for target, anchor in re.findall(r'href="(?!https?:)([^"#?]*)(?:\?[^"#]*)?(?:#([^"]*))?"', page.text):
            file = (
                (here / target.replace("index.html", "index.md")).resolve() if target else Path("/site", name)
            )
            path = file.relative_to("/site").as_posix()
            assert path in made, f"{name} → {target}"
            assert not anchor or anchor in ids[path], f"{name} → {target}#{anchor}"


def test_links_to_other_sites_are_marked_and_tell_nothing() -> None:
    shown = pages(full_lesson())["stories/good/index.md"].text
    assert 'href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer external"' in shown


def test_the_right_answer_of_a_quick_check_is_not_marked() -> None:
    options = (
        {"text": "Yes", "feedback": "F.", "correct": True},
        {"text": "No", "feedback": "F."},
    )
    asked = lesson("a", quick_check=({"question": "Well?", "options": options},))
    shown = pages(course(lessons=(asked,)))["lessons/a/index.md"].text
    right, wrong = re.findall(r"<label><input type=.radio.*</label>", shown)
    assert right.replace("Yes", "No").replace(fingerprint("Yes"), fingerprint("No")) == wrong
    assert "checked" not in shown


def test_a_page_says_when_its_file_was_last_changed() -> None:
    taught = course(lessons=(lesson("a"),))
    changed = {"lessons/a.yml": date(2027, 3, 3)}
    made = render(taught, WORDS, TEMPLATES, sizes={}, changed=changed)
    (shown,) = (page.text for page in made if page.path == "lessons/a/index.md")
    assert "Last changed on March 3, 2027" in shown


def test_a_broken_file_gives_a_page_that_tells_its_problems() -> None:
    made = pages(course(lessons=(lesson("a"),)), broken={"lessons/a.yml": ("a.yml:1:1: <oops>", "  x")})
    shown = made["lessons/a/index.md"].text
    assert "a.yml:1:1: &lt;oops&gt;\n  x" in shown
    assert "About a." not in shown


def test_an_error_in_a_view_names_the_file_that_was_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("broken view")

    monkeypatch.setattr("generator.pages.lesson_page", fail)
    with pytest.raises(ValueError, match="broken view") as caught:
        pages(course(lessons=(lesson("a"),)))
    assert caught.value.__notes__ == ["while laying out the page of lessons/a.yml:"]


def test_front_matter_keeps_characters_beyond_the_first_plane() -> None:
    front, _ = parts(pages(course(lessons=(lesson("a", title="Smile 😀"),)))["lessons/a/index.md"])
    assert front["title"] == "Smile 😀"


def test_every_page_tells_the_engine_what_it_is() -> None:
    for page in pages(full_lesson()).values():
        front, _ = parts(page)
        assert front["kind"]
        assert front["id"]
        assert front["description"]


def test_a_name_that_a_template_asks_in_vain_is_an_error(tmp_path: Path) -> None:
    shutil.copy(TEMPLATES / "page.md.jinja", tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "odd.md.jinja").write_text("{{ page.nothing }}")

    class Odd:
        head = Head(address="odd", kind="odd", id="odd", title="Odd", description="…")

    with pytest.raises(UndefinedError, match="nothing"):
        lay_out(tmp_path, Odd(), WORDS, METADATA)


def test_a_heading_keeps_letters_of_every_script() -> None:
    assert heading("Über 信任 #1") == "Über 信任 &#35;1"

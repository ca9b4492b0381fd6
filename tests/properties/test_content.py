"""What holds for every course and every text, whatever an author writes."""

import contextlib
import io
import tempfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.content import dump, load
from generator.content.yamlfile import write
from generator.model import Course, Form, Size, Term
from generator.notices import as_github, as_json, as_text
from generator.prose import Scribe, complaints, mentions, words
from tests.mistakes.laying import words as wording
from tests.properties.courses import IMAGE, courses, plains, proses

_STORY = {"title": "Tea", "summary": "Tea.", "body": "Tea.", "key_learning_point": "Tea."}
_COURSE = b"title: Kind service\nid: kind-service\n"
_ALLOWED = {
    *("p", "em", "strong", "a", "br", "hr", "ul", "ol", "li", "blockquote", "code", "pre", "img", "div"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "href",
    "class",
    "rel",
    "src",
    "alt",
    "width",
    "height",
    "loading",
    "start",
    "tabindex",
    "role",
}
_ATTRIBUTES |= {"aria-label", "scope"}
_HOSTILE = st.lists(
    st.sampled_from(
        (
            *(
                "<script>",
                "</script>",
                "<b onclick=x>",
                "<img src=x onerror=y>",
                "<!--",
                "-->",
                "<![CDATA[",
                "&lt;",
            ),
            *(
                "[a](javascript:x)",
                "[a](data:text/html,x)",
                "![a](x)",
                "<javascript:x>",
                "[a]: data:x",
                "`",
                "```",
            ),
            *(
                "{: onclick=x }",
                "{{ 7*7 }}",
                "{% raw %}",
                '--8<-- "x"',
                "> ",
                "- ",
                "1. ",
                "# ",
                "| a | b |\n|---|---|\n",
            ),
            *(
                "\n",
                "\n\n",
                "    ",
                '"',
                "'",
                "\\",
                "*",
                "_",
                "\u202e",
                "\x00",
                "\u2028",
                "tea",
                "<a\nhref=x>",
                "</div>",
            ),
            *(
                "[a](<x y>)",
                '[a](https://x "t")',
                "[a](https://x@y)",
                "<https://x>",
                "&#x6a;avascript:",
                "::error::x",
            ),
        )
    ),
    max_size=8,
).map("".join)


@contextlib.contextmanager
def _folder(files: Mapping[str, str | bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        for path, text in files.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        yield content


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return out.getvalue()


PICTURE = _picture()


@given(courses())
def test_a_course_that_is_written_and_read_again_is_the_same(course: Course) -> None:
    files = dump(course)
    with _folder({**files, f"images/{IMAGE}": PICTURE}) as content:
        loading = load(content, drafts=True)

    assert not loading.errors
    assert loading.course == course
    assert dump(loading.course) == files


@settings(max_examples=20)
@given(courses())
def test_no_draft_is_left_in_what_is_published(course: Course) -> None:
    with _folder({**dump(course), f"images/{IMAGE}": PICTURE}) as content:
        loading = load(content)

    published = {(kind, item.id) for kind, items in loading.course.items.items() for item in items}
    assert not any(item.draft for items in loading.course.items.values() for item in items)
    assert published <= {(kind, item.id) for kind, items in course.items.items() for item in items}


@given(
    st.sampled_from(
        [*_STORY, "where", "source", "source_url", "tags", "lessons", "image", "draft", "review_by"]
    ),
    st.text() | _HOSTILE,
)
def test_any_text_in_any_field_is_read_or_complained_about(field: str, text: str) -> None:
    with _folder({"course.yml": _COURSE, "stories/tea.yml": write({**_STORY, field: text})}) as content:
        loading = load(content)

    _has_places(loading.problems)
    assert loading.errors or "tea" in loading.course.story


@settings(max_examples=100)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_as_a_story_give_a_course_or_problems_with_their_places(data: bytes) -> None:
    with _folder({"course.yml": _COURSE, "stories/tea.yml": data}) as content:
        loading = load(content)

    _has_places(loading.problems)
    assert [story.id for story in loading.course.stories] == ["tea"]


@settings(max_examples=100)
@given(st.text("-:#|>[]{}&*!%@`'\"\\ \n\tabtitle,?.", max_size=80))
def test_any_signs_as_a_story_give_a_course_or_problems_with_their_places(text: str) -> None:
    sound = write(_STORY)
    with _folder(
        {"course.yml": _COURSE, "stories/tea.yml": sound + text, "stories/milk.yml": text + sound}
    ) as content:
        loading = load(content)

    _has_places(loading.problems)
    assert {story.id for story in loading.course.stories} == {"milk", "tea"}


@given(
    st.integers(0, 600),
    st.integers(0, 40),
    st.sampled_from(["", "\t", " ", ":", "'", '"', "- ", "#", "[", "x"]),
)
def test_a_slip_anywhere_in_a_file_gives_problems_with_their_places(at: int, cut: int, slip: str) -> None:
    for name in ("lessons/listen.yml", "exercises/practise.yml", "workshops/morning.yml", "glossary.yml"):
        text = (Path(__file__).parents[1] / "mistakes/sound/content" / name).read_text("utf-8")
        with _folder({"course.yml": _COURSE, name: text[:at] + slip + text[at + cut :]}) as content:
            _has_places(load(content).problems)


@settings(max_examples=100)
@given(st.text() | _HOSTILE, st.sampled_from(list(Form)))
def test_any_text_can_be_complained_about(text: str, form: Form) -> None:
    for complaint in complaints(text, form):
        assert complaint.code in wording().problems
        assert 0 <= complaint.line <= complaint.last_line
    list(mentions(text, form))
    words(text)


@settings(max_examples=100)
@given(st.text() | _HOSTILE | proses(), st.lists(plains(), max_size=3, unique=True))
def test_any_text_becomes_html_of_allowed_tags(text: str, terms: list[str]) -> None:
    glossary = [Term(id=f"t{number}", term=term, meaning="x") for number, term in enumerate(terms)]
    scribe = Scribe("stories/tea", terms=glossary, sizes={"x": Size(1, 1)})

    for html in (scribe.prose(text), scribe.line(text)):
        _Strict().check(html)


@given(_HOSTILE, _HOSTILE)
def test_the_same_files_give_the_same_problems_in_the_same_order(one: str, other: str) -> None:
    files: dict[str, str | bytes] = {
        "course.yml": write({"title": one, "id": "kind"}),
        "stories/tea.yml": write({**_STORY, "body": other, "lessons": [one, other]}),
        "stories/milk.yml": other,
    }
    told = []
    for _ in range(2):
        with _folder(files) as content, contextlib.chdir(content.parent):
            told.append(load(Path("content")).problems)

    assert told[0] == told[1]


@given(st.text() | _HOSTILE, st.text() | _HOSTILE)
def test_what_is_printed_holds_one_line_a_message_and_no_control_characters(one: str, other: str) -> None:
    files: dict[str, str | bytes] = {
        "course.yml": _COURSE,
        "stories/tea.yml": write({**_STORY, "body": one, "tags": [other], "x": one}),
    }
    with _folder(files) as content, contextlib.chdir(content.parent):
        problems = load(Path("content")).problems
    printed = [*as_text(problems, wording()), *as_github(problems, wording())]

    assert all(line.isprintable() for line in printed)
    assert all(line.startswith(("content/", "  ", "::error ", "::warning ")) for line in printed)
    assert as_json(problems, wording()).isascii()


def _has_places(problems: object) -> None:
    assert isinstance(problems, tuple)
    for problem in problems:
        assert problem.place.file
        assert problem.place.line >= 1
        assert problem.place.column >= 1
    list(as_text(problems, wording()))


class _Strict(HTMLParser):
    """Fails on what is not allowed, and on tags that are not closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def check(self, html: str) -> None:
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED
        for name, value in attrs:
            assert name in _ATTRIBUTES
            if name in ("href", "src"):
                assert (
                    not (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:", "//"))
                )
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

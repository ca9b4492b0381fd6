"""From the HTML of a handout to its PDF: what is let through, what is refused, and what stays text."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.typesetting import NoGlyph, Paper, Setting, Tree, Typesetter, Unlisted, parse, typesetter
from generator.typesetting.shelf import Shelf
from generator.typesetting.tree import BREAK, Node, as_json
from generator.typesetting.typeset import Typeset
from generator.typesetting.vocabulary import CLASSES, TAGS

TEMPLATES = Path(__file__).parent.parent / "templates"
HANDOUTS = TEMPLATES / "handouts"
PAPERS: tuple[Paper, ...] = ("a4", "letter")


def document(body: str, *, language: str = "en-GB", direction: str = "ltr", kinds: str = "") -> str:
    """A handout of a title and this body."""
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><title>Tea</title>'
        '<meta name="running" content="Tea"><meta name="numbers" content="{n} of {total}"></head>'
        f'<body class="{kinds}"><main><h1>Tea</h1>{body}</main></body></html>'
    )


@pytest.fixture(scope="module")
def setter() -> Iterator[Typesetter]:
    with typesetter(TEMPLATES, {}) as made:
        yield made


def text(made: Typeset) -> str:
    """What a reader can copy out of a PDF, with single spaces."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)
    return " ".join(" ".join(pages).replace(BREAK, "").split())


def shown(tree: Tree) -> list[Node | str]:
    """What stands in the body below the title."""
    (main,) = tree.contents.children
    assert isinstance(main, Node)
    return main.children[1:]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<p style="color:red">x</p>', "p[style]"),
        ('<p onclick="x()">x</p>', "p[onclick]"),
        ('<p class="unheard-of">x</p>', "p.unheard-of"),
        ("<form></form>", "form"),
        ('<img src="https://example.org/x.png" alt="">', "https://example.org/x.png"),
        ('<img src="../images/../secret.png" alt="">', "secret.png"),
        ("<p><em>x</p></em>", "the end of p inside em"),
    ],
)
def test_what_the_vocabulary_does_not_list_is_refused(body: str, named: str) -> None:
    with pytest.raises(Unlisted, match=re.escape(named)):
        parse(document(body))


def test_entities_are_read_once_and_spaces_are_one() -> None:
    (paragraph,) = shown(parse(document("<p>a  &amp;lt;\n b</p>")))
    assert isinstance(paragraph, Node)
    assert paragraph.children == ["a &lt; b"]


def test_a_word_longer_than_a_line_can_be_broken_and_a_short_one_stays_whole() -> None:
    (paragraph,) = shown(parse(document(f"<p>{'w' * 90} short {'x' * 20}</p>")))
    assert isinstance(paragraph, Node)
    (said,) = paragraph.children
    assert isinstance(said, str)
    assert said.replace(BREAK, "") == f"{'w' * 90} short {'x' * 20}"
    assert max(map(len, re.split(rf"[ {BREAK}]", said))) <= 20


def test_no_heading_skips_a_level() -> None:
    tree = parse(document("<h4>a</h4><h6>b</h6><h2>c</h2>"))
    assert [node.tag for node in shown(tree) if isinstance(node, Node)] == ["h2", "h3", "h2"]


def test_a_drawing_stays_as_it_stands_and_is_described_by_its_own_words() -> None:
    drawing = '<svg viewBox="0 0 9 9"><title>A ring</title><desc>It is <b></desc><circle r="3"/></svg>'
    (node,) = shown(parse(document(drawing)))
    assert isinstance(node, Node)
    assert node.drawing == drawing
    assert node.attributes["alt"] == "A ring It is"


def test_the_same_document_gives_the_same_letters() -> None:
    assert as_json(parse(document("<p>x</p>"))) == as_json(parse(document("<p>x</p>")))


HOSTILE = [
    '#eval("1 + 1") #let x = 2',
    '#import "@preview/x:1.0.0": * #include "/etc/passwd"',
    "$ a^2 $ *not bold* _not italic_ `not code` = not a heading",
    "</style></script> {{ 7 * 7 }} {% raw %} ${x}",
    "\\u{41} \\ \" ' <label> @reference // comment /* another */ ~ -- ---",
    "It's “quoted” ‘twice’ & 1 < 2 > 0",
    "{page} {n} {total}",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(setter: Typesetter, hostile: str) -> None:
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;")
    body = f"<p>{escaped}</p><h2>{escaped}</h2><ul><li>{escaped}</li></ul>"
    assert text(setter.set(document(body))).count(" ".join(hostile.split())) >= 2


@pytest.mark.parametrize(
    "sample", ["Emoji 😀 ☕ 👍", "Arabic سلام", "Greek Ελλάδα", "Russian Привет", "Polish żółć", "→ ✓ … –"]
)
def test_other_scripts_are_shown(setter: Typesetter, sample: str) -> None:
    assert setter.set(document(f"<p>{sample}</p>")).pages == 1


def test_a_sign_that_no_font_has_is_named(setter: Typesetter) -> None:
    with pytest.raises(NoGlyph) as missing:
        setter.set(document("<p>中 and 文</p>"))
    assert set(missing.value.characters) == {"中", "文"}


def test_a_mark_that_no_font_has_is_named_as_it_is_written(setter: Typesetter) -> None:
    with pytest.raises(NoGlyph) as missing:
        setter.set(document("<p>नमस्ते</p>"))
    assert set(missing.value.characters) == set("नमस्ते")


def test_a_handout_from_right_to_left_is_set_from_there(setter: Typesetter) -> None:
    made = setter.set(document("<p>سلام</p>", language="ar", direction="rtl"))
    assert str(PdfReader(BytesIO(made.pdf)).root_object["/Lang"]) == "ar"


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_has_its_size(setter: Typesetter, paper: Paper) -> None:
    page = PdfReader(BytesIO(setter.set(document("<p>x</p>"), Setting(paper)).pdf)).pages[0]
    size = (round(page.mediabox.width), round(page.mediabox.height))
    assert size == {"a4": (595, 842), "letter": (612, 792)}[paper]


SAMPLES = {
    "ul": "<ul class='{}'><li>WORD</li></ul>",
    "ol": "<ol class='{}'><li>WORD</li></ol>",
    "table": "<table class='{}'><thead><tr><th scope='col'>A</th><th scope='col'>B</th>"
    "<th scope='col'>C</th></tr></thead><tbody><tr><td>WORD</td><td>b</td>"
    "<td><span class='box'></span> 1</td></tr></tbody></table>",
    "nav": "<h2 id='there'>There</h2><nav class='{}'><ol><li><a href='#there'>WORD</a></li></ol></nav>",
    "figure": "<figure class='{}'><svg viewBox='0 0 9 9' aria-label='x'><path d='M0 0h9'/></svg>"
    "<figcaption><p>WORD</p></figcaption></figure>",
    "p": "<p class='{}'><span>WORD</span></p>",
    "a": "<p id='there'>WORD <a class='{}' href='#there'>page {{page}}</a></p>",
    "row": "<table class='scale'><tbody><tr class='{}'><th scope='rowgroup' colspan='3'>WORD</th></tr>"
    "<tr><td>1</td><td>b</td><td>c</td></tr></tbody></table>",
    "cell": "<table><thead><tr><th class='{}' scope='col'>WORD</th></tr></thead></table>",
    "room": "<table><tbody><tr><td>WORD <div class='{}'><div></div></div></td></tr></tbody></table>",
    "span": "<p>WORD <span class='{}'></span></p>",
    "lines": "<p>WORD</p><div class='{}'><div></div><div></div></div>",
    "section": "<section class='{}' id='s'><h2>WORD</h2></section>",
    "sides": "<div class='{}'><h2>WORD</h2><div class='card'><p class='text'>x</p></div></div>",
    "side": "<div class='cards'><h2>One</h2><div class='card {}'><p class='text'>WORD</p></div></div>",
    "show": "<div class='{}'><section class='stretch'><div class='slide'><h2>WORD</h2></div></section></div>",
    "slide": "<div class='slides'><section class='stretch'><div class='slide {}'><h2>WORD</h2></div>"
    "</section></div>",
    "words": "<div class='cards'><h2>One</h2><div class='card'><p class='{}'>WORD</p></div></div>",
}
SHAPES = {
    "show": {"slides"},
    "slide": {"slide", "opening", "statement"},
    "sides": {"cards"},
    "side": {"card", "big"},
    "words": {"name", "text", "cue"},
    "section": {"cover", "sheet"},
    "p": {"kind", "facts", "fields"},
    "lines": {"lines", "notes"},
    "ul": {"choices", "plain"},
    "ol": {"steps", "parts", "said"},
    "nav": {"contents"},
    "figure": {"square", "drawing", "scene"},
    "table": {"grid", "even", "scale"},
    "row": {"group"},
    "cell": {"narrow", "number"},
    "room": {"room"},
    "span": {"box"},
    "a": {"page", "elsewhere", "outward"},
}


@pytest.mark.parametrize("name", sorted(CLASSES))
@pytest.mark.parametrize("size", ["normal", "large"])
def test_every_class_is_set(setter: Typesetter, name: str, size: str) -> None:
    shape = next((shape for shape, names in SHAPES.items() if name in names), None)
    body = SAMPLES[shape].format(name) if shape else f"<div class='{name}'><p>WORD</p><p>more</p></div>"
    assert "WORD" in text(setter.set(document(body, kinds=name), Setting(size=size)))  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", sorted(TAGS - {"img", "br", "hr", "svg"}))
def test_every_tag_is_set(setter: Typesetter, tag: str) -> None:
    inside = {
        "tr": "<table><tbody><tr><td>WORD</td></tr></tbody></table>",
        "li": "<ul><li>WORD</li></ul>",
        "dt": "<dl><dt>WORD</dt><dd>x</dd></dl>",
        "dd": "<dl><dt>x</dt><dd>WORD</dd></dl>",
        "dl": "<dl><dt>x</dt><dd>WORD</dd></dl>",
        "footer": "<p>WORD</p>",
        "figcaption": SAMPLES["figure"],
        **dict.fromkeys(("thead", "tbody", "th", "td"), SAMPLES["table"]),
    }
    body = (inside.get(tag) or SAMPLES.get(tag, f"<{tag}>WORD</{tag}>")).format("")
    foot = "<footer><p>The foot</p></footer>"
    assert "WORD" in text(setter.set(document(f"<br><hr>{body}{foot}")))


def test_every_class_has_a_meaning_in_a_style() -> None:
    """Some say something in one of the two styles only, such as the pages that only a PDF knows."""
    css = "".join(file.read_text() for file in HANDOUTS.glob("*.css.jinja"))
    layout = "".join(file.read_text() for file in HANDOUTS.glob("*.typ"))
    meaningless = {
        name for name in CLASSES if not re.search(rf"\.{name}\b", css) and f'"{name}"' not in layout
    }
    assert meaningless <= {"prose", "grid", "deck"}


def test_a_link_inside_the_document_tells_its_page_on_paper(setter: Typesetter) -> None:
    body = (
        '<p>See <a href="#far">the end</a>.</p><section class="sheet" id="far"><h2>The end</h2></section>'
    ).replace("<p>", '<meta name="on-page" content="page {page}"><p>')
    assert "See the end (page 2)." in text(setter.set(document(body)))


def test_the_address_of_another_site_stands_at_the_foot_of_the_page(setter: Typesetter) -> None:
    body = '<p>Read <a class="em-external" href="https://example.org/tea" rel="noopener">this</a>.</p>'
    assert "https://example.org/tea" in text(setter.set(document(body)))


def test_places_in_another_document_are_filled_in_where_they_are_known(setter: Typesetter) -> None:
    body = '<p>Open <a class="elsewhere" href="#story">workbook page {page}</a>.</p>'
    known = Setting(elsewhere={"story": 7})
    assert "Open workbook page 7." in text(setter.set(document(body), known))
    assert "Open ." in text(setter.set(document(body)))


def test_an_exercise_with_more_room_than_a_page_has_goes_on_behind_it(setter: Typesetter) -> None:
    lines = f'<div class="lines">{"<div></div>" * 40}</div>'
    made = setter.set(document(f'<ol class="steps"><li><p>Write.</p>{lines}</li><li><p>Done.</p></li></ol>'))
    assert made.pages == 2
    assert "Done." in text(made)


def story(name: str, paragraphs: int) -> str:
    told = "Somebody came round the counter with two umbrellas and held the door. " * 3
    return f'<section class="sheet" id="{name}"><h2>Rain</h2>{f"<p>{told}</p>" * paragraphs}</section>'


def test_a_few_lines_more_than_a_page_holds_are_squeezed_onto_it(setter: Typesetter) -> None:
    on_the_last = {}
    for paragraphs in range(8, 30):
        pages = PdfReader(BytesIO(setter.set(document(story("rain", paragraphs))).pdf)).pages
        on_the_last[paragraphs] = (len(pages), pages[-1].extract_text().count("Somebody"))
    assert {count for count, _ in on_the_last.values()} >= {2, 3}
    assert min(lines for _, lines in on_the_last.values()) > 5


def test_a_sheet_among_others_is_as_long_as_it_is_alone(setter: Typesetter) -> None:
    for paragraphs in range(14, 24, 3):
        sheets = story("rain", paragraphs), story("snow", 9), story("hail", paragraphs)
        alone = setter.set(document(sheets[0])).pages
        several = setter.set(document("".join(sheets), kinds="booklet"))
        assert several.places["snow"] - several.places["rain"] == alone - 1
        assert several.pages == 2 * alone


def test_a_wide_table_stays_on_the_paper(setter: Typesetter) -> None:
    cells = "".join(f"<td>{'donaudampfschifffahrt' * 3}{n}</td>" for n in range(8))
    made = setter.set(document(f"<table><tbody><tr>{cells}</tr></tbody></table>"))
    reach: list[float] = []
    page = PdfReader(BytesIO(made.pdf)).pages[0]
    page.extract_text(visitor_text=lambda _text, _cm, tm, _font, _size: reach.append(tm[4]))
    assert max(reach) < page.mediabox.width - 40


@pytest.mark.parametrize("advice", ["Ask two people. " * 9, "Ask two people. " * 30])
def test_a_table_in_large_print_has_room_for_its_longest_column_and_ends_on_the_paper(
    setter: Typesetter, advice: str
) -> None:
    """Narrow columns of long words took that room, and what was kept together went over the foot."""
    names = "<th scope='col' class='narrow'>Percent</th><th scope='col' class='narrow'>It says</th>"
    row = f"<tr><td>0 to 44</td><td>On the first rung, as far as I can see</td><td>{advice}</td></tr>"
    table = f"<table><thead><tr>{names}<th scope='col'>Do</th></tr></thead><tbody>{row * 3}</tbody></table>"
    made = setter.set(document(f"<div class='keep'><h2>Scores</h2>{table}</div>"), Setting("letter", "large"))
    heights: list[float] = []

    def read(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip() and not re.fullmatch(r"\d+ of \d+", text.strip()):
            heights.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5])

    for page in PdfReader(BytesIO(made.pdf)).pages:
        page.extract_text(visitor_text=read)
    assert text(made).count("On the first rung") == 3
    assert min(heights) > 50
    assert (made.pages == 1) == (len(advice) < 200)


def test_the_same_document_gives_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        with typesetter(TEMPLATES, {}) as setter:
            made.append(setter.set(document("<p>x</p>")).pdf)
    assert made[0] == made[1]


def test_what_was_made_before_is_on_the_shelf_until_anything_changes(tmp_path: Path) -> None:
    with typesetter(TEMPLATES, {}, tmp_path) as setter:
        first = setter.set(document("<p>x</p>"))
        (kept,) = tmp_path.iterdir()
        Shelf(tmp_path).put(kept.stem, Typeset(b"from the shelf", 9))
        assert setter.set(document("<p>x</p>")).pdf == b"from the shelf"
        assert setter.set(document("<p>y</p>")).pdf != first.pdf
        assert setter.set(document("<p>x</p>"), Setting("letter")).pdf != first.pdf


@pytest.mark.parametrize(
    "damage", [b"", b"not JSON\n%PDF", b'{"sha256": "0", "pages": 1, "places": {}}\n%PDF', b"[]\n"]
)
def test_a_damaged_document_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    with typesetter(TEMPLATES, {}, tmp_path) as setter:
        first = setter.set(document("<p>x</p>"))
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(damage)
        assert setter.set(document("<p>x</p>")) == first
        assert kept.read_bytes() != damage


def test_a_shelf_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with typesetter(TEMPLATES, {}, tmp_path / "file/below") as setter:
        assert setter.set(document("<p>x</p>")).pages == 1

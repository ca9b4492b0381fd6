"""Authors' Markdown → HTML that is safe to show."""

import re

import pytest

from generator.model import KINDS, Form, Picture, Size, Term
from generator.prose import DEEPEST_NESTING, Complaint, Mention, Scribe, complaints, mentions, words

SIZES = {"queue.png": Size(800, 600)}


def scribe(
    here: str = "stories/tea", *terms: Term, directory_urls: bool = True, smart_quotes: bool = True
) -> Scribe:
    return Scribe(
        here,
        terms=terms,
        sizes=SIZES,
        table_label="A table",
        directory_urls=directory_urls,
        smart_quotes=smart_quotes,
    )


def term(id_: str, word: str, *also: str) -> Term:
    return Term(id=id_, term=word, meaning="M", also=also)


def codes(text: str, form: Form = Form.PROSE) -> list[str]:
    return [complaint.code for complaint in complaints(text, form)]


# ---------------------------------------------------------------- blocks and lines


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("---", "<hr>"),
        ("    code <b>", "<pre><code>code &lt;b&gt;\n</code></pre>"),
        ("```python onclick=x\ncode\n```", "<pre><code>code\n</code></pre>"),
    ],
)
def test_prose_becomes_blocks(text: str, html: str) -> None:
    assert scribe().prose(text) == html


def test_a_line_has_no_block_around_it() -> None:
    assert scribe().line("Say *yes*.") == "Say <em>yes</em>."


@pytest.mark.parametrize(("marks", "level"), [("#", 3), ("##", 3), ("###", 3), ("####", 4), ("######", 6)])
def test_headings_stand_below_those_of_the_page(marks: str, level: int) -> None:
    assert scribe().prose(f"{marks} Title") == f"<h{level}>Title</h{level}>"


def test_a_table_stands_in_a_frame_that_can_be_scrolled_by_keyboard() -> None:
    html = scribe().prose("| a | b |\n|:--|--:|\n| 1 | 2 |")

    assert html.startswith('<div class="em-table" tabindex="0" role="region" aria-label="A table">\n<table>')
    assert html.endswith("</table>\n</div>")
    assert html.count('<th scope="col">') == 2
    assert "style" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('"Yes", she said.', "“Yes”, she said."),
        ("It's", "It’s"),
        ('`"a"`', '<code>"a"</code>'),
    ],
)
def test_quotes_become_curly_outside_of_code(text: str, html: str) -> None:
    assert scribe().line(text) == html


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('> "One.\n>\n> Two.\n>\n> Three."', ["“One.", "“Two.", "“Three.”"]),
        ('> "One.\n>\n> "Two."', ["“One.", "“Two.”"]),
        (
            '> "He said "no".\n>\n> *Two.*\n>\n> Three." (a minute)',
            ["“He said “no”.", "“<em>Two.</em>", "“Three.” (a minute)"],
        ),
        ('> Two times 5".\n>\n> Three.', ['Two times 5".', "Three."]),
        ('> "One.\n>\n> Two.', ["“One.", "Two."]),
        ('> "One."\n>\n> Two.', ["“One.”", "Two."]),
        ('"One.\n\n"Two."', ["“One.", "“Two.”"]),
    ],
)
def test_a_quotation_of_several_paragraphs_has_curly_quotes(text: str, said: list[str]) -> None:
    assert re.findall(r"<p>(.*)</p>", scribe().prose(text).replace("&quot;", '"')) == said


def test_quotes_stay_as_they_are_where_a_language_has_others() -> None:
    assert scribe(smart_quotes=False).line("\"a\" 'b'") == "\"a\" 'b'"


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% raw %}", "$x$", ":smile:", "[ ] a", "~~a~~", "==a==", "(c)", "--", "..."]
)
def test_signs_that_mean_something_elsewhere_are_text_here(text: str) -> None:
    assert scribe().line(text) == text


@pytest.mark.parametrize("text", ["a < b", "a & b", "&lt;", "&amp;lt;", "1 > 0", "<3", "\\<b\\>", "AT&T"])
def test_what_is_not_html_is_shown_letter_for_letter(text: str) -> None:
    html = scribe().line(text)

    assert not re.search(r"<(?!em)", html)
    assert codes(text, Form.LINE) == []


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("here", "directory_urls", "href"),
    [
        ("stories/tea", True, "../milk/"),
        ("stories/tea", False, "../milk/index.html"),
        ("stories/index", True, "milk/"),
        ("stories/index", False, "milk/index.html"),
        ("index", True, "stories/milk/"),
        ("index", False, "stories/milk/index.html"),
        ("lessons/listen", True, "../../stories/milk/"),
        ("lessons/listen", False, "../../stories/milk/index.html"),
        ("about", True, "../stories/milk/"),
        ("about", False, "../stories/milk/index.html"),
    ],
)
def test_a_link_between_items_is_relative_to_its_page(here: str, directory_urls: bool, href: str) -> None:
    html = scribe(here, directory_urls=directory_urls).line("[x](story:milk)")

    assert html == f'<a href="{href}">x</a>'


@pytest.mark.parametrize(
    ("here", "address", "directory_urls", "way"),
    [
        ("stories/tea", "index", True, "../../"),
        ("stories/tea", "index", False, "../../index.html"),
        ("stories/tea", "stories/index", True, "../"),
        ("stories/tea", "stories/index", False, "../index.html"),
        ("stories/tea", "stories/tea", True, "./"),
        ("stories/tea", "stories/tea#end", True, "#end"),
        ("stories/tea", "glossary#cup", True, "../../glossary/#cup"),
        ("stories/tea", "glossary#cup", False, "../../glossary/index.html#cup"),
        ("index", "index", True, "./"),
        ("index", "about", True, "about/"),
    ],
)
def test_an_address_is_reached_from_every_page(
    here: str, address: str, directory_urls: bool, way: str
) -> None:
    assert scribe(here, directory_urls=directory_urls).to(address) == way


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_linked_to(kind: str) -> None:
    assert re.fullmatch(r'<a href="\.\./(\.\./\w+/)?a/">x</a>', scribe().line(f"[x]({kind}:a)"))
    assert codes(f"[x]({kind}:a)") == []


def test_a_term_is_linked_to_its_place_in_the_glossary() -> None:
    assert scribe().line("[x](term:cup)") == '<a href="../../glossary/#cup">x</a>'


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=c&d=e", "http://example.org", "HTTPS://example.org"]
)
def test_a_link_to_the_web_tells_nobody_where_it_was_followed(target: str) -> None:
    html = scribe().line(f"[x]({target})")

    assert 'rel="noopener noreferrer"' in html
    assert 'class="em-external"' in html
    assert codes(f"[x]({target})") == []


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert 'href="https://example.org"' in scribe().line("<https://example.org>")


def test_the_title_of_a_link_is_not_published() -> None:
    assert "secret" not in scribe().line('[x](https://example.org "secret")')


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("javascript:alert(1)", "link-scheme"),
        ("JaVaScRiPt:alert(1)", "link-scheme"),
        ("<java\\script:x>", "link-target"),
        ("data:text/html,x", "link-scheme"),
        ("vbscript:x", "link-scheme"),
        ("file:///etc/passwd", "link-scheme"),
        ("mailto:a@example.org", "link-scheme"),
        ("tel:1", "link-scheme"),
        ("Story:tea", "link-scheme"),
        ("story:Tea", "link-scheme"),
        ("//evil.example/x", "link-target"),
        ("/\\evil.example", "link-target"),
        ("../x.md", "link-target"),
        ("#x", "link-target"),
        ("?x", "link-target"),
        ("", "link-target"),
        ("https:///x", "link-scheme"),
        ("https://a@b.example", "link-hides-address"),
    ],
)
def test_a_link_to_elsewhere_is_complained_about_and_leads_nowhere(target: str, code: str) -> None:
    text = f"[x]({target})"

    assert codes(text) == [code]
    if code != "link-hides-address":
        assert "href" not in scribe().line(text)


@pytest.mark.parametrize(
    "text",
    ["[x][1]\n\n[1]: javascript:a", "<javascript:a>", "[x](&#106;avascript:a)", "[x](java&Tab;script:a)"],
)
def test_no_other_way_of_writing_a_link_gets_past(text: str) -> None:
    assert codes(text) in (["link-scheme"], ["link-target"])
    assert "href" not in scribe().prose(text)


# ---------------------------------------------------------------- pictures


def test_a_picture_has_its_size_and_its_words() -> None:
    html = scribe().prose("![A *long* queue](queue.png)")

    assert html == (
        '<p><img src="../../images/queue.png" alt="A long queue" width="800" height="600" loading="lazy"></p>'
    )


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    assert scribe().line("![A queue](gone.png)") == "A queue"


def test_the_address_and_size_of_a_picture_are_known_to_pages() -> None:
    assert scribe("index").image("queue.png") == Picture("images/queue.png", 800, 600)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![](queue.png)", ["image-without-alternative"]),
        ("![x](../queue.png)", ["image-target"]),
        ("![x](https://tracker.example/a.png)", ["image-target"]),
        ("![x](data:image/png;base64,x)", ["image-target"]),
        ("![ ](/queue.png)", ["image-target", "image-without-alternative"]),
        ("![A queue](queue.png)", []),
    ],
)
def test_a_picture_is_a_file_of_the_course_with_words_for_those_who_cannot_see_it(
    text: str, found: list[str]
) -> None:
    assert codes(text) == found


# ---------------------------------------------------------------- the glossary


LINK = '<a href="../../glossary/#cup" class="em-term">{}</a>'


def test_a_term_is_linked_where_a_page_first_uses_it() -> None:
    page = scribe("stories/tea", term("cup", "cup"))

    assert page.line("A cup, a cup.") == f"A {LINK.format('cup')}, a cup."
    assert page.prose("Another cup.") == "<p>Another cup.</p>"


def test_each_page_begins_anew() -> None:
    for _ in range(2):
        assert LINK.format("cup") in scribe("stories/tea", term("cup", "cup")).line("A cup.")


@pytest.mark.parametrize(
    ("word", "text", "linked"),
    [
        ("cup", "Cup of tea", "Cup"),
        ("cup", "CUP of tea", None),
        ("Cup", "a cup", None),
        ("REAL", "a real cup", None),
        ("REAL", "REAL service", "REAL"),
        ("cup", "cups", None),
        ("cup", "teacup", None),
        ("cup", "cup-bearer", None),
        ("cup", "tea-cup", None),
        ("cup", "a cup's rim", "cup"),
        ("trust cycle", "The trust cycle turns", "trust cycle"),
        ("straße", "Straße", "Straße"),
        ("чашка", "Чашка чая", "Чашка"),
        ("c++", "in c++ there", "c++"),
        ("a.b", "acb", None),
    ],
)
def test_a_term_is_a_whole_word_in_its_own_case_or_at_the_start_of_a_sentence(
    word: str, text: str, linked: str | None
) -> None:
    html = scribe("stories/tea", term("cup", word)).line(text)

    assert html == (
        text.replace("'", "’")
        if linked is None
        else text.replace("'", "’").replace(linked, LINK.format(linked), 1)
    )


def test_other_forms_of_a_term_lead_to_it_too() -> None:
    page = scribe("stories/tea", term("cup", "cup", "cups"))

    assert page.line("Cups and a cup") == f"{LINK.format('Cups')} and a cup"


def test_the_longer_of_two_terms_wins() -> None:
    page = scribe("stories/tea", term("cup", "cup"), term("cup-of-tea", "cup of tea"))

    assert (
        page.line("a cup of tea") == 'a <a href="../../glossary/#cup-of-tea" class="em-term">cup of tea</a>'
    )


@pytest.mark.parametrize(
    "text", ["[a cup](story:milk)", "`cup`", "    cup", "```\ncup\n```", "![cup](queue.png)"]
)
def test_no_term_is_linked_inside_of_links_code_and_pictures(text: str) -> None:
    assert "em-term" not in scribe("stories/tea", term("cup", "cup")).prose(text)


def test_no_term_is_linked_in_a_heading() -> None:
    html = scribe("stories/tea", term("cup", "cup")).prose("# The cup\n\nA cup.")

    assert html == f"<h3>The cup</h3>\n<p>A {LINK.format('cup')}.</p>"


def test_a_term_is_linked_inside_of_emphasis_and_tables() -> None:
    assert LINK.format("cup") in scribe("stories/tea", term("cup", "cup")).line("a **cup**")
    assert LINK.format("cup") in scribe("stories/tea", term("cup", "cup")).prose("| a |\n|---|\n| cup |")


def test_a_term_of_hostile_letters_is_escaped() -> None:
    html = scribe("stories/tea", term("cup", "<b>&")).line("A \\<b>& here")

    assert LINK.format("&lt;b&gt;&amp;") in html


# ---------------------------------------------------------------- what does not survive


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "<!-- secret -->",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "<!DOCTYPE html>",
        "<svg><script>x</script></svg>",
        "<a href='javascript:x'>y</a>",
        "<iframe src=//x>",
        "<details ontoggle=x open>",
        "<style>*{}</style>",
        "<em-checklist></em-checklist>",
        "text\n<div>\nmore",
        "- <b>x</b>",
        "> <b>x</b>",
        "| <b>x</b> |\n|---|",
    ],
)
def test_html_is_complained_about_and_shown_as_text(text: str) -> None:
    html = scribe().prose(text)

    assert "html" in codes(text)
    assert not re.search(r"<(script|img|b|svg|a|iframe|details|style|em-checklist)\b|<[!?]", html)


def test_an_opening_tag_and_its_end_are_one_complaint() -> None:
    assert codes("a <b>b</b> c") == ["html"]
    assert codes("a <b>b</b> <i>c</i>") == ["html", "html"]
    assert codes("b</b> c") == ["html"]


@pytest.mark.parametrize(
    "text", ["x {: onclick=a }", "x {#id}", "x {.class}", "# x { .a #b }", "[x](story:tea){target=_blank}"]
)
def test_attributes_in_braces_are_complained_about(text: str) -> None:
    assert codes(text) == ["attributes"]


@pytest.mark.parametrize("text", ["{{ x }}", "{x}", "{ 1, 2 }", "`{: .a}`", "    {: .a}", "{%"])
def test_other_braces_are_text(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ['--8<-- "x"', '-8<- "x"', ";--8<-- x", "a\n\n  --8<--\n"])
def test_what_includes_files_elsewhere_is_complained_about(text: str) -> None:
    assert codes(text) == ["include"]


def test_lists_in_lists_end_somewhere() -> None:
    deep = "> " * (DEEPEST_NESTING + 4) + "x"

    assert codes(deep) == ["nested-too-deep"]
    assert codes("> " * 100_000 + "x") == ["nested-too-deep"]
    assert codes("> > - x") == []


def test_a_complaint_knows_its_lines_and_what_to_look_for() -> None:
    assert list(complaints("One.\n\nTwo\n<b>.", Form.PROSE)) == [
        Complaint("html", 2, 3, "<b>", {"found": "<b>"})
    ]


@pytest.mark.parametrize("form", [Form.PLAIN, Form.IMAGE])
def test_a_text_that_is_shown_letter_for_letter_needs_no_complaint(form: Form) -> None:
    assert codes("<script>{: .x}</script> --8<--", form) == []


@pytest.mark.parametrize("text", ["https://example.org", "http://example.org/a?b#c", "HTTPS://EXAMPLE.org"])
def test_a_web_address_is_one(text: str) -> None:
    assert codes(text, Form.URL) == []


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "javascript:x",
        "https://",
        "https://a b",
        "//x",
        "ftp://x",
        'https://x"y',
        "https://x<y",
        "mailto:x",
    ],
)
def test_other_addresses_are_none(text: str) -> None:
    assert codes(text, Form.URL) == ["not-a-web-address"]


def test_an_address_that_hides_its_host_misleads() -> None:
    assert codes("https://bank.example@evil.example", Form.URL) == ["link-hides-address"]


# ---------------------------------------------------------------- mentions and words


def test_items_and_pictures_that_a_text_names_are_found_with_their_lines() -> None:
    text = "[a](story:tea)\n\n- ![b](queue.png)\n- [c](term:cup) [d](https://example.org)"

    assert list(mentions(text, Form.PROSE)) == [
        Mention("story", "tea", 0, 0),
        Mention("image", "queue.png", 2, 2),
        Mention("term", "cup", 3, 3),
    ]


@pytest.mark.parametrize("text", ["`[a](story:tea)`", "    [a](story:tea)", "\\[a](story:tea)"])
def test_what_only_looks_like_a_link_names_nothing(text: str) -> None:
    assert list(mentions(text, Form.PROSE)) == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("*One* [two](story:tea)\nthree.", "One two three."),
        ("a < b & c", "a < b & c"),
        ("`code`", "code"),
        ("", ""),
    ],
)
def test_the_bare_words_of_a_text(text: str, bare: str) -> None:
    assert words(text) == bare


@pytest.mark.parametrize("text", ["One.\n\nTwo.", "# One.\n\nTwo.", "- One.\n- Two.", "One.  \nTwo."])
def test_words_of_different_blocks_do_not_run_together(text: str) -> None:
    assert words(text) == "One. Two."

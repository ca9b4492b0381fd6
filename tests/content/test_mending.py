"""Lines as they should be."""

import pytest

from generator.content.mending import mended_line
from generator.content.tree import Mark, Refused


@pytest.mark.parametrize(
    ("code", "lines", "column", "mended"),
    [
        ("colon", ["title: a: b"], 8, 'title: "a: b"'),
        ("colon", ["  - a: b: c"], 8, '  - a: "b: c"'),
        ("colon", ["title: a: b  "], 8, 'title: "a: b"'),
        ("colon", ['title: a: "b"'], 8, 'title: "a: \\"b\\""'),
        ("colon", ["title: a\\b: c"], 10, 'title: "a\\\\b: c"'),
        ("colon", ["title: “a: b”"], 9, 'title: "a: b"'),
        ("colon", ["title: a: b", "  c"], 8, None),
        ("colon", ["  He said: no"], 9, None),
        ("start-character", ["title: @a"], 7, 'title: "@a"'),
        ("start-character", ["title: [a] b"], 7, 'title: "[a] b"'),
        ("quote-inside", ["title: 'it's late'"], 11, 'title: "it\'s late"'),
        ("quote-inside", ["title: 'a' b"], 11, "title: \"'a' b\""),
        ("quote-inside", ["title: 'it's late"], 11, None),
        ("quote-inside", ['title: "a" and "b"'], 11, None),
        ("alias", ["title: *a b* c"], 7, 'title: "*a b* c"'),
        ("alias", ["title: *a"], 7, None),
        ("alias", ["tags: [*a* b]"], 7, None),
        ("braces", ["title: {{ a }} b"], 8, 'title: "{{ a }} b"'),
        ("braces", ["title: [{{ a }}]"], 9, None),
        ("dash", ["  -a"], 2, "  - a"),
        ("dash", ["  a"], 2, "  - a"),
        ("tab", ["\ta: b"], 0, None),
        ("tab", ["  \t- b\tc"], 2, None),
        ("colon-without-space", ["title:a:b"], 0, "title: a:b"),
        ("syntax", ["title: a"], 0, None),
    ],
)
def test_a_line_is_mended_where_there_is_no_doubt(
    code: str, lines: list[str], column: int, mended: str | None
) -> None:
    assert mended_line(Refused(code, Mark(0, column)), tuple(lines)) == mended

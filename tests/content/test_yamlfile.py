"""Text → nodes with places, and nothing clever on the way."""

import pytest

from generator.content.tree import Group, Mark, Refused, Scalar, Sequence
from generator.content.yamlfile import DEEPEST_NESTING, LONGEST_KEY, LONGEST_WRITTEN_LINE, read, write


def value(text: str) -> Scalar:
    node = read(f"key: {text}\n")
    assert isinstance(node, Group)
    found = node.entries["key"].value
    assert isinstance(found, Scalar)
    return found


def refused(text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "yes",
        "012",
        "12:30",
        "1_000",
        "2026-01-02",
        "0x1f",
        "1e3",
        "null",
        "~",
        ".inf",
        "=",
        "true",
    ],
)
def test_a_value_stays_the_text_that_the_author_sees(text: str) -> None:
    assert value(text).text == text


@pytest.mark.parametrize("quoted", ["'no'", '"no"'])
def test_quotes_are_not_part_of_a_text(quoted: str) -> None:
    assert value(quoted).text == "no"


def test_a_value_that_is_not_there_is_not_an_empty_text() -> None:
    assert value("").text is None
    assert value('""').text == ""


def test_a_value_knows_where_it_begins_and_ends() -> None:
    assert (value("tea").start, value("tea").end) == (Mark(0, 5), Mark(0, 8))


def test_places_are_counted_in_characters_whatever_their_size() -> None:
    node = read("ключ: 🦒 x\nb: [é, ü]\n")
    assert isinstance(node, Group)
    entry = node.entries["b"].value
    assert isinstance(entry, Sequence)
    assert entry.items[1].start == Mark(1, 7)


def test_keys_lists_and_texts_become_groups_sequences_and_scalars() -> None:
    node = read("a:\n  - b: c\n  - d\n")

    assert isinstance(node, Group)
    assert isinstance(node.entries["a"].value, Sequence)
    first, second = node.entries["a"].value.items
    assert isinstance(first, Group)
    assert isinstance(second, Scalar)
    assert node.entries["a"].key == Mark(0, 0)


@pytest.mark.parametrize("text", ["", "\n", "# a remark\n", "---\n", "~\n" * 0 + "--- \n"])
def test_a_text_without_anything_in_it_holds_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x b\n", "alias"),
        ("a: *x\n", "alias"),
        ("<<: {a: b}\n", "alias"),
        ("a: &x {b: c}\nd:\n  <<: *x\n", "alias"),
        ("a: !!str b\n", "tag"),
        ("a: !!python/object/apply:os.system [x]\n", "tag"),
        ("a: !x b\n", "tag"),
        ("a: ! b\n", "tag"),
        ("--- !!map\na: b\n", "tag"),
        ("a: b\n---\nc: d\n", "second-document"),
        ("a: b\n...\n---\nc: d\n", "second-document"),
        ("a: b\n...\nc: d\n", "second-document"),
        ("a: b\na: c\n", "duplicate-key"),
        ("a: b\n'a': c\n", "duplicate-key"),
        ("[a]: b\n", "braces"),
        ("{a: b}: c\n", "braces"),
        ("%YAML 1.2\n---\na: b\n", "syntax"),
        ("%TAG ! tag:x,2000:\n---\na: b\n", "syntax"),
        (f"{'a' * (LONGEST_KEY + 1)}: b\n", "key-too-long"),
    ],
)
def test_what_would_be_cleverness_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


def test_a_bomb_of_merged_keys_is_refused_at_its_first_sign() -> None:
    bomb = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))

    assert (refused(bomb).code, refused(bomb).mark.line) == ("alias", 0)


def test_nesting_is_refused_before_it_is_followed() -> None:
    deepest = "[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING

    assert read(f"a: {deepest}") is not None
    assert refused(f"a: [{deepest}]").code == "nested-too-deep"
    assert refused("[" * 100_000).code == "nested-too-deep"


def test_the_second_of_two_like_keys_names_the_line_of_the_first() -> None:
    mistake = refused("a: b\nc: d\na: e\n")

    assert (mistake.mark, mistake.details) == (Mark(2, 0), {"key": "a", "first": "1"})


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b: c\n", "colon", 0, 4),
        ("a: b\n  said: no\n", "indentation", 1, 2),
        ("a: b\n  He said: no\n", "colon", 1, 9),
        ("a:b\nc: d\n", "colon-without-space", 0, 0),
        ("a: @b\n", "start-character", 0, 3),
        ("a: [b] c\n", "start-character", 0, 3),
        ("a: ? b\n", "start-character", 0, 3),
        ("a: > b\n", "start-character", 0, 3),
        ("a: 'b\n", "quote-not-closed", 0, 3),
        ("a: 'b' c\n", "quote-inside", 0, 7),
        ('a: "\\d"\n', "backslash", 0, 4),
        ("a: [b\nc: d\n", "bracket", 0, 3),
        ("a: b\nc: [", "bracket", 1, 3),
        ("c: {\n", "bracket", 0, 3),
        ("a: b\nc\nd: e\n", "not-indented", 1, 0),
        (" a: b\nc: d\n", "indentation", 0, 1),
        ("a:\n  - b\n c: d\n", "indentation", 2, 1),
        ("a:\n\tb: c\n", "tab", 1, 0),
        ("a:\n  - b\n  c\n  - d\n", "not-indented", 2, 2),
        ("a:\n  - b.\n  c\nd: e\n", "dash", 2, 2),
        ("a:\n  - b\n  -c\n", "dash", 2, 2),
        ("a: - b\n", "list-on-key-line", 0, 3),
    ],
)
def test_a_slip_is_told_where_the_author_should_look(text: str, code: str, line: int, column: int) -> None:
    mistake = refused(text)

    assert (mistake.code, mistake.mark) == (code, Mark(line, column))


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "12:30",
        "a\nb\n\nc",
        "  x",
        "a \nb",
        "it's",
        'say "x"',
        "# x",
        "- x",
        "\ttab",
        "🦒",
        "\u00a0",
        "x\n" * 9,
    ],
)
def test_what_is_written_is_read_again(text: str) -> None:
    written = write({"key": text, "list": [text]})
    node = read(written)

    assert isinstance(node, Group)
    entry = node.entries["key"].value
    assert isinstance(entry, Scalar)
    assert entry.text == text


def test_long_texts_are_written_as_blocks_and_lists_below_their_keys() -> None:
    assert write({"b": "one\ntwo\n", "a": ["x"]}) == "b: |\n  one\n  two\na:\n  - x\n"


@pytest.mark.parametrize("text", ["word " * 2_000 + "end", "word " * 2_000 + "\nend"])
def test_no_line_is_written_that_would_be_refused(text: str) -> None:
    assert max(map(len, write({"key": text}).split("\n"))) <= LONGEST_WRITTEN_LINE + 10

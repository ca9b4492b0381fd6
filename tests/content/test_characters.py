"""Bytes → text, and what may not stand in it."""

import pytest

from generator.content.characters import LONGEST_LINE, code_point, decode, kind_of, refuse, unwanted
from generator.content.tree import Mark, Refused


@pytest.mark.parametrize(
    "data",
    [b"a: b\n", b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"\xef\xbb\xbfa: b\r\n"],
    ids=["plain", "byte order mark", "line ends of Windows", "both"],
)
def test_a_text_is_the_same_from_every_editor(data: bytes) -> None:
    assert decode(data) == "a: b\n"


@pytest.mark.parametrize("data", ["a".encode("utf-16"), b"\xff\xfea\x00", b"\xfe\xff\x00a"])
def test_two_bytes_a_letter_are_named_as_such(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)

    assert caught.value.details == {"found": "UTF-16"}


def test_a_byte_that_is_no_letter_is_found_by_line_and_column() -> None:
    with pytest.raises(Refused) as caught:
        decode("a: b\nü: caf".encode() + b"\xe9\n")

    assert (caught.value.code, caught.value.mark) == ("not-utf8", Mark(1, 6))


@pytest.mark.parametrize("data", [b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x80"])
def test_bytes_that_only_look_like_letters_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data)


@pytest.mark.parametrize(
    "text",
    [
        "Zoë",
        "e\u0301",
        "你好",
        "مرحبا",
        "می\u200cخواهم",
        "👩\u200d🚒",
        "🏴",
        "שלום",
        "a\u00a0b",
        "\tx",
        "“x” – y…",
        "\u0600",
        "क्\u200dष",
        "1\ufe0f\u20e3 ❤\ufe0f\u200d🔥",
        "葛\U000e0100",
        "ᠠ\u180b",
        "שָּׁ֫ל",
    ],
)
def test_every_script_and_every_sign_that_shows_is_welcome(text: str) -> None:
    assert list(refuse(text)) == []


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("\x00", "control"),
        ("\x07", "control"),
        ("\x1b", "control"),
        ("\x7f", "control"),
        ("\x9b", "control"),
        ("\r", "line-break"),
        ("\x85", "line-break"),
        ("\u2028", "line-break"),
        ("\u2029", "line-break"),
        ("\u200b", "invisible"),
        ("\u2060", "invisible"),
        ("\u00ad", "invisible"),
        ("\ufeff", "invisible"),
        ("\u202e", "invisible"),
        ("\u2066", "invisible"),
        ("\U000e0041", "invisible"),
        ("\ud800", "broken"),
        ("\ufffe", "broken"),
        ("\ufdd0", "broken"),
        ("\ue000", "broken"),
        ("\ufffc", "invisible"),
        ("\u3164", "invisible"),
        ("\u2800", "invisible"),
        ("\u034f", "invisible"),
        ("\u200d", "invisible"),
        ("\ufe0f", "invisible"),
        ("\U000e0100", "invisible"),
        ("\u180b", "invisible"),
    ],
)
def test_what_hides_or_misleads_is_refused_and_named(character: str, kind: str) -> None:
    assert list(unwanted(f"a{character}b")) == [(1, character)]
    assert kind_of(character) == kind


@pytest.mark.parametrize("forms", ["\ufe0f\ufe0e", "\u200d\u200c", "\ufe0f\U000e0100"])
def test_a_sign_has_one_form_and_hides_no_text_behind_it(forms: str) -> None:
    assert list(unwanted(f"❤{forms}")) == [(2, forms[1])]


@pytest.mark.parametrize("sign", ["\u0301", "\u0e47", "\u20dd"])
def test_a_pile_of_signs_on_a_letter_is_found_once(sign: str) -> None:
    assert list(unwanted(f"ก{sign * 8}")) == []
    assert list(unwanted(f"ก{sign * 50}")) == [(9, sign)]
    assert kind_of(sign) == "pile"


def test_a_character_is_named_by_its_number() -> None:
    assert code_point("\u200b") == "U+200B"
    assert code_point("\U000e0041") == "U+E0041"


def test_every_unwanted_character_of_a_file_is_found() -> None:
    marks = [(found.code, found.mark) for found in refuse("a\u200b\nbc\u202e\n")]

    assert marks == [("character", Mark(0, 1)), ("character", Mark(1, 2))]


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
def test_marks_of_a_merge_conflict_are_found_first(line: str) -> None:
    (found,) = refuse(f"a: \u200b\n{line}\nb: c\n")

    assert (found.code, found.mark) == ("merge-conflict", Mark(1, 0))


@pytest.mark.parametrize("line", ["  =======", "======= x", "<<<<<<<<<", "a <<<<<<< HEAD"])
def test_what_only_looks_like_a_conflict_is_left_alone(line: str) -> None:
    assert list(refuse(f"a: |\n  x\n{line}\n")) == []


def test_a_line_that_is_too_long_names_its_key() -> None:
    (found,) = refuse(f"title: x\nbody: |\n  {'x' * LONGEST_LINE}\n")

    assert (found.code, found.mark, found.details["key"]) == ("line-too-long", Mark(2, 0), "body")


@pytest.mark.parametrize(
    ("data", "program"),
    [
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "LibreOffice"),
        (b"PK\x03\x04", "ZIP"),
        (b"\xd0\xcf\x11\xe0", "Word"),
        (b"{\\rtf1", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG", "PNG"),
    ],
)
def test_a_document_that_was_only_renamed_is_no_text(data: bytes, program: str) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)

    assert (caught.value.code, caught.value.details) == ("not-text", {"found": program})

"""What an author may have meant by the name of a file."""

import pytest

from generator.content.naming import is_id, is_like_ours, misfit


@pytest.mark.parametrize(
    ("name", "code", "better"),
    [
        ("the\numbrella.yml", "file-name", "the-umbrella.yml"),
        ("The Umbrella.yml", "file-name", "the-umbrella.yml"),
        ("Größe.yml", "file-name", "groesse.yml"),
        ("Gro\u0308ße.yml", "file-name", "groesse.yml"),
        ("Smörgås på Østerbro.yml", "file-name", "smoergaas-paa-oesterbro.yml"),
        ("Æble, Œuvre, Łódź.yml", "file-name", "aeble-oeuvre-lodz.yml"),
        ("你好.yml", "file-name", ""),
        ("the-umbrella.yml.txt", "file-name-ending", "the-umbrella.yml"),
        ("the-umbrella.yaml.txt", "file-name-ending", "the-umbrella.yml"),
        ("the-umbrella.YML", "file-name-ending", "the-umbrella.yml"),
        ("the-umbrella", "file-name-ending", "the-umbrella.yml"),
        ("The umbrella.TXT", "file-name-ending", "the-umbrella.yml"),
        ("tea.yaml", "file-twice", "tea.yml"),
        ("Tea.yml", "file-twice", "tea.yml"),
        ("con.yml", "file-name-reserved", "con-1.yml"),
        ("The umbrella.docx", "document", "the-umbrella.yml"),
        ("umbrella.JPG", "picture-elsewhere", ""),
        ("tea.pdf", "unexpected-file", ""),
    ],
)
def test_a_name_that_does_not_fit_gets_a_better_one(name: str, code: str, better: str) -> None:
    assert misfit(name, ["tea.yml", name]) == (code, better)
    assert better == "" or is_id(better.removesuffix(".yml"))


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "LICENSE-CONTENT", "readme.txt", "Thumbs.db"])
def test_some_names_are_not_mentioned(name: str) -> None:
    assert misfit(name, []) is None


@pytest.mark.parametrize(
    ("name", "ours"), [("a.yml", True), ("a.YAML.txt", True), ("a.txt", False), ("a", False)]
)
def test_an_ending_says_that_a_file_is_ours(name: str, ours: bool) -> None:
    assert is_like_ours(name) is ours

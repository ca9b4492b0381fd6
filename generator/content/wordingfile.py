"""The words of the interface, read from templates/wording."""

from pathlib import Path

from generator.content.source import plain
from generator.content.yamlfile import read
from generator.wording import ProblemWords, Wording

FALLBACK = "en"


def load_wording(folder: Path, language: str) -> Wording:
    """The words of a language: those of `de-AT` over those of `de`, and English where both lack a word."""
    spoken = (FALLBACK, language.partition("-")[0], language)
    words = {name: text for tongue in spoken for name, text in _mapping(folder / f"{tongue}.yml").items()}
    problems = {
        code: ProblemWords(**entry)
        for tongue in spoken
        for code, entry in _mapping(folder / "problems" / f"{tongue}.yml").items()
    }
    return Wording(language, words, problems)


def _mapping(file: Path) -> dict[str, dict[str, str]]:
    node = read(file.read_text("utf-8")) if file.exists() else None
    data = plain(node) if node is not None else {}
    assert isinstance(data, dict), f"{file} must hold keys"
    return data

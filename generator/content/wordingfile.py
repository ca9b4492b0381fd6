"""The words of the interface, read from templates/wording."""

from pathlib import Path

from generator.content.source import plain
from generator.content.yamlfile import read
from generator.wording import ProblemWords, Wording

FALLBACK = "en"


def load_wording(folder: Path, language: str) -> Wording:
    """The words of a language; English stands in where a language has no file or lacks a word."""
    return Wording(
        language,
        {**_mapping(folder / f"{FALLBACK}.yml"), **_mapping(folder / f"{language}.yml")},
        {
            code: ProblemWords(**words)
            for code, words in {
                **_mapping(folder / "problems" / f"{FALLBACK}.yml"),
                **_mapping(folder / "problems" / f"{language}.yml"),
            }.items()
        },
    )


def _mapping(file: Path) -> dict[str, dict[str, str]]:
    node = read(file.read_text("utf-8")) if file.exists() else None
    data = plain(node) if node is not None else {}
    assert isinstance(data, dict), f"{file} must hold keys"
    return data

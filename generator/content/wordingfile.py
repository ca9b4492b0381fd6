"""The words of the interface, read from templates/wording."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.content.characters import decode
from generator.content.source import plain
from generator.content.tree import Group, Mark, Node, Refused, Scalar
from generator.content.yamlfile import read
from generator.wording import GuidePage, ProblemWords, Wording

FALLBACK = "en"
_FORMS = {"zero", "one", "two", "few", "many", "other"}
_OF_A_PROBLEM = {"what", "mend", "mend_otherwise", "mistake", "mended", "help", "in_form"}

_GUIDE_PAGE = TypeAdapter(GuidePage)


class WordingUnreadable(Exception):
    """A file of words cannot be read. The message names the file, the line and the column."""


def load_wording(folder: Path, language: str) -> Wording:
    """The words of a language: those of `de-AT` over those of `de`, and English where both lack a word.

    Raises WordingUnreadable.
    """
    spoken = (FALLBACK, language.partition("-")[0], language)
    words = {name: text for tongue in spoken for name, text in _words(folder / f"{tongue}.yml")}
    problems = {
        code: words for tongue in spoken for code, words in _problems(folder / "problems" / f"{tongue}.yml")
    }
    guide = {name: page for tongue in spoken for name, page in _guide(folder / "guide" / f"{tongue}.yml")}
    return Wording(language, words, problems, guide)


def _words(file: Path) -> Iterator[tuple[str, str | dict[str, str]]]:
    """Texts by name, or the forms of a text by plural category."""
    for name, mark, node in _entries(file):
        if isinstance(node, Scalar) and node.text is not None:
            yield name, node.text
        else:
            yield name, _texts(file, mark, node, {"other"}, _FORMS)


def _problems(file: Path) -> Iterator[tuple[str, ProblemWords]]:
    for code, mark, node in _entries(file):
        yield code, ProblemWords(**_texts(file, mark, node, {"what", "mend", "help"}, _OF_A_PROBLEM))


def _guide(file: Path) -> Iterator[tuple[str, GuidePage]]:
    for name, mark, node in _entries(file):
        try:
            yield name, _GUIDE_PAGE.validate_python(plain(node))
        except ValidationError as error:
            wrong = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
            raise _unreadable(file, mark, f"missing or not known: {wrong}") from None


def _texts(file: Path, mark: Mark, node: Node, required: set[str], known: set[str]) -> dict[str, str]:
    """A group of texts; nothing else may stand in a file of words."""
    data = plain(node)
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise _unreadable(file, mark, "a text, or a group of texts, is expected")
    if wrong := (required - data.keys()) | (data.keys() - known):
        raise _unreadable(file, mark, f"missing or not known: {', '.join(sorted(wrong))}")
    return data


def _entries(file: Path) -> Iterator[tuple[str, Mark, Node]]:
    if not file.exists():
        return
    try:
        node = read(decode(file.read_bytes()))
    except Refused as refused:
        found = refused.details.get("found", "")
        raise _unreadable(file, refused.mark, f"{refused.code}: {found}".rstrip(": ")) from None
    except OSError as error:
        raise _unreadable(file, Mark(0, 0), str(error)) from None
    if node is not None and not isinstance(node, Group):
        raise _unreadable(file, node.start, "keys are expected")
    for name, entry in node.entries.items() if node else ():
        yield name, entry.key, entry.value


def _unreadable(file: Path, mark: Mark, what: str) -> WordingUnreadable:
    return WordingUnreadable(f"{file}:{mark.line + 1}:{mark.column + 1}: {what}")

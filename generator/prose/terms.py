"""Words of the glossary in running text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.model import Term


class Unused:
    """The terms of the glossary that a page has not used yet."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._ids = {
            form: term.id for term in terms for word in (term.term, *term.also) for form in _forms(word)
        }
        self._pattern = _words_pattern(tuple(self._ids))
        self._used: set[str] = set()

    def first_uses(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Where a text uses terms that the page has not used before, with the ids of these terms."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._ids[match[0]]
            if term not in self._used:
                self._used.add(term)
                yield match, term


@cache
def _words_pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the forms as whole words; the longest wins where several begin at one place."""
    if not forms:
        return None
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _forms(word: str) -> tuple[str, ...]:
    """A word as it may stand in a text: what the glossary has in lower case can begin a sentence."""
    return (word, word[:1].upper() + word[1:]) if word == word.lower() else (word,)

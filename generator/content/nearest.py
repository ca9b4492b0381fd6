"""What an author may have meant."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

LONGEST_COMPARED = 80


SHORTEST_PART = 4
LIKENESS = 0.75
"""How much of two words must be the same; below that, a guess misleads more often than it helps."""


def nearest(word: str, valid: Iterable[str]) -> str:
    """The valid word most like this one, or nothing where none is like it."""
    options = {_folded(option): option for option in valid}
    folded = _folded(word)
    found = _same_root(folded, options) or _with_part(folded, options) or _most_like(folded, options)
    return options[found] if found else ""


def _same_root(word: str, options: Iterable[str]) -> str:
    return next((option for option in options if word and _root(option) == _root(word)), "")


def _with_part(word: str, options: Iterable[str]) -> str:
    """The only option of which the word is a part: `questions` of `discussion-questions`."""
    if len(word) < SHORTEST_PART:
        return ""
    found = [option for option in options if f"-{_root(word)}-" in f"-{_root(option)}-"]
    return found[0] if len(found) == 1 else ""


def _most_like(word: str, options: Collection[str]) -> str:
    close = get_close_matches(word, options, n=1, cutoff=LIKENESS)
    alike = (option for option in options if len(option) > 2 and abs(len(option) - len(word)) <= 1)
    return close[0] if close else next((option for option in alike if _slips(word, option) <= 1), "")


def _root(word: str) -> str:
    """Words with hyphens without their plural endings."""
    return re.sub(r"(?<=\w\w)s\b", "", re.sub(r"(?<=\w\w)ies\b", "y", word))


def is_sure(word: str, meant: str) -> bool:
    """Whether a word is so near to the one meant that a line can be mended without asking."""
    word, meant = _folded(word), _folded(meant)
    return word == meant or (len(meant) > 3 and _slips(word, meant) <= (2 if len(meant) > 5 else 1))


def _folded(word: str) -> str:
    return word[:LONGEST_COMPARED].casefold().strip(" \t“”„‘’\"'").replace(" ", "-").replace("_", "-")


def _slips(one: str, other: str) -> int:
    """Letters to add, leave out, change or swap with their neighbour until two words are the same."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            steps = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 < column and letter == other[column - 2] and wanted == one[row - 2]:
                steps = min(steps, before[column - 2] + 1)
            current.append(steps)
        before, above = above, current
    return above[-1]

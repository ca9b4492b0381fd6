"""What an author may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_COMPARED = 80


def nearest(word: str, valid: Iterable[str]) -> str:
    """The valid word most like this one, or nothing where none is like it."""
    by_folded = {option.casefold(): option for option in valid}
    plain = {key.replace("_", "-"): option for key, option in by_folded.items()}
    found = get_close_matches(_folded(word), plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else ""


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

"""What an author may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, valid: Iterable[str]) -> str:
    """The valid word most like this one, or nothing where none is like it."""
    by_folded = {option.casefold(): option for option in valid}
    folded = word[:80].casefold().strip().replace(" ", "-").replace("_", "-")
    plain = {key.replace("_", "-"): option for key, option in by_folded.items()}
    found = get_close_matches(folded, plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else ""

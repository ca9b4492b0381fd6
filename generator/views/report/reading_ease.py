"""How easily an English text reads: Flesch's reading ease, from sentences, words and syllables.

100 is a text for children, 60 and more plain English for busy adults, below 30 a text for scholars. The
libraries that count syllables bring a dictionary of megabytes, or a licence other than ours, so the rules of
English spelling stand here. They have to be right on the whole, not for every word: one syllable too many in
a hundred words costs less than one point.
"""

import re
from collections.abc import Iterable
from functools import cache

PLAIN_ENOUGH = 60
"""The score from which on a text is plain English."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|a\.m|p\.m)\.(?=\s)")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\"'”’)\]]*(?:\s|$))")
_VOWELS = re.compile(r"[aeiouy]+")

_IRREGULAR = {
    **dict.fromkeys(("eye", "eyes", "queue", "queues", "queued", "drawer"), 1),
    **dict.fromkeys(("every", "evening", "evenings", "business", "people", "colleague", "colleagues"), 2),
    **dict.fromkeys(("something", "someone", "someone's", "sometimes", "somewhere", "mr", "mrs"), 2),
    **dict.fromkeys(("patient", "patients", "hundred", "hundreds", "wednesday", "safety", "maybe"), 2),
    **dict.fromkeys(("area", "areas", "idea", "ideas", "recipe", "recipes", "businesses", "everyone"), 3),
    **dict.fromkeys(("somebody", "anyone", "everything", "beforehand", "museum", "creative"), 3),
    **dict.fromkeys(("everybody", "reality"), 4),
}
"""Words that people use often and that the rules get wrong."""

_SILENT = (
    r"[^aeiouyl]es?$|[aeiouyrw]les?$",  # make, takes, whole; not table
    r"(?:[^aeiouytdl]|[aeiouyrw]l|ll)ed$",  # asked, called; not wanted, handled
    r"[^aeiouyl]e(?=(?:ly|less|ness|ment|ful)(?:s|ly|ness)?$)",  # safely, careful
    r"(?:[st]i|ci|gi)(?=ou|on|an|al|en)",  # nation, special
)
"""Where a group of vowels is written and not heard."""
_SPOKEN = (
    r"(?:[sxzcg]|[cs]h)es$",  # boxes, changes
    r"[aeiou]ing|[^aeiou]ying",  # seeing, trying
    r"[aeiou]y(?=[aeiou])(?!e[ds]$)",  # loyal; not stayed
    r"[bt]res?$",  # centre
    r"i(?:a|u[^s]|o(?!u)|er$|est$|et|ence)",  # giant, radio, easier, quiet
    r"(?:^|[^gq])ua|uo(?=us)",  # actual
    r"[^aeiou]n['’]t$",  # didn't
    r"ism$",
    r"crea(?=t[eio])|[^aeiou]rea(?=li)",  # creation, realise
)
"""Where a group of vowels, or none, is heard as one more."""


def reading_ease(paragraphs: Iterable[str]) -> int | None:
    """Flesch's reading ease of a text, given by its paragraphs; None where there is nothing to read."""
    texts = [_ABBREVIATION.sub(r"\1", text) for text in paragraphs]
    words = [word for text in texts for word in words_of(text)]
    if not words:
        return None
    sentences = sum(_sentences(text) for text in texts)
    spoken = sum(map(syllables, words))
    return round(206.835 - 1.015 * len(words) / sentences - 84.6 * spoken / len(words))


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return [word.lower() for word in _WORD.findall(text)]


@cache
def syllables(word: str) -> int:
    """How many syllables an English word has when it is spoken; a figure counts one for each digit."""
    if any(sign.isdigit() for sign in word):
        return sum(1 for sign in word if sign.isdigit())
    stem = re.sub(r"['’](?:s|d|m|ll|re|ve)$", "", word)
    if word in _IRREGULAR or stem in _IRREGULAR:
        return _IRREGULAR.get(word) or _IRREGULAR[stem]
    heard = len(_VOWELS.findall(stem))
    heard += sum(len(re.findall(rule, stem)) for rule in _SPOKEN)
    heard -= sum(len(re.findall(rule, stem)) for rule in _SILENT)
    return max(1, heard)


def _sentences(text: str) -> int:
    """How many sentences a paragraph has; a heading or the cell of a table is one without its full stop."""
    pieces = _SENTENCE_END.split(text)
    return sum(1 for piece in pieces if _WORD.search(piece))

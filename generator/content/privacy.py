"""What keeps a story from telling more of people than they agreed to, and old texts from standing unread."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.content.private import Finding, findings
from generator.content.source import Source, short
from generator.model import FILES, Form, Location, Marked, Problem, Text, marked

_KEPT = "privacy_checked"
_NOT_READ = (Form.URL, Form.IMAGE)


def names_to_keep_out(sources: Iterable[Source]) -> tuple[str, ...]:
    """The names that course.yml keeps out of stories."""
    listed = (source.data.get("private_names") for source in sources if source.kind == "course")
    names = (name for entries in listed if isinstance(entries, list) for name in entries)
    return tuple(name for name in names if isinstance(name, str))


def check(source: Source, denied: Sequence[str]) -> Iterator[Problem]:
    """What in a story may be private and is not said to be harmless, and what is said so in vain."""
    if source.kind != "story":
        return
    kept = dict(_kept(source))
    seen: set[Location] = set()
    for text in marked(FILES["story"], source.data, Text):
        if text.mark.form not in _NOT_READ and text.at[0] != _KEPT:
            for found in _findings(text.value, denied):
                allowed = [at for at, words in kept.items() if _letters(found.found) in words]
                seen.update(allowed)
                if not allowed:
                    yield _told(source, text, found.code, found.start, found.found)
    for at in kept.keys() - seen:
        yield source.warning("kept-in-vain", at)


def overdue(source: Source, today: date) -> Iterator[Problem]:
    """A text that somebody should have read again by now."""
    by = source.data.get("review_by")
    if isinstance(by, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", by) and by < today.isoformat():
        yield source.warning("review-due", ("review_by",), found=by)


def _findings(text: str, denied: Sequence[str]) -> Iterator[Finding]:
    """What may be private, save the address in a link that is refused as such."""
    return (found for found in findings(text, denied) if not text[: found.start].endswith("mailto:"))


def _told(source: Source, text: Marked[Text], code: str, start: int, found: str) -> Problem:
    row, needle = text.value.count("\n", 0, start), found.split("\n")[0]
    mark = source.line_of(text.at, row, row, needle)
    return source.problem_at(code, text.at, mark, len(needle), found=short(" ".join(found.split())))


def _kept(source: Source) -> Iterator[tuple[Location, str]]:
    entries = source.data.get(_KEPT)
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        keep = entry.get("keep") if isinstance(entry, Mapping) else None
        if isinstance(keep, str) and _letters(keep):
            yield (_KEPT, number, "keep"), _letters(keep)


def _letters(text: str) -> str:
    """A text without what differs between two ways of writing the same number or name."""
    return re.sub(r"[\W_]+", "", text).casefold()

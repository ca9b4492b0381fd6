"""The words of the interface, in the language of the course; the door to Babel.

The words themselves stand in templates/wording/<language>.yml. A value is a text, or forms of a text by
plural category (`one`, `other`, …) that are chosen by the number `n`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date


def is_language(code: str) -> bool:
    """Whether plural forms and dates of a language are known."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@dataclass(frozen=True)
class ProblemWords:
    """What the messages say of one kind of problem. Gaps in braces are filled from its details."""

    what: str
    """What is wrong, as the middle of a sentence."""
    mend: str
    """How to mend it. Fits where every gap can be filled."""
    help: str
    """A page of help, in Markdown."""
    mend_otherwise: str = ""
    """How to mend it where a gap of `mend` has nothing to fill it."""
    mistake: str = ""
    """An example: lines of a file, or the name of a file; empty for what no lines can show."""
    mended: str = ""
    """The same example as it should be."""
    in_form: str = ""
    """What a form says instead, where there are no keys and no lines to speak of."""

    def mend_for(self, gaps: Mapping[str, str]) -> str:
        """The advice, with its gaps filled."""
        empty = any(f"{{{name}}}" in self.mend for name, value in gaps.items() if not value)
        return (self.mend_otherwise if empty else self.mend).format_map(gaps)

    @property
    def beside_field(self) -> str:
        """What a form says: with its gaps open, for a script to fill."""
        return self.in_form or f"{self.what}; {self.mend_otherwise or self.mend}"

    def title(self, field: str) -> str:
        """What is wrong, whatever the file: with a word for the key it is about, and every other gap open."""
        text = self.what.format_map(_Open(field=field))
        return text[:1].upper() + text[1:]

    @property
    def advice(self) -> str:
        """How to mend it, whatever the file; nothing where that depends on the file."""
        return next((text for text in (self.mend, self.mend_otherwise) if "{" not in text), "")


class _Open(dict[str, str]):
    """Leaves every gap open."""

    def __missing__(self, name: str) -> str:
        return "…"


@dataclass(frozen=True)
class GuideSection:
    """A part of a page of the guide for authors."""

    heading: str
    body: str = ""
    """Markdown."""
    code: str = ""
    """Lines of a file, of which the body tells."""
    begins_with: str = ""
    """The first code of the messages that the section tells of."""
    name: str = ""
    """The last part of the address of the page that tells of them."""


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide for authors."""

    title: str
    summary: str
    sections: tuple[GuideSection, ...]


@dataclass(frozen=True)
class Wording(Mapping[str, str]):
    """Words by name. As a mapping it gives them as they stand; `say` fills their gaps."""

    language: str
    words: Mapping[str, str | Mapping[str, str]]
    problems: Mapping[str, ProblemWords] = field(default_factory=dict)
    """The words of the messages to authors, by code."""
    guide: Mapping[str, GuidePage] = field(default_factory=dict)
    """The texts of the guide for authors, by the names of its pages."""

    def __getitem__(self, name: str) -> str:
        text = self.words[name]
        return text if isinstance(text, str) else text["other"]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def locale(self) -> Locale:
        """The locale of the language; raises UnknownLocaleError for a language nobody knows."""
        return Locale.parse(self.language, sep="-")

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def say(self, name: str, *, n: int | None = None, **gaps: object) -> str:
        """The words of this name with their gaps filled, in the plural form that `n` asks for."""
        text = self.words[name]
        if not isinstance(text, str):
            form = self.locale.plural_form(n if n is not None else 0)
            text = text.get(form, text["other"])
        return text.format(n=n, **gaps)

    def forms(self, *names: str) -> Mapping[str, str | Mapping[str, str]]:
        """Words for a script, by name: their gaps are open and their plural forms to be chosen."""
        return {name: self.words[name] for name in names}

    def day(self, day: date) -> str:
        """A day in words: 3 March 2027."""
        return format_date(day, format="long", locale=self.locale)

    def problem(self, code: str) -> ProblemWords:
        """The words of a code."""
        return self.problems[code]

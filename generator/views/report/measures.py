"""How long each text is, how easily it reads, and when somebody should read it again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model import FOLDERS, Audience, Course, Form, Item, Kind, Marked, Text, marked
from generator.views.report.reading_ease import PLAIN_ENOUGH, reading_ease, words_of

LENGTHS: Mapping[Kind, tuple[int, int]] = {"lesson": (600, 900), "story": (250, 500)}
"""From how many words to how many the text of an item should have."""

Length = Literal["", "short", "long"]
Paragraphs = Callable[[str], tuple[str, ...]]
"""Gives the bare words of each block of a text in Markdown."""

_TOLD = ("body", "sections")
"""The keys whose words make up the length of a lesson or a story."""
_NOT_READ = frozenset(
    {"source", "sources", "told_by", "consent", "image_alt", "image_credit", "tags", "materials", "sector"}
)
"""Keys that say something about a text, or list things."""


@dataclass(frozen=True)
class Measure:
    """The figures of one text."""

    kind: Kind
    id: str
    title: str
    file: str
    """The author's file below content/."""
    words: int
    """Of a lesson and a story: those of the text itself; of others: all that learners read."""
    length: Length
    """Whether that is outside what is wanted."""
    ease: int | None
    """Flesch's reading ease of all that learners read; None for languages other than English."""
    review_by: date | None

    @property
    def address(self) -> str:
        """The page of the text."""
        return self.file.removesuffix(".yml")

    @property
    def is_hard(self) -> bool:
        """Whether it is harder to read than plain English."""
        return self.ease is not None and self.ease < PLAIN_ENOUGH

    @property
    def is_marked(self) -> bool:
        """Whether an author should look at it."""
        return self.is_hard or bool(self.length)


def measures(course: Course, paragraphs: Paragraphs) -> tuple[Measure, ...]:
    """Every text of the course, those that are hardest to read first."""
    english = course.settings.language.partition("-")[0] == "en"
    found = (
        _measure(kind, item, paragraphs, english)
        for kind, items in course.items.items()
        for item in items
        if kind != "path"
    )
    return tuple(sorted(found, key=lambda measure: (measure.ease is None, measure.ease, measure.file)))


def _measure(kind: Kind, item: Item, paragraphs: Paragraphs, english: bool) -> Measure:
    texts = [(text.at, _blocks(text, paragraphs)) for text in _read(item)]
    every = [block for _, blocks in texts for block in blocks]
    told = [block for at, blocks in texts if at[0] in _TOLD for block in blocks]
    words = sum(len(words_of(block)) for block in (told if kind in LENGTHS else every))
    return Measure(
        kind=kind,
        id=item.id,
        title=item.title,
        file=f"{FOLDERS[kind]}/{item.id}.yml",
        words=words,
        length=_length(kind, words),
        ease=reading_ease(every) if english else None,
        review_by=getattr(item, "review_by", None),
    )


def _read(item: Item) -> Iterator[Marked[Text]]:
    """The texts that learners read from top to bottom."""
    for text in marked(type(item), item.model_dump(by_alias=True), Text):
        if text.mark.audience is Audience.TRAINEE and text.at[0] not in _NOT_READ:
            yield text


def _blocks(text: Marked[Text], paragraphs: Paragraphs) -> tuple[str, ...]:
    return (
        paragraphs(text.value) if text.mark.form in (Form.LINE, Form.PROSE)
        else (text.value,) if text.mark.form is Form.PLAIN
        else ()
    )  # fmt: skip


def _length(kind: Kind, words: int) -> Length:
    least, most = LENGTHS.get(kind, (0, words))
    return "short" if words < least else "long" if words > most else ""

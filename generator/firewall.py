"""Keeps what is for facilitators out of what trainees get.

Every text that the model marks as a facilitator's or as a key is looked for in every file, by runs of
words, so that neither markup nor entities nor quotation marks nor the break of a line can hide it. What the
course says openly as well, such as a sentence of a story that a facilitator is to read aloud, is no leak.

A PDF holds drawn letters that cannot be searched here. It is made of the print HTML that is published
beside it, and that is searched; tests read the PDFs back.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from itertools import groupby, pairwise
from zipfile import ZipFile

from generator.model import FOLDERS, Audience, Course, Form, Location, Marked, Text, marked
from generator.prose import words as bare_words
from generator.wording import Wording

RUN, STRIDE = 8, 4
"""Long texts are looked for by eight words at a time, from every fourth word on: no eleven get through."""
SHORTEST_SENTENCE = 25
"""The characters from which on a sentence is looked for on its own."""
FEWEST_WORDS = 3
"""Two words, or a day, can stand anywhere by chance."""
FOLDER = "facilitators/"
"""Where facilitators find their own, if the course says that anybody may."""

_ENGINES_OWN = re.compile(r"assets/javascripts/(lunr/.*|.*\.map)|assets/stylesheets/.*\.map")
"""Dictionaries and maps of the theme's own scripts: two thirds of a small site, and the same in every one."""
_WITHOUT_SPACES = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Letters of languages that put no space between words; each counts as a word."""
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W{_WITHOUT_SPACES}]+")
_SENTENCE = re.compile(r"[^.!?…。！？؟]+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_SPACE_ESCAPE = re.compile(r"\\[nrt\"/]")
_VALUE = re.compile(r"""=("[^"<>]*"|'[^'<>]*')""")
_INLINE = re.compile(r"<[/]?(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup)(?:\s[^<>]*)?>")
_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>")


@dataclass(frozen=True)
class Leak:
    """A text in a file where it must not be."""

    file: str
    """The file that trainees would get; `kit.zip: notes.html` for one inside another."""
    source: str
    """The author's file below content/: `exercises/one-minute.yml`."""
    field: Location
    """Where the text stands in it: `("agenda", 1, "notes")`."""
    excerpt: str
    """The words that were found."""


@dataclass(frozen=True)
class _Secret:
    """A run of words that trainees must not see, as part of an author's text."""

    at: Location
    text: str
    start: int
    end: int


Run = tuple[str, ...]


def leaks(course: Course, words: Wording, files: Iterable[tuple[str, bytes]]) -> list[Leak]:
    """Every text for facilitators in files for trainees; each text once for a file.

    `files` are given by their paths from the top of the site. The folder of the facilitators counts only
    where the course keeps it to them.
    """
    texts = list(marked(Course, course.model_dump(by_alias=True), Text))
    watched = _Watched(_secrets(texts), _openly_said(texts, words))
    if not watched:
        return []
    public = course.settings.facilitator_kit == "public"
    found: dict[tuple[str, Location], Leak] = {}
    for path, data in files:
        if (public and path.startswith(FOLDER)) or _ENGINES_OWN.fullmatch(path):
            continue
        for name, text in _texts(path, data):
            for secret in watched.among(_words(text)):
                found.setdefault((name, secret.at), _leak(course, name, secret))
    return list(found.values())


class _Watched:
    """Runs of words, found in one pass over a text however many there are."""

    def __init__(self, secrets: Mapping[Run, _Secret], openly: Iterable[str]) -> None:
        self._secrets = dict(secrets)
        self._index()
        for run in {run for text in openly for run in self._runs_among(_words(text))}:
            del self._secrets[run]
        self._index()

    def __bool__(self) -> bool:
        return bool(self._secrets)

    def among(self, words: list[str]) -> Iterator[_Secret]:
        """The secrets among these words."""
        return (self._secrets[run] for run in self._runs_among(words))

    def _index(self) -> None:
        """The lengths of the runs that begin with two words: most pairs of words begin none."""
        self._lengths: dict[tuple[str, str], set[int]] = {}
        for run in self._secrets:
            self._lengths.setdefault((run[0], run[1]), set()).add(len(run))

    def _runs_among(self, words: list[str]) -> Iterator[Run]:
        lengths = self._lengths
        for place, pair in enumerate(pairwise(words)):
            if pair in lengths:
                runs = (tuple(words[place : place + length]) for length in lengths[pair])
                yield from (run for run in runs if run in self._secrets)


def _secrets(texts: Iterable[Marked[Text]]) -> Mapping[Run, _Secret]:
    """All runs of words to look for."""
    return {
        run: secret
        for text in texts
        if text.mark.audience is not Audience.TRAINEE
        for run, secret in _runs(text)
    }


def _openly_said(texts: Iterable[Marked[Text]], words: Wording) -> Iterator[str]:
    """What trainees may read: the course's open texts, and the words of the interface."""
    public = [text for text in texts if text.mark.audience is Audience.TRAINEE]
    yield from map(_bare, public)
    for _, row in groupby(public, key=lambda text: text.at[:-1]):
        yield " ".join(map(_bare, row))  # entries that stand beside each other, such as the heads of columns
    for said in words.words.values():
        yield from (said,) if isinstance(said, str) else said.values()


def _bare(text: Marked[Text]) -> str:
    """An author's text without its Markdown, its letters in their usual forms."""
    of_markdown = text.mark.form in (Form.LINE, Form.PROSE)
    return unicodedata.normalize("NFKC", bare_words(text.value) if of_markdown else text.value)


def _runs(text: Marked[Text]) -> Iterator[tuple[Run, _Secret]]:
    """The runs of words by which a text is looked for."""
    bare = _bare(text)
    for start, end in {*_strides(bare), *_sentences(bare)}:
        run = tuple(_WORD.findall(bare[start:end]))
        if sum(word.isalpha() for word in run) >= FEWEST_WORDS:
            yield run, _Secret(text.at, bare, start, end)


def _strides(bare: str) -> Iterator[tuple[int, int]]:
    """Runs of equal length through a text; the whole of it where it is short."""
    places = [word.span() for word in _WORD.finditer(bare)]
    starts = [*range(0, len(places) - RUN, STRIDE), max(0, len(places) - RUN)]
    for first in starts if places else ():
        run = places[first : first + RUN]
        yield run[0][0], run[-1][1]


def _sentences(bare: str) -> Iterator[tuple[int, int]]:
    """Sentences that are long enough to be told from chance, and too short for the strides."""
    for sentence in _SENTENCE.finditer(bare):
        long_enough = len(sentence[0].strip()) >= SHORTEST_SENTENCE
        if long_enough and len(_WORD.findall(sentence[0])) < RUN + STRIDE:
            yield sentence.span()


def _texts(path: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The texts of a file by name: its own, or those of the files that it holds."""
    if data.startswith(b"PK\x03\x04"):
        with ZipFile(BytesIO(data)) as held:
            for name in held.namelist():
                yield from _texts(f"{path}: {name}", held.read(name))
    elif data.startswith(b"\x1f\x8b"):
        yield from _texts(path, gzip.decompress(data))
    else:
        yield from ((path, text) for text in _readings(path, data))


def _readings(path: str, data: bytes) -> Iterator[str]:
    """The text of a file without its markup, and, where it may be a program, also as it stands."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    text = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if "\\" in text:
        text = _SPACE_ESCAPE.sub(" ", _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text))
    yield _unmarked(_unmarked(text))
    if not path.endswith(".html"):
        yield text


def _unmarked(text: str) -> str:
    """A text without its tags, followed by the values that stood in them; entities as letters."""
    values = " · ".join(value for value in _VALUE.findall(text) if " " in value)
    return unescape(f"{_TAG.sub(' ', _INLINE.sub('', text))} · {values}")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _leak(course: Course, file: str, secret: _Secret) -> Leak:
    source, field = _source(course, secret.at)
    return Leak(file, source, field, " ".join(secret.text[secret.start : secret.end].split()))


def _source(course: Course, at: Location) -> tuple[str, Location]:
    """The author's file of a place in the course, and the place in that file."""
    for kind, items in course.items.items():
        if at[0] == FOLDERS[kind]:
            return f"{at[0]}/{items[int(at[1])].id}.yml", at[2:]
    return f"{'course' if at[0] == 'settings' else at[0]}.yml", at[1:]

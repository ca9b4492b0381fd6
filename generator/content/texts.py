"""What cannot be published in a text, or is not what it looks like, with the line as it should be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

from generator.content.characters import code_point, kind_of, unwanted
from generator.content.source import Source, short
from generator.model import KINDS, Form, Marked, Problem, Text
from generator.prose import Complaint, complaints

_INSTEAD = {
    **dict.fromkeys(("i", "em"), "*late*"),
    **dict.fromkeys(("b", "strong"), "**late**"),
    "a": "[text](https://…)",
    "li": "- late",
}
"""How to write in Markdown what authors use HTML for."""
_SIGNS = {"i": "*", "em": "*", "b": "**", "strong": "**"}
_EMPHASIS = re.compile(r"<(i|em|b|strong)>(?=\S)([^<>]*)(?<=\S)<[/]\1>", re.IGNORECASE)
_TAG = re.compile(r"<[/]?([A-Za-z][A-Za-z0-9]*)")
_LINK_WITH_SPACE = re.compile(rf"(\[[^\[\]\n]+\])[ \t]+(\((?:{'|'.join(KINDS)}|term|https?):[^()\s]*\))")
_CHARACTER = re.compile(
    r"(?<!\\)(?:\\\\)*(&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_FILE = re.compile(rf"((?:{'|'.join(KINDS)}|term):[a-z0-9-]+)\.ya?ml", re.IGNORECASE)


def check(source: Source, text: Marked[Text], meant: Callable[[str, str], str]) -> Iterator[Problem]:
    """Everything in a text that will not be shown as its author means it.

    `meant` gives the nearest id of a kind.
    """
    opened: set[str] = set()
    for complaint in complaints(text.value, text.mark.form):
        tag = _TAG.match(complaint.needle)
        closes = tag is not None and complaint.needle.startswith("<" + "/") and tag[1] in opened
        opened.add(tag[1] if tag else "")
        if not closes:
            yield _told(source, text, complaint, meant)
    if text.mark.form in (Form.LINE, Form.PROSE):
        yield from _links_with_space(source, text)
        yield from _hidden_characters(source, text)
    elif "\n" in text.value.strip():
        yield source.problem("several-lines", text.at)


def _told(
    source: Source, text: Marked[Text], complaint: Complaint, meant: Callable[[str, str], str]
) -> Problem:
    mark = source.line_of(text.at, complaint.line, complaint.last_line, complaint.needle)
    line, details, code = source.lines[mark.line], dict(complaint.details), complaint.code
    mended = None
    if code == "html":
        tag = _TAG.match(details["found"])
        name = tag[1].lower() if tag else ""
        code = "html-break" if name in ("br", "p") else "html"
        details |= {"found": short(details["found"].split("\n")[0]), "instead": _INSTEAD.get(name, "")}
        mended = _in_markdown(line)
    elif file := _FILE.fullmatch(details.get("found", "")):
        code, mended = "link-with-ending", line.replace(file[0], file[1])
    elif details.get("scheme") in (*KINDS, "term"):
        kind, _, name = details["found"].partition(":")
        code, details = "unknown-id", {"kind": kind, "found": name, "nearest": meant(kind, name)}
    problem = source.problem_at(code, text.at, mark, len(complaint.needle), **details)
    return replace(problem, mended=mended)


def _in_markdown(line: str) -> str | None:
    """A line with its emphasis in Markdown, if nothing else in it is HTML."""
    mended = _EMPHASIS.sub(lambda tag: _SIGNS[tag[1].lower()] + tag[2] + _SIGNS[tag[1].lower()], line)
    return mended if mended != line and "<" not in mended else None


def _hidden_characters(source: Source, text: Marked[Text]) -> Iterator[Problem]:
    """Characters that a text names by number, as HTML does, since nobody could type them: `&#x202E;`."""
    for number, row in enumerate(text.value.split("\n") if "&" in text.value else ()):
        for named in _CHARACTER.finditer(row):
            for _, character in unwanted(unescape(named[1])):
                mark = source.line_of(text.at, number, number, named[1])
                details = {"found": code_point(character), "what": kind_of(character)}
                yield source.problem_at("character", text.at, mark, len(named[1]), **details)


def _links_with_space(source: Source, text: Marked[Text]) -> Iterator[Problem]:
    for number, row in enumerate(text.value.split("\n")):
        for link in _LINK_WITH_SPACE.finditer(row):
            mark = source.line_of(text.at, number, number, link[0])
            problem = source.problem_at("link-with-space", text.at, mark, len(link[0]), found=short(link[0]))
            mended = source.lines[mark.line].replace(link[0], link[1] + link[2])
            yield replace(problem, mended=mended, severity="warning")

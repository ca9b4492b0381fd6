"""What cannot be published of a text, with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from markdown_it.token import Token

from generator.model import Form
from generator.prose.parser import DEEPEST_NESTING, ITEM_LINK, WEB_LINK, TooIntricate, is_name, leaves, tokens

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_INCLUDE = re.compile(r"-+8<-+")
_BRACES = re.compile(r"(?<!\{)\{(?::[^}\n]*|\s*[#.][\w-][^}\n]*|\s*[\w-]+=[^}\n]*)\}")


@dataclass(frozen=True)
class Complaint:
    """Something in a text that cannot be published.

    Lines count from 0 within the text. `needle` is what to look for there, to find the column.
    """

    code: str
    line: int
    last_line: int
    needle: str
    details: Mapping[str, str] = field(default_factory=dict)


def complaints(text: str, form: Form) -> Iterator[Complaint]:
    """Everything in an author's text that will not be published, in the order of the text."""
    if form is Form.URL:
        yield from _url_complaints(text)
    if form in (Form.LINE, Form.PROSE):
        try:
            yield from _markdown_complaints(text, form)
        except TooIntricate as refused:
            yield Complaint(refused.code, refused.line, refused.line, "", {"most": str(refused.most)})


def _markdown_complaints(text: str, form: Form) -> Iterator[Complaint]:
    for number, line in enumerate(text.split("\n")):
        if include := _INCLUDE.search(line):
            yield Complaint("include", number, number, include[0], {"found": include[0]})
    tags: set[str] = set()
    for token, lines in leaves(tokens(text, form)):
        if token.level > DEEPEST_NESTING:
            yield Complaint("nested-too-deep", *lines, "", {"most": str(DEEPEST_NESTING)})
            return
        for complaint in _token_complaints(token, lines):
            if complaint.needle.replace("</", "<", 1) not in tags:
                yield complaint
            tags.add(complaint.needle if token.type == "html_inline" else "")


def _token_complaints(token: Token, lines: tuple[int, int]) -> Iterator[Complaint]:
    if token.type in ("html_inline", "html_block"):
        found = token.content.strip()
        yield Complaint("html", *lines, found.split("\n")[0], {"found": found})
    elif token.type == "text":
        for braces in _BRACES.finditer(token.content):
            yield Complaint("attributes", *lines, braces[0], {"found": braces[0]})
    elif token.type == "link_open":
        yield from _link_complaints(str(token.attrGet("href")), lines)
    elif token.type == "image":
        yield from _image_complaints(token, lines)


def _link_complaints(target: str, lines: tuple[int, int]) -> Iterator[Complaint]:
    if ITEM_LINK.fullmatch(target):
        return
    if WEB_LINK.match(target):
        if _hides_its_host(target):
            yield Complaint("link-hides-address", *lines, target, {"found": target})
    elif scheme := _SCHEME.match(target):
        yield Complaint("link-scheme", *lines, target, {"found": target, "scheme": scheme[1]})
    else:
        yield Complaint("link-target", *lines, target, {"found": target})


def _image_complaints(token: Token, lines: tuple[int, int]) -> Iterator[Complaint]:
    target = str(token.attrGet("src"))
    if not is_name(target):
        yield Complaint("image-target", *lines, target, {"found": target})
    if not token.content.strip():
        yield Complaint("image-without-alternative", *lines, target, {"found": target})


def _url_complaints(text: str) -> Iterator[Complaint]:
    if not WEB_LINK.match(text) or re.search(r"[\s<>\"\\]", text):
        yield Complaint("not-a-web-address", 0, 0, text, {"found": text})
    elif _hides_its_host(text):
        yield Complaint("link-hides-address", 0, 0, text, {"found": text})


def _hides_its_host(target: str) -> bool:
    try:
        return "@" in urlsplit(target).netloc
    except ValueError:
        return True

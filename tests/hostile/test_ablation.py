"""Each defence holds something back: where it is switched off, at least one hostile input gets through."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator import notices
from generator.content import characters, images, linking, misread, reading, texts, validating, yamlfile
from generator.prose import parser
from tests.hostile.laying import cases, lay
from tests.hostile.test_hostile import misses, outcome

complaints = import_module("generator.prose.complaints")
"""The module; the package gives its function of this name."""
NOTHING = lambda *_, **__: iter(())  # noqa: E731
PASSES = lambda *_, **__: None  # noqa: E731
VAST = 10**9
NEVER = re.compile(r"(?!)")
AS_IT_IS = lambda given: given  # noqa: E731


def _known(errors: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The errors in a file besides keys that nobody knows."""
    return (error for error in errors if error["type"] != "extra_forbidden")


Defence = tuple[object, str, object, tuple[str, ...]]

DEFENCES: dict[str, Defence] = {
    "tags are refused": (yamlfile, "_refuse_cleverness", PASSES, ("yaml-tag-env",)),
    "hidden characters are refused": (reading, "refuse", NOTHING, ("enc-nel-comment",)),
    "escapes in values are looked at": (reading, "_escaped_characters", NOTHING, ("enc-nul-escaped",)),
    "links and pipes are refused": (
        reading._Gathered,
        "_refuse_what_is_no_file",
        PASSES,
        ("pipe-hidden", "link-loop-hidden", "link-loop-deep", "link-to-root-hidden"),
    ),
    "names of pictures are told apart": (reading._Gathered, "_refuse_alike", PASSES, ("img-name-case",)),
    "names of pictures fit addresses": (linking, "is_name", lambda _: True, ("img-name-html",)),
    "characters by number are looked at": (texts, "_hidden_characters", NOTHING, ("enc-entity-bidi",)),
    "paragraphs have a length": (parser, "LONGEST_PARAGRAPH", VAST, ("mddos-brackets",)),
    "texts have an end": (parser, "MOST_BLOCKS", VAST, ("mddos-table",)),
    "links hide no address": (complaints, "_hides_its_host", lambda _: False, ("link-userinfo",)),
    "pictures come from the course": (complaints, "_image_complaints", NOTHING, ("image-ssrf-internal",)),
    "references lead somewhere": (linking, "_reference", NOTHING, ("ref-dangling", "ref-case")),
    "circles are found": (linking, "_circles", NOTHING, ("ref-cycle-2",)),
    "lists have an end": (yamlfile, "MOST_ENTRIES", VAST, ("yaml-1500-items",)),
    "lists in lists have an end": (yamlfile, "DEEPEST_NESTING", VAST, ("yaml-deep-short",)),
    "texts are no numbers": (misread, "_OTHER_TYPES", NEVER, ("yaml-norway-title", "yaml-number-like")),
    "names of files can be read": (reading, "_is_utf8", lambda _: True, ("name-invalid-utf8",)),
    "pictures are drawn anew": (images, "_bare", AS_IT_IS, ("img-jpeg-told",)),
    "pictures fit into memory": (
        images,
        "MOST_PIXELS",
        dict.fromkeys(images.MOST_PIXELS, VAST),
        ("img-jpeg-bomb", "img-webp-bomb"),
    ),
    "pictures are drawn a few times": (images, "MOST_SCANS", VAST, ("img-scans",)),
    "pictures are there": (linking, "_image", NOTHING, ("img-name-html",)),
    "HTML is told": (complaints, "_token_complaints", NOTHING, ("html-meta-refresh", "html-style-exfil")),
    "what is printed can be seen": (notices, "visible", AS_IT_IS, ("enc-ansi-escape", "enc-ci-command")),
    "workflows read no commands": (notices, "_escaped", AS_IT_IS, ("enc-ansi-escape",)),
    "the log has an end": (notices, "LONGEST_REPORT", VAST, ("log-flood",)),
}
"""What is switched off, what stands in its place, and the cases that then get through."""

IN_FRONT: dict[str, Defence] = {
    "too-large": (reading, "LARGEST_FILE", VAST, ("yaml-100k-items", "yaml-scalar-huge")),
    "line-too-long": (characters, "LONGEST_LINE", VAST, ("yaml-deep-flow", "ref-many")),
    "image-too-heavy": (images, "LARGEST_FILE", VAST, ("img-40mb",)),
    "id-key": (validating, "_id_key", NOTHING, ("slug-traversal", "slug-dot")),
    "unknown-key": (validating, "_some", _known, ("yaml-key-case", "yaml-key-dunder", "yaml-key-typo")),
    "html": (complaints, "_token_complaints", NOTHING, ("html-img-onerror", "html-svg-onload")),
    "attributes": (complaints, "_BRACES", NEVER, ("attr-onclick", "attr-heading-focus")),
    "include": (complaints, "_INCLUDE", NEVER, ("snippet-passwd", "snippet-url")),
    "link-scheme": (complaints, "_link_complaints", NOTHING, ("link-javascript", "link-javascript-entity")),
    "alias": (yamlfile, "_refuse_cleverness", PASSES, ("yaml-alias-benign",)),
}
"""Walls with another wall behind them, by what they say: switched off, they no longer say it."""


@pytest.mark.parametrize("defence", DEFENCES)
def test_without_a_defence_something_gets_through(
    defence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, instead, held = DEFENCES[defence]
    monkeypatch.setattr(module, name, instead)
    parser._tokens.cache_clear()
    parser.markdown.cache_clear()

    got_through = [case for case in held if gets_through(case, tmp_path / case)]
    parser._tokens.cache_clear()

    assert got_through == list(held)


def gets_through(name: str, folder: Path) -> bool:
    """Whether a case is not met as it should be."""
    content = lay(cases()[name], folder)
    try:
        return bool(list(misses(cases()[name], outcome(content))))
    except (RecursionError, UnicodeError, OSError, IndexError):
        return True


@pytest.mark.parametrize("code", IN_FRONT)
def test_the_first_of_two_walls_is_the_one_that_speaks(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, instead, held = IN_FRONT[code]

    for case in held:
        assert f" {code}: " in outcome(lay(cases()[case], tmp_path / case / "with")).printed
        with monkeypatch.context() as off:
            off.setattr(module, name, instead)
            assert f" {code}: " not in outcome(lay(cases()[case], tmp_path / case / "without")).printed

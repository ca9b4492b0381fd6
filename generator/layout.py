"""How templates are filled; the door to Jinja."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup


@cache
def environment(templates: Path) -> Environment:
    """Jinja for everything that is laid out: all is escaped, and a name that is not there is an error.

    Kept, because compiling the templates takes longer than filling them; it sees when a template changes.
    """
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters["heading"] = heading
    jinja.filters["script_data"] = script_data
    # YAML reads escapes beyond the first plane as two halves of a character: write characters as they are.
    jinja.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return jinja


def drawings(templates: Path) -> frozenset[str]:
    """The drawings that the templates have, by framework and number of parts: `trust-cycle.4`."""
    return frozenset(file.stem for file in (templates / "drawings").glob("*.svg"))


def illustrations(templates: Path) -> frozenset[str]:
    """The drawings that stories can show: `giraffe-bread`."""
    return frozenset(file.stem for file in (templates / "illustrations").glob("*.svg"))


def heading(text: str) -> Markup:
    """A text for a line of Markdown, with every sign that Markdown or HTML could read as an entity."""
    safe = re.sub(r"[^A-Za-z0-9 \x80-\U0010ffff]", lambda sign: f"&#{ord(sign[0])};", text)
    return Markup(safe)  # noqa: S704 - no sign is left that could be markup


def script_data(data: object) -> Markup:
    """Data as JSON in plain letters only, which can neither end the script it stands in nor begin another."""
    return htmlsafe_json_dumps(data, separators=(",", ":"))

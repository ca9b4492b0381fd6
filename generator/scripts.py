"""The pages' scripts as files of the site; the door to rjsmin.

In the templates they are written for their readers, with comments; a phone need not fetch those.
"""

from collections.abc import Mapping
from pathlib import Path

from rjsmin import jsmin

FOLDER = "assets/javascripts"
"""Where scripts lie, from the top of the site."""


def render(templates: Path) -> Mapping[str, bytes]:
    """Every script, by its path from the top of the site, without comments and needless space."""
    files = sorted((templates / "scripts").glob("*.js"))
    return {f"{FOLDER}/{file.name}": lean(file.read_text("utf-8")).encode() for file in files}


def lean(script: str) -> str:
    """A script that does the same in fewer letters."""
    return str(jsmin(script))

"""What an engine's settings say about a course, in the names that MkDocs and Material have for it."""

import html
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, urlsplit

from markupsafe import escape

from generator.model import Course
from generator.views.navigation import navigation
from generator.wording import Wording

_EDIT_PATHS = {"gitlab.com": "-/edit/", "codeberg.org": "_edit/", "bitbucket.org": "src/"}
"""How a host addresses its editor, where it is not `edit/`."""

_NOT_MARKUP = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def settings(course: Course, words: Wording, folder: Path) -> Mapping[str, object]:
    """What a course in a folder says about its site. The theme prints texts as they stand."""
    said = course.settings
    repository = said.repository and _web(said.repository.rstrip("/"))
    return {
        "site_name": name_without_markup(said.title),
        "site_description": str(escape(said.summary or "")),
        "site_url": address(course),
        "copyright": str(escape(said.licence)),
        "repo_url": repository,
        "repo_name": repository and "/".join(repository.split("/")[3:]),
        "edit_uri": repository and _edit_path(repository, said.branch) + _in_repository(folder),
        "nav": navigation(course, words),
    }


def address(course: Course) -> str | None:
    """Where the course is published, ending in a slash."""
    said = course.settings.site_url
    return said and _web(said.rstrip("/") + "/")


def spoken(language: str) -> str:
    """The nearest language that the theme speaks."""
    translations = files("material") / "templates" / "partials" / "languages"
    names = (language, language.partition("-")[0])
    return next((name for name in names if (translations / f"{name}.html").is_file()), "en")


def with_names(palette: object, names: Mapping[str, str]) -> object:
    """The theme's palette. A button without a name gets the one of the scheme that it leads to."""
    if not isinstance(palette, list):
        return palette
    following = [option.get("scheme", "default") for option in (*palette[1:], *palette[:1])]
    return [
        {**option, "toggle": {"name": names.get(scheme, scheme), **option["toggle"]}}
        if "toggle" in option
        else option
        for option, scheme in zip(palette, following, strict=True)
    ]


def name_without_markup(title: str) -> str:
    """A title whose signs mean themselves, escaped or not: the theme escapes it in some places only."""
    quoted = re.sub(r'"([^"]*)"', r"“\1”", title).translate(_NOT_MARKUP)
    return quoted if html.unescape(quoted) == quoted else quoted.replace("&", "＆")


def _web(address: str) -> str:
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~")


def _edit_path(repository: str, branch: str) -> str:
    return f"{_EDIT_PATHS.get(urlsplit(repository).netloc, 'edit/')}{branch}/"


def _in_repository(folder: Path) -> str:
    """The path of a folder below the work tree that holds it."""
    folder = folder.resolve()
    top = next((parent for parent in folder.parents if (parent / ".git").exists()), folder.parent)
    return f"{folder.relative_to(top).as_posix()}/"

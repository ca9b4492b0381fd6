"""A folder from which other engines build the site: pages, files, theme and settings."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from string import Template

EXPORTED = b"Written by `extramile export`"
"""What the first line of an exported settings file says: such a folder may be written anew."""


def is_export(folder: Path) -> bool:
    """Whether a folder was written by an export."""
    file = folder / "mkdocs.yml"
    return file.is_file() and EXPORTED in file.read_bytes().partition(b"\n")[0]


def write(
    folder: Path,
    documents: Mapping[str, bytes],
    settings: Mapping[str, object],
    *,
    base: Path,
    templates: Path,
) -> None:
    """Writes documents by their paths, and settings that build upon those of the file `base`."""
    for path, data in documents.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    shutil.copytree(templates / "theme", folder / "overrides")
    shutil.copyfile(base, folder / "base.yml")
    (folder / "mkdocs.yml").write_text(_settings_file(templates, settings), "utf-8")


def _settings_file(templates: Path, settings: Mapping[str, object]) -> str:
    """The settings as YAML, each value written the way JSON writes it."""
    template = Template((templates / "export" / "mkdocs.yml").read_text("utf-8"))
    return template.substitute(
        {name: json.dumps(value, ensure_ascii=False) for name, value in settings.items()}
    )

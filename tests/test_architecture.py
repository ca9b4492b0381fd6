"""The drawing of the architecture is the architecture."""

import ast
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import generator

ROOT = Path(__file__).parent.parent
CODE = ROOT / "generator"


def ladder() -> list[str]:
    """The rungs as import-linter holds them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    return next(contract["layers"] for contract in contracts if contract["type"] == "layers")


def drawn() -> list[str]:
    """The rungs as the drawing in generator/__init__.py shows them."""
    whole = (generator.__doc__ or "").partition("The ladder.")[2]
    drawing = re.sub(r" ·\n +", " · ", whole).splitlines()  # a rung with many modules takes two lines
    rungs = [line for line in drawing if line.startswith("    ") and not line.startswith("     ")]
    return [rung.strip().partition("  ")[0].replace(" · ", " | ") for rung in rungs]


def test_the_drawing_shows_the_ladder_that_is_held() -> None:
    assert drawn() == ladder()


def test_the_drawing_shows_every_module() -> None:
    there = {path.stem for path in CODE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {name for rung in drawn() for name in rung.split(" | ")} == there - {"__init__", "__main__"}


def test_modules_import_downwards_and_each_library_has_one_door() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == 0


def lines_of_functions() -> Iterator[int]:
    """How many lines each function has below its signature and its docstring."""
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                yield (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_are_short() -> None:
    lengths = sorted(lines_of_functions())
    assert statistics.median(lengths) <= 6
    assert lengths[len(lengths) * 9 // 10] <= 14
    assert lengths[-1] <= 35


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    odd = {"utils", "util", "helpers", "helper", "base", "manager", "common", "misc"}
    assert not odd & {file.stem for file in CODE.rglob("*.py")}


MARKUP = re.compile(r"</|<[a-z!]|&(lt|gt|amp|quot|#\d+);|^#{1,6} |\n\n {4}", re.MULTILINE)
"""Tags, entities, and the headings and blocks of Markdown."""


def texts(file: Path) -> Iterator[str]:
    """The texts in a module that are not there for its readers."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        for field in ast.iter_child_nodes(node):
            told = isinstance(node, ast.Expr)  # a text that stands alone is a docstring
            if isinstance(field, ast.Constant) and isinstance(field.value, str) and not told:
                yield field.value


@pytest.mark.parametrize(
    "text", ["</p>", "<p>", "<!-- -->", "a &lt; b", "&#60;", "# Title", "x\n\n    y", "a\n## b"]
)
def test_markup_is_known_when_it_is_seen(text: str) -> None:
    assert MARKUP.search(text)


def test_python_writes_no_markup() -> None:
    """It lives in templates. What reads authors' texts looks for it, and `prose` renders their Markdown."""
    files = (f for f in CODE.rglob("*.py") if f.parent.name not in ("prose", "content"))
    assert [(file.name, text) for file in files for text in texts(file) if MARKUP.search(text)] == []

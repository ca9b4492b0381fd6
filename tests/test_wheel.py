"""The built package works alone, in a folder that holds only a course."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import COURSES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with the wheel, which borrows the packages it needs from this one."""
    environment = tmp_path_factory.mktemp("machine") / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin/python"
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
    ]
    subprocess.run([*pip, str(wheel)], check=True)
    return environment / "bin"


def test_the_wheel_carries_templates_settings_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "generator/mkdocs.yml",
        "generator/templates/wording/en.yml",
        "generator/templates/pages/story.md.jinja",
        "generator/templates/theme/main.html",
        "generator/templates/export/mkdocs.yml",
        "generator/templates/handouts/layout.typ",
        "generator/templates/handouts/fonts/Amiri-Regular.ttf",
        "generator/py.typed",
    } <= names
    fonts = {file.name for file in (ROOT / "templates/handouts/fonts").glob("OFL-*.txt")}
    licences = {Path(name).name for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-CONTENT", *fonts}
    assert not [name for name in names if name.startswith(("tests", "content"))]


def test_an_installed_package_builds_a_folder_that_holds_only_content(
    installed: Path, tmp_path: Path
) -> None:
    shutil.copytree(COURSES / "tiny/content", tmp_path / "content")
    command = [str(installed / "extramile"), "build", "--strict"]
    built = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stderr) == (0, "")
    assert "She put the kettle on" in (tmp_path / "site/stories/the-cup-of-tea/index.html").read_text()


def test_an_installed_package_begins_a_course_in_an_empty_folder_and_builds_it(
    installed: Path, tmp_path: Path
) -> None:
    for command in (
        ["new", "course", "Service at the harbour"],
        ["check", "--strict"],
        ["build", "--strict"],
    ):
        done = subprocess.run(
            [str(installed / "extramile"), *command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert "Service at the harbour" in (tmp_path / "site/index.html").read_text()
    assert (tmp_path / "site/stories/the-umbrella/index.html").is_file()


def test_an_installed_package_does_not_look_into_this_repository(installed: Path) -> None:
    asked = "import generator.build as b; print(b.beside_package('templates'))"
    found = subprocess.check_output([str(installed / "python"), "-c", asked], text=True, cwd=installed)
    assert Path(found.strip()).is_relative_to(installed.parent)

"""Whatever its texts hold, a course touches its own folders only, starts git only and calls nobody."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import COURSES, ROOT, all_bytes, mend

HERE = Path(__file__).parent
TITLES = {
    "lessons/l.yml": '#eval("1 + 1") #read("/etc/passwd") $x$ @ref <label> \\u{41} //',
    "stories/s.yml": "../../../../etc/passwd",
    "exercises/e.yml": "]]> --> </title> & \"quoted\" 'so'",
    "checklists/c.yml": "C:\\con | ?.. %2e%2e%2f ; rm -rf ~ `id` $(id)",
    "paths/p.yml": "🦒 the giraffe 👩\u200d🚒",
    "workshops/w.yml": "../../kit " + "long " * 20,
}
"""Titles that mean something to shells, typesetters, file systems and XML."""
OUTPUTS = ("site", ".site.extramile", "dist", "out", ".out.extramile", "prints", ".cache")
OF_SYSTEMS = ("/proc", "/dev", "/usr/share/zoneinfo", "/etc/mime.types", "/etc/localtime")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
FOR_HOSTS = {"_headers", ".htaccess", ".cache"}
COMMANDS = """
from generator import cli
for command in ("build", "export out", "handouts w --out prints"):
    assert cli.run(command.split()) == 0, command
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder for a course, another for what lasts as long as a process, and a secret beside them."""
    (tmp_path / "tmp").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def deeds(project: Path, code: str) -> Iterator[tuple[str, str]]:
    """What a process does that runs some code in the folder of a course."""
    record = project.parent / "record"
    program = f"from listening import listen\nlisten({str(record)!r})\n{code}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        cwd=project,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(HERE), "TMPDIR": str(project.parent / "tmp")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for line in record.read_text("utf-8").splitlines():
        deed, of = json.loads(line)
        yield deed, of


def amiss(project: Path, code: str) -> list[tuple[str, str]]:
    """What a process does that no build may do."""
    written = [project / name for name in OUTPUTS] + [project.parent / "tmp", Path("/dev")]
    read = [*written, project, ROOT / "generator", ROOT / "templates", ROOT / "mkdocs.yml", HERE]
    read += map(Path, (sys.prefix, sys.base_prefix, *OF_SYSTEMS))
    within = {"writes": written, "reads": read, "starts": [], "calls": []}
    return [
        (deed, of)
        for deed, of in deeds(project, code)
        if (deed, of) != ("starts", "git")
        and not any(Path(of).is_relative_to(folder.resolve()) for folder in within[deed])
    ]


def test_a_build_touches_its_own_folders_and_calls_nobody_whatever_titles_hold(project: Path) -> None:
    shutil.copytree(COURSES / "hostile-text/content", project / "content")
    for file, title in TITLES.items():
        old = (project / "content" / file).read_text("utf-8").splitlines()[0]
        mend(project / "content" / file, old, f"title: {json.dumps(title, ensure_ascii=False)}")
    before = all_bytes(project / "content")

    assert amiss(project, COMMANDS) == []

    assert all_bytes(project / "content") == before
    kits = [*project.glob("site/handouts/*.zip"), *project.glob("dist/facilitator/*.zip")]
    assert len(kits) == 2
    names = [name for kit in kits for name in ZipFile(kit).namelist()]
    made = [name for folder in ("site", "dist", "out", "prints") for name in all_bytes(project / folder)]
    assert len(names) > 20
    assert len([name for name in made if name.endswith(".pdf")]) > 40
    assert {name for name in names + made if not NAME.fullmatch(name) or ".." in name} <= FOR_HOSTS


@pytest.mark.parametrize(
    "code",
    [
        "open('../secret.txt')",
        "open('../new.txt', 'w')",
        "import os; os.symlink('../secret.txt', 'tmp'); open('tmp')",
        "import os; os.mkdir('content')",
        "import os; os.mkdir('site'); os.rename('site', '../site')",
        "import os; os.remove('../secret.txt')",
        "import os; os.remove('secret.txt', dir_fd=os.open('..', os.O_RDONLY))",
        "import socket; socket.socket().close()",
        "import socket; socket.gethostbyname('localhost')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_what_a_build_may_not_do_would_be_heard(project: Path, code: str) -> None:
    assert amiss(project, code)

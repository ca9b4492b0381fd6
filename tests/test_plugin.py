"""The plugin in a real MkDocs: what is published, and what the preview shows."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build import beside_package
from generator.cli import run as run_here
from tests.conftest import COURSES, HERE, QUIET, Command, all_bytes, mend, signals_as_usual

STORY = "/stories/the-cup-of-tea/"
PATIENCE = 60.0
"""Seconds to wait for what should take one."""


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny course with templates and settings of its own."""
    shutil.copytree(beside_package("templates"), tiny / "templates")
    settings = beside_package("mkdocs.yml").read_text()
    own = settings.replace("- extramile", "- extramile:\n      templates: templates")
    (tiny / "mkdocs.yml").write_text(own)
    return tiny


def test_mkdocs_itself_builds_a_course_in_strict_mode(project: Path, run: Command) -> None:
    built = run(project, "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "She put the kettle on" in (project / "site/stories/the-cup-of-tea/index.html").read_text()


def test_mkdocs_itself_refuses_a_course_with_errors_and_shows_them(project: Path, run: Command) -> None:
    mend(project / "content/stories/the-cup-of-tea.yml", "summary:", "sumary:")
    built = run(project, "mkdocs", "build")
    assert built.returncode == 1
    assert "content/stories/the-cup-of-tea.yml:2:1: unknown-key" in built.stderr
    assert "Traceback" not in built.stderr


def test_only_pages_and_pictures_of_the_course_are_published(tiny: Path, run: Command) -> None:
    for name in ("notes.md", "stories/secret.data", "images/unused.png", ".env"):
        (tiny / "content" / name).parent.mkdir(exist_ok=True)
        (tiny / "content" / name).write_bytes(b"CANARY")
    run(tiny, "extramile", "build")
    published = all_bytes(tiny / "site")
    assert published
    assert not [name for name, data in published.items() if b"CANARY" in data]
    assert not [name for name in published if name.endswith((".yml", ".yaml"))]


def test_a_picture_is_published_without_what_its_maker_did_not_mean_to_tell(tiny: Path, run: Command) -> None:
    (tiny / "content/images").mkdir()
    shutil.copy(COURSES.parent / "pictures/with-place.png", tiny / "content/images/tea.png")
    with (tiny / "content/stories/the-cup-of-tea.yml").open("a") as story:
        story.write("image: tea.png\nimage_alt: A cup of tea.\nimage_credit: Ann, CC BY 4.0\n")
    built = run(tiny, "extramile", "build", "--no-handouts")
    assert built.returncode == 0, built.stderr
    published = (tiny / "site/images/tea.png").read_bytes()
    assert published.startswith(b"\x89PNG")
    assert b"Heathrow" in (tiny / "content/images/tea.png").read_bytes()
    assert b"Heathrow" not in published


def test_the_pencil_opens_the_file_of_the_author(tiny: Path, run: Command) -> None:
    run(tiny, "extramile", "build", "--no-handouts")
    page = (tiny / "site/stories/the-cup-of-tea/index.html").read_text()
    assert "https://github.com/example/tea/edit/main/content/stories/the-cup-of-tea.yml" in page


def test_messages_of_mkdocs_name_the_file_of_the_author(project: Path, run: Command) -> None:
    with (project / "templates/pages/story.md.jinja").open("a") as template:
        template.write("\n[a link that leads nowhere](nowhere.md)\n")
    built = run(project, "extramile", "build", "--no-handouts")
    assert "'content/stories/the-cup-of-tea.yml' contains a link 'nowhere.md'" in built.stderr


def test_one_commit_gives_the_same_bytes_wherever_and_whenever_it_is_built(
    project: Path, run: Command
) -> None:
    elsewhere = project.parent / "elsewhere/other name"
    shutil.copytree(project, elsewhere)
    for file in elsewhere.rglob("*"):
        os.utime(file, (0, 0))
    one = {"TZ": "Pacific/Auckland", "LANG": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}
    other = {"TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "HOME": "/nowhere"}
    assert run(project, "extramile", "build", **one).returncode == 0
    assert run(elsewhere, "extramile", "build", **other).returncode == 0
    sitemap = (project / "site/sitemap.xml").read_text()
    assert "<lastmod>" not in sitemap, "the day of the build must not show"
    assert all_bytes(project / "site") == all_bytes(elsewhere / "site")


def test_a_build_in_this_process_leaves_no_date_behind(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    content, site = str(tiny / "content"), str(tiny / "site")
    assert run_here(["build", "--content", content, "--site-dir", site]) == 0
    assert "SOURCE_DATE_EPOCH" not in os.environ
    mend(tiny / "content/paths/first-week.yml", "summary", "sumary")
    assert run_here(["build", "--content", content, "--site-dir", site]) == 1
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_the_date_that_a_user_sets_stays(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert run_here(["build", "--content", str(tiny / "content"), "--site-dir", str(tiny / "site")]) == 0
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"


def test_the_buttons_for_colours_say_what_they_do(tiny: Path, run: Command) -> None:
    assert run(tiny, "extramile", "build", "--no-handouts").returncode == 0
    page = (tiny / "site/index.html").read_text()
    said = re.findall(r'<label class="md-header__button md-icon" title="([^"]*)" for="__palette', page)
    assert said == ["Switch to dark mode", "Switch to light mode"]


# ---- The preview ----


class Preview:
    """A running preview, asked like a browser."""

    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.port = port

    def answer(self, path: str, host: str = "localhost") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Host": host})
        response = connection.getresponse()
        return response.status, response.read().decode()

    def shows(self, path: str, expected: Callable[[str], bool]) -> bool:
        """Whether a page comes to be as expected."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            status, text = self.answer(path)
            if status == 200 and expected(text):
                return True
            time.sleep(0.05)
        return False


@contextmanager
def running(project: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(HERE / "extramile"), "serve", "--address", f"127.0.0.1:{port}"]
    with (project / "log").open("wb") as log, signals_as_usual():
        server = subprocess.Popen(command, cwd=project, env={**os.environ, **QUIET}, stdout=log, stderr=log)
    try:
        yield _listening(Preview(project, port), server)
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0
    assert "Traceback" not in (project / "log").read_text()


def _listening(preview: Preview, server: "subprocess.Popen[bytes]") -> Preview:
    while server.poll() is None:
        try:
            preview.answer("/")
        except OSError:
            time.sleep(0.05)
        else:
            break
    return preview


def test_a_preview_follows_stories_and_templates_and_survives_what_is_broken(project: Path) -> None:
    story = project / "content/stories/the-cup-of-tea.yml"
    template = project / "templates/pages/story.md.jinja"
    theme = project / "templates/theme/main.html"
    with running(project) as preview:
        assert preview.shows(STORY, lambda page: "She put the kettle on" in page)

        mend(story, "put the kettle", "put the saucepan")
        assert preview.shows(STORY, lambda page: "She put the saucepan on" in page)

        mend(story, "summary:", "sumary:")
        assert preview.shows(STORY, lambda page: "the-cup-of-tea.yml:2:1: unknown-key" in page)
        assert preview.answer("/lessons/listen-first/")[0] == 200
        mend(story, "sumary:", "summary:")
        assert preview.shows(STORY, lambda page: "She put the saucepan on" in page)

        whole = template.read_text()
        template.write_text("{% what is this %}")
        assert preview.shows(STORY, lambda page: "story.md.jinja:1: TemplateSyntaxError" in page)
        template.write_text(f"{whole}\nA line more.\n")
        assert preview.shows(STORY, lambda page: "A line more." in page)

        whole = theme.read_text()
        theme.write_text("{% what is this %}")
        assert until(lambda: "main.html:1: TemplateSyntaxError" in preview.answer(STORY)[1])
        theme.write_text(whole)
        assert preview.shows(STORY, lambda page: "A line more." in page)

        story.unlink()
        assert preview.shows(
            "/lessons/listen-first/", lambda page: "listen-first.yml:10:11: unknown-id" in page
        )
        assert preview.answer(STORY)[0] == 404


def test_a_preview_says_what_is_wrong_with_words(project: Path) -> None:
    with running(project) as preview:
        mend(project / "templates/wording/en.yml", "\nlesson: Lesson\n", "\nlesson: [Lesson\n")
        assert preview.shows(STORY, lambda page: "/wording/en.yml:" in page)
        mend(project / "templates/wording/en.yml", "\nlesson: [Lesson\n", "\nlesson: Lesson\n")
        assert preview.shows(STORY, lambda page: "She put the kettle on" in page)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nowhere.example:8000", "dev_addr"),
        ("127.0.0.1", "dev_addr"),
        ("127.0.0.1:99999", "99999 is not a port"),
        ("203.0.113.1:8000", "Cannot assign requested address: 203.0.113.1:8000"),
    ],
)
def test_an_address_where_no_preview_can_be_is_told_at_once(
    tiny: Path, apart: Command, address: str, said: str
) -> None:
    served = apart(tiny, "extramile", "serve", "--address", address)
    assert served.returncode == 1
    assert said in served.stderr
    assert "Building" not in served.stderr
    assert "nothing was published" not in served.stderr


def test_an_address_that_is_taken_is_told_before_anything_is_built(tiny: Path, apart: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        served = apart(tiny, "extramile", "serve", "--address", address)
    assert (served.returncode, served.stderr) == (1, f"extramile: Address already in use: {address}\n")


def until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def test_a_preview_starts_with_broken_files(project: Path) -> None:
    mend(project / "content/stories/the-cup-of-tea.yml", "summary:", "sumary:")
    with running(project) as preview:
        assert preview.shows(STORY, lambda page: "the-cup-of-tea.yml:2:1: unknown-key" in page)
        mend(project / "content/stories/the-cup-of-tea.yml", "sumary:", "summary:")
        assert preview.shows(STORY, lambda page: "She put the kettle on" in page)


def test_a_preview_answers_this_computer_only(tiny: Path) -> None:
    with running(tiny) as preview:
        assert preview.answer("/")[0] == 200
        assert preview.answer("/", host="evil.example")[0] == 403
        assert preview.answer("/../../../../etc/passwd")[0] == 404

"""The recipes: settings, and the export that other engines build."""

import re
from pathlib import Path

import pytest

from generator import build
from generator.publishing import NotPublished
from tests.conftest import Command, all_bytes, mend

EDIT_LINK = re.compile(rb'<a [^>]*rel="edit">.*?</a>', re.DOTALL)
ENGINE = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture
def source(tiny: Path) -> build.Source:
    return build.source(tiny / "content")


def settings(source: build.Source) -> dict[str, object]:
    return dict(build.settings(source, build.read(source)))


def test_the_course_names_the_site_and_its_repository(source: build.Source) -> None:
    found = settings(source)
    assert found.pop("nav")
    assert found == {
        "site_name": "Tea & Sympathy",
        "site_description": "A course that is as small as a course can be.",
        "site_url": "https://example.org/tea/",
        "copyright": "CC BY 4.0",
        "repo_url": "https://github.com/example/tea",
        "repo_name": "example/tea",
        "edit_uri": "edit/main/content/",
    }


def test_a_course_without_a_repository_has_no_pencils(source: build.Source) -> None:
    mend(source.content / "course.yml", "repository: https://github.com/example/tea\n", "")
    assert settings(source)["edit_uri"] is None


@pytest.mark.parametrize(
    ("repository", "path"),
    [
        ("https://gitlab.com/example/tea/", "-/edit/main/courses/tea/content/"),
        ("https://codeberg.org/example/tea", "_edit/main/courses/tea/content/"),
        ("https://git.example.org/example/tea", "edit/main/courses/tea/content/"),
    ],
)
def test_pencils_know_the_host_and_the_place_of_the_course_in_its_repository(
    tiny: Path, tmp_path: Path, repository: str, path: str
) -> None:
    (tmp_path / "all/.git").mkdir(parents=True)
    (tmp_path / "all/courses").mkdir()
    tiny.rename(tmp_path / "all/courses/tea")
    source = build.source(tmp_path / "all/courses/tea/content")
    mend(source.content / "course.yml", "https://github.com/example/tea", repository)
    assert settings(source)["edit_uri"] == path


def test_no_text_of_the_course_opens_a_tag_in_the_theme(source: build.Source) -> None:
    mend(source.content / "course.yml", '"Tea & Sympathy"', "'Tea <script> & \"Sympathy\"'")
    assert settings(source)["site_name"] == "Tea &lt;script&gt; & &quot;Sympathy&quot;"


@pytest.mark.parametrize(("wanted", "spoken"), [("pt-BR", "pt-BR"), ("de-AT", "de"), ("tlh", "en")])
def test_the_theme_speaks_the_nearest_language_it_has(wanted: str, spoken: str) -> None:
    assert build.spoken(wanted) == spoken


def html(folder: Path) -> dict[str, bytes]:
    """All pages, without the link to the author's file and the name of the engine."""
    pages = {name: data for name, data in all_bytes(folder).items() if name.endswith(".html")}
    return {name: ENGINE.sub(b"", EDIT_LINK.sub(b"", page)) for name, page in pages.items()}


@pytest.fixture
def exported(tiny: Path, run: Command) -> Path:
    assert run(tiny, "extramile", "export", "out").stderr == ""
    return tiny / "out"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_an_export_builds_the_same_pages_without_our_plugin(
    tiny: Path, exported: Path, run: Command, engine: str
) -> None:
    assert run(tiny, "extramile", "build", "--strict").returncode == 0
    built = run(exported, engine, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert EDIT_LINK.search((tiny / "site/lessons/listen-first/index.html").read_bytes())
    assert html(exported / "site") == html(tiny / "site")


def test_an_export_builds_with_the_engine_that_follows(tiny: Path, exported: Path, run: Command) -> None:
    assert run(tiny, "extramile", "build").returncode == 0
    built = run(exported, "zensical", "build")
    assert built.returncode == 0, built.stderr
    pages = html(exported / "site")
    assert set(pages) == set(html(tiny / "site"))
    assert b"She put the kettle on, and listened." in pages["stories/the-cup-of-tea/index.html"]
    assert b'data-md-color-primary="custom"' in pages["index.html"]
    for name, page in html(tiny / "site").items():
        assert links(pages[name]) == links(EDIT_LINK.sub(b"", page)), name


def links(page: bytes) -> list[bytes]:
    """Where the links and pictures of a page's own text lead. The theme's are the engine's matter."""
    text = re.sub(
        rb'<a class="headerlink".*?</a>', b"", page.partition(b"data-kind")[2].partition(b"</article>")[0]
    )
    return re.findall(rb'(?:href|src)="([^"]*)"', text)


def test_an_export_takes_the_place_of_an_older_one(tiny: Path, exported: Path, run: Command) -> None:
    before = all_bytes(exported)
    (tiny / "content/paths/first-week.yml").unlink()
    assert run(tiny, "extramile", "export", "out").returncode == 0
    assert set(before) - set(all_bytes(exported)) == {"docs/paths/first-week/index.md"}


def test_an_export_never_replaces_what_it_did_not_write(source: build.Source, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: somebody's work\n")
    with pytest.raises(NotPublished, match="holds files"):
        build.export(source, lambda _: None, build.beside_package("mkdocs.yml"), tmp_path)


def test_a_course_with_errors_is_not_exported(source: build.Source, tmp_path: Path) -> None:
    mend(source.content / "paths/first-week.yml", "summary", "sumary")
    told: list[build.Reading] = []
    with pytest.raises(build.Rejected, match="to mend first: 1"):
        build.export(source, told.append, build.beside_package("mkdocs.yml"), tmp_path / "out")
    assert [problem.code for reading in told for problem in reading.problems] == ["unknown-key"]
    assert not (tmp_path / "out").exists()

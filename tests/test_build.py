"""The recipes: previews, and the export that other engines build."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator import build
from generator.model import Problem
from generator.publishing import NotPublished
from tests.conftest import COURSES, Command, all_bytes, mend

EDIT_LINK = re.compile(rb'<a [^>]*rel="edit">.*?</a>', re.DOTALL)
ENGINE = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture
def source(tiny: Path) -> build.Source:
    return build.source(tiny / "content")


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
    assert run(exported, "extramile", "seal", "site").returncode == 0
    assert EDIT_LINK.search((tiny / "site/lessons/listen-first/index.html").read_bytes())
    assert html(exported / "site") == html(tiny / "site")
    for name in ("search/search_index.json", "sitemap.xml"):
        assert (exported / "site" / name).read_bytes() == (tiny / "site" / name).read_bytes()


@pytest.fixture
def with_options(tiny: Path) -> Path:
    """The tiny course with templates of its own, and addresses that end in .html."""
    shutil.copytree(build.beside_package("templates"), tiny / "templates")
    mend(tiny / "templates/pages/story.md.jinja", "page.summary", "page.summary | upper")
    settings = build.beside_package("mkdocs.yml").read_text()
    own = settings.replace("- extramile", "- extramile:\n      templates: templates")
    (tiny / "mkdocs.yml").write_text(f"use_directory_urls: false\n{own}")
    return tiny


def test_an_export_heeds_the_same_options_as_a_build(with_options: Path, run: Command) -> None:
    assert run(with_options, "extramile", "export", "out").stderr == ""
    assert run(with_options, "extramile", "build").returncode == 0
    assert run(with_options / "out", "mkdocs", "build", "--strict").returncode == 0
    assert run(with_options / "out", "extramile", "seal", "site").returncode == 0
    pages = html(with_options / "out/site")
    assert b"SETS THE KETTLE" in pages["stories/the-cup-of-tea/index.html"]
    assert b'stories/the-cup-of-tea/index.html"' in pages["lessons/listen-first/index.html"]
    assert pages == html(with_options / "site")


def test_an_export_is_as_strict_as_its_settings(with_options: Path, run: Command) -> None:
    mend(with_options / "content/lessons/listen-first.yml", "minutes: 10\n", "")
    mend(with_options / "mkdocs.yml", "use_directory_urls: false", "strict: true")
    exported = run(with_options, "extramile", "export", "out")
    assert exported.returncode == 1
    assert "minutes-not-said" in exported.stderr
    assert not (with_options / "out").exists()


HOSTILE = 'A < B & "C"'


def test_the_title_of_a_course_is_no_markup_and_is_escaped_once(tiny: Path, run: Command) -> None:
    mend(tiny / "content/course.yml", '"Tea & Sympathy"', f"'{HOSTILE}'")
    assert run(tiny, "extramile", "build", "--strict", "--no-handouts").returncode == 0
    for name, data in all_bytes(tiny / "site").items():
        if name.endswith((".html", ".xml")):
            page = data.decode()
            assert not re.search(r"&amp;(lt|gt|quot|amp|#\d+)\b", page), name
            assert "A < B" not in page, name
            for shown in re.findall(r'(?:title|aria-label)="(A [^"]*)"', page):
                assert unescape(shown) == "A ‹ B & “C”", name


def test_a_preview_says_on_every_page_what_has_no_page(tiny: Path) -> None:
    (tiny / "content/storys").mkdir()
    (tiny / "content/storys/lost.yml").write_text("title: <Lost>\n")
    mend(tiny / "content/course.yml", "summary:", "sumary:")
    mend(tiny / "content/glossary.yml", "meaning:", "meening:")
    mend(tiny / "content/stories/the-cup-of-tea.yml", "summary:", "sumary:")
    told: list[Problem] = []
    site = build.preview(build.source(tiny / "content"), lambda reading: told.extend(reading.problems), None)
    strays = [problem for problem in told if "stories/" not in problem.place.file]
    assert {problem.code for problem in strays} >= {"unknown-folder", "unknown-key"}
    for page in site.pages:
        above = page.text.partition("\n# ")[0]
        assert f"{len(strays)} problems have no page of their own:" in above, page.path
        for code in ("unknown-folder", "course.yml:3:1: unknown-key", "glossary.yml:4:5: unknown-key"):
            assert code in above, page.path
        assert "the-cup-of-tea.yml:2:1" not in above, page.path
    (story,) = (page for page in site.pages if page.source == "stories/the-cup-of-tea.yml")
    assert "the-cup-of-tea.yml:2:1: unknown-key" in story.text


def test_only_a_preview_says_what_has_no_page(tiny: Path) -> None:
    mend(tiny / "content/course.yml", "id: tea", "language: de\nid: tea")
    source = build.source(tiny / "content")
    assert "1 problem has no page of its own:" in build.preview(source, lambda _: None, None).pages[0].text
    assert not any("no page of its own" in page.text for page in build.finished(source, lambda _: None).pages)


def test_a_preview_marks_drafts_on_their_pages_and_cards() -> None:
    source = build.source(COURSES / "drafts/content")
    pages = {page.path: page.text for page in build.preview(source, lambda _: None, None).pages}
    for folder in ("lessons", "stories", "exercises", "checklists", "workshops"):
        above = pages[f"{folder}/hidden/index.md"].partition("\n# ")[0]
        assert "Draft: not published yet" in above
        assert "Draft: not published yet" in pages[f"{folder}/index.md"]
        assert "Draft: not published yet" not in pages[f"{folder}/shown/index.md"].partition("\n# ")[0]
    assert not any("Draft:" in page.text for page in build.finished(source, lambda _: None).pages)


def test_an_interface_without_words_in_the_language_of_the_course_says_so(tiny: Path) -> None:
    mend(tiny / "content/course.yml", "id: tea", "language: de-AT\nid: tea")
    found = build.read(build.source(tiny / "content")).problems
    assert [(problem.code, problem.severity, problem.place.line) for problem in found] == [
        ("no-words", "warning", 2)
    ]
    templates = tiny / "templates"
    shutil.copytree(build.beside_package("templates") / "wording", templates / "wording")
    (templates / "wording/de.yml").write_text("lessons: Lektionen\n")
    assert build.read(build.source(tiny / "content", str(templates))).problems == ()


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("ckb", "rtl"), ("de", "ltr")])
def test_a_course_runs_in_the_direction_of_its_language(
    tiny: Path, run: Command, language: str, direction: str
) -> None:
    mend(tiny / "content/course.yml", "id: tea", f"language: {language}\nid: tea")
    assert run(tiny, "extramile", "build", "--no-handouts").returncode == 0
    assert f'<body dir="{direction}"' in (tiny / "site/index.html").read_text()


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

"""What the settings of an engine say about a course."""

import html
from pathlib import Path

import pytest

from generator import build, engine_settings
from tests.conftest import mend


@pytest.fixture
def source(tiny: Path) -> build.Source:
    return build.source(tiny / "content")


def settings(source: build.Source) -> dict[str, object]:
    reading = build.read(source)
    return dict(engine_settings.settings(reading.course, reading.words, source.content))


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tea & Sympathy", "Tea & Sympathy"),
        ('A < B & "C"', "A ‹ B & “C”"),
        ("Tea <script>alert(1)</script>", "Tea ‹script›alert(1)‹/script›"),
        ('12" of rain', "12” of rain"),
        ("Fish &lt; chips &copy 2027", "Fish ＆lt; chips ＆copy 2027"),
    ],
)
def test_the_name_of_the_site_is_the_same_escaped_or_not(title: str, name: str) -> None:
    assert engine_settings.name_without_markup(title) == name
    assert html.unescape(name) == name
    assert not set('<>"') & set(name)


def test_no_text_of_the_course_opens_a_tag_in_the_theme(source: build.Source) -> None:
    mend(source.content / "course.yml", "A course that is", 'A <b>course</b> & "more" that is')
    with (source.content / "course.yml").open("a") as course:
        course.write("licence: <i>CC</i>\n")
    said = settings(source)
    assert said["site_description"] == (
        "A &lt;b&gt;course&lt;/b&gt; &amp; &#34;more&#34; that is as small as a course can be."
    )
    assert said["copyright"] == "&lt;i&gt;CC&lt;/i&gt;"


@pytest.mark.parametrize(("wanted", "spoken"), [("pt-BR", "pt-BR"), ("de-AT", "de"), ("tlh", "en")])
def test_the_theme_speaks_the_nearest_language_it_has(wanted: str, spoken: str) -> None:
    assert engine_settings.spoken(wanted) == spoken


DAY = {"scheme": "default", "toggle": {"icon": "moon"}}
NIGHT = {"scheme": "slate", "toggle": {"icon": "sun"}}
NAMES = {"default": "Light", "slate": "Dark"}


def test_a_button_for_colours_says_where_it_leads() -> None:
    assert engine_settings.with_names([DAY, NIGHT], NAMES) == [
        {"scheme": "default", "toggle": {"name": "Dark", "icon": "moon"}},
        {"scheme": "slate", "toggle": {"name": "Light", "icon": "sun"}},
    ]


@pytest.mark.parametrize(
    "palette",
    [
        None,
        {"scheme": "slate"},
        [{"media": "(prefers-color-scheme)", "scheme": "default"}],
        [{"toggle": {"name": "Mine"}}],
    ],
)
def test_a_palette_without_unnamed_buttons_stays_as_it_is(palette: object) -> None:
    assert engine_settings.with_names(palette, NAMES) == palette

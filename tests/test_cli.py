"""The commands as a user runs them: what they print, and how they exit."""

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.build import beside_package
from tests.conftest import HERE, QUIET, Command, all_bytes, mend, signals_as_usual

STORY = "content/stories/the-cup-of-tea.yml"


@pytest.fixture
def broken(tiny: Path) -> Path:
    """The tiny course with a mistake in its story."""
    mend(tiny / STORY, "summary:", "sumary:")
    return tiny


def test_a_sound_course_has_nothing_to_say(tiny: Path, apart: Command) -> None:
    checked = apart(tiny, "extramile", "check")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "no problems in 8 files\n", "")
    assert apart(tiny, "extramile", "check", "--format", "github").stdout == ""
    assert apart(tiny, "extramile", "check", "--format", "json").stdout == "[]\n"


def test_a_mistake_is_told_with_its_place_and_how_to_mend_it(broken: Path, apart: Command) -> None:
    checked = apart(broken, "extramile", "check")
    assert checked.returncode == 1
    assert checked.stdout.startswith(f"{STORY}:2:1: unknown-key: ")
    assert "summary" in checked.stdout
    assert "\x1b" not in checked.stdout


def test_who_makes_a_mistake_is_told_where_to_read_more(broken: Path, run: Command) -> None:
    more = "What the messages mean, with examples: https://example.org/tea/guide/messages/\n"
    assert run(broken, "extramile", "check").stdout.endswith(more)
    mend(broken / "content/course.yml", "site_url: https://example.org/tea/\n", "")
    assert "messages mean" not in run(broken, "extramile", "check").stdout


def test_a_mistake_is_told_to_github_beside_its_line(broken: Path, apart: Command) -> None:
    checked = apart(broken, "extramile", "check", "--format", "github")
    assert checked.returncode == 1
    assert checked.stdout.startswith(f"::error file={STORY},line=2,col=1,title=unknown-key::")


def test_a_mistake_is_told_to_programs(broken: Path, run: Command) -> None:
    checked = run(broken, "extramile", "check", "--format", "json")
    found = json.loads(checked.stdout)[0]
    assert (found["file"], found["line"], found["code"]) == (STORY, 2, "unknown-key")


def test_warnings_let_a_course_pass_unless_it_is_strict(tiny: Path, run: Command) -> None:
    mend(tiny / "content/lessons/listen-first.yml", "minutes: 10\n", "")
    assert "warning" in run(tiny, "extramile", "check").stdout
    assert run(tiny, "extramile", "check").returncode == 0
    assert run(tiny, "extramile", "check", "--strict").returncode == 1
    assert run(tiny, "extramile", "build", "--no-handouts").returncode == 0
    assert run(tiny, "extramile", "build", "--strict", "--no-handouts").returncode == 1


def test_what_is_certain_is_mended_and_told(run: Command, broken: Path) -> None:
    mended = run(broken, "extramile", "check", "--fix")
    assert mended.returncode == 0
    assert mended.stdout.startswith(f"{STORY}:2:1: mended: unknown-key: ")
    assert mended.stdout.endswith("no problems in 8 files\n")
    again = run(broken, "extramile", "check", "--fix", "--format", "json")
    assert (again.stdout, again.stderr) == ("[]\n", "")


def test_what_is_overdue_is_told_when_somebody_checks_and_never_by_a_build(run: Command, tiny: Path) -> None:
    story = tiny / STORY
    story.write_text(f"{story.read_text('utf-8')}review_by: 2020-01-31\n", "utf-8")
    checked, exported = (
        run(tiny, "extramile", "check"),
        run(tiny, "extramile", "export", "out", "--no-handouts"),
    )
    assert (checked.returncode, "review-due" in checked.stdout) == (0, True)
    assert (exported.returncode, exported.stderr) == (0, "")


def test_a_code_is_explained(tiny: Path, run: Command) -> None:
    explained = run(tiny, "extramile", "explain", "unknown-key")
    assert explained.returncode == 0
    assert explained.stdout.startswith("unknown-key\n\n")


@pytest.mark.parametrize(
    ("typed", "meant"), [("colom", "colon"), ("unknwon-key", "unknown-key"), ("Adress_gone", "address-gone")]
)
def test_a_code_with_a_slip_is_told_the_nearest(tiny: Path, run: Command, typed: str, meant: str) -> None:
    assert f"did you mean {meant}?" in run(tiny, "extramile", "explain", typed).stderr


def test_whoever_asks_where_there_is_no_course_learns_how_to_begin_one(tmp_path: Path, run: Command) -> None:
    asked = run(tmp_path, "extramile", "check")
    assert 'extramile new course "Its title"' in asked.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ["explain", "no-such-code"],
        ["check", "--content", "nowhere"],
        ["build", "--content", "nowhere"],
        ["export"],
        ["unheard-of"],
        [],
    ],
)
def test_wrong_usage_is_told_in_a_few_lines(tiny: Path, run: Command, wrong: list[str]) -> None:
    used = run(tiny, "extramile", *wrong)
    assert used.returncode == 2
    assert used.stderr
    assert "Traceback" not in used.stderr


def test_a_folder_without_a_course_is_told_in_a_line(tiny: Path, run: Command) -> None:
    (tiny / "empty").mkdir()
    checked = run(tiny, "extramile", "check", "--content", "empty")
    assert (checked.returncode, checked.stderr) == (1, "Error: no course here: empty has no course.yml\n")


def test_inside_a_content_folder_the_way_to_name_it_is_told(tiny: Path, run: Command) -> None:
    assert "add `--content .`" in run(tiny / "content", "extramile", "check").stderr
    assert run(tiny / "content", "extramile", "check", "--content", ".").returncode == 0


def test_what_cannot_be_printed_is_told_in_a_line(tiny: Path) -> None:
    for command in (["check"], ["explain", "empty"], ["--help"], ["build"]):
        with Path("/dev/full").open("w") as full:
            said = subprocess.run(
                [str(HERE / "extramile"), *command],
                cwd=tiny,
                env={**os.environ, **QUIET},
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert (said.returncode, said.stderr) == (1, "extramile: No space left on device\n")


def test_a_reader_who_goes_away_hears_nothing(broken: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    said = subprocess.run(
        [str(HERE / "extramile"), "check"],
        cwd=broken,
        env={**os.environ, **QUIET},
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (said.returncode, said.stderr) == (1, "")


def test_nobody_waits_for_what_only_forms_need() -> None:
    asked = "import sys; from generator import cli; print('pikepdf' in sys.modules)"
    said = subprocess.run([HERE / "python", "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"


def test_a_tilde_is_the_home_of_the_user(tiny: Path, run: Command, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    assert run(tiny, "extramile", "build", "--out=~/site", **home).returncode == 0
    assert (tmp_path / "site/index.html").is_file()
    assert run(tiny, "extramile", "export", "~/export", **home).returncode == 0
    assert (tmp_path / "export/mkdocs.yml").is_file()
    assert not (tiny / "~").exists()


@pytest.mark.parametrize("command", [["build", "--site-dir"], ["export"]])
def test_a_folder_inside_the_content_folder_is_refused_at_once(
    tiny: Path, run: Command, command: list[str]
) -> None:
    before = all_bytes(tiny)
    used = run(tiny, "extramile", *command, "content/site")
    assert used.returncode == 1
    assert used.stderr == (
        "extramile: content/site is inside the content folder content; name a folder outside of it\n"
    )
    assert all_bytes(tiny) == before


def test_the_help_tells_both_names_of_the_site_folder(tiny: Path, run: Command) -> None:
    assert "--site-dir, --out" in run(tiny, "extramile", "build", "--help").stdout


def test_copied_settings_that_name_what_was_not_copied_are_told_with_a_way_out(
    tiny: Path, run: Command
) -> None:
    (tiny / "mkdocs.yml").write_text(beside_package("mkdocs.yml").read_text())
    built = run(tiny, "extramile", "build")
    assert built.returncode == 1
    assert "custom_dir" in built.stderr
    assert "delete mkdocs.yml" in built.stderr
    assert "--config" in built.stderr


@pytest.fixture
def own_templates(tiny: Path) -> Path:
    """The tiny course with templates of its own."""
    shutil.copytree(beside_package("templates"), tiny / "templates")
    own = beside_package("mkdocs.yml").read_text()
    (tiny / "mkdocs.yml").write_text(own.replace("- extramile", "- extramile:\n      templates: templates"))
    return tiny


def test_words_that_cannot_be_read_are_told_with_their_place(own_templates: Path, run: Command) -> None:
    mend(own_templates / "templates/wording/en.yml", "\nlesson: Lesson\n", "\nlesson: [Lesson\n")
    for command in (["build"], ["export", "out"]):
        used = run(own_templates, "extramile", *command)
        assert used.returncode == 1
        assert re.match(r"extramile: \S+/wording/en\.yml:\d+:\d+: ", used.stderr)
        assert "mistake of the program" not in used.stderr


def test_a_mistake_of_the_program_names_the_file_that_was_laid_out(own_templates: Path, run: Command) -> None:
    template = own_templates / "templates/pages/story.md.jinja"
    template.write_text(template.read_text() + "{{ page.nothing }}")
    built = run(own_templates, "extramile", "build")
    assert built.returncode == 70
    assert "while laying out the page of stories/the-cup-of-tea.yml:\n" in built.stderr


def test_a_folder_that_holds_only_content_builds(tiny: Path, apart: Command) -> None:
    built = apart(tiny, "extramile", "build")
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.startswith("Built ")
    assert sorted(path.name for path in tiny.iterdir()) == [".cache", "content", "dist", "site"]


def test_those_who_lead_find_theirs_beside_the_site(tiny: Path, run: Command) -> None:
    kit = tiny / "dist/facilitator"
    for _ in range(2):
        built = run(tiny, "extramile", "build", "--no-handouts")
        assert "dist/facilitator" in built.stdout
        assert {file.name for file in kit.glob("*.html")} == {
            f"{kind}-half-an-hour.html" for kind in ("deck", "guide", "key")
        }
    (kit / "print.css").unlink()
    (kit / "mine.txt").write_text("Mine.")
    built = run(tiny, "extramile", "build", "--no-handouts")
    assert (built.returncode, (kit / "mine.txt").read_text()) == (1, "Mine."), (
        "no stranger's folder is replaced"
    )
    assert "holds files that extramile did not write" in built.stderr


def test_handouts_are_for_a_time_and_a_group(tiny: Path, run: Command) -> None:
    command = ("extramile", "handouts", "guide-half-an-hour", "--paper", "a4", "--start", "14:45")
    made = run(tiny, *command, "--group", "9")
    assert made.returncode == 0, made.stderr
    (file,) = (tiny / "handouts").iterdir()
    text = PdfReader(file).pages[0].extract_text()
    assert "From 14:45 to 15:15" in text
    assert "9 people" in text


@pytest.mark.parametrize("option", [("--start", "9h"), ("--start", "24:00"), ("--group", "0")])
def test_a_time_or_a_group_that_cannot_be_is_refused(
    tiny: Path, run: Command, option: tuple[str, str]
) -> None:
    made = run(tiny, "extramile", "handouts", *option)
    assert made.returncode == 2
    assert option[0] in made.stderr
    assert not (tiny / "handouts").exists()


def test_a_course_is_built_from_afar_to_any_folder(tiny: Path, run: Command, tmp_path: Path) -> None:
    built = run(tmp_path, "extramile", "build", "--content", tiny / "content", "--out", tmp_path / "far/away")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "far/away/index.html").is_file()


def test_settings_beside_the_content_of_a_stranger_are_not_used(
    tiny: Path, run: Command, tmp_path: Path
) -> None:
    (tiny / "mkdocs.yml").write_text("hooks: [trap.py]\nplugins: [extramile]\n")
    (tiny / "trap.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'w')")
    built = run(tmp_path, "extramile", "build", "--no-handouts", "--content", tiny / "content")
    assert built.returncode == 0, built.stderr
    assert not (tmp_path / "sprung").exists()


def test_settings_of_the_folder_we_are_in_are_used(tiny: Path, run: Command) -> None:
    settings = beside_package("mkdocs.yml")
    own = settings.read_text().replace(
        "custom_dir: templates/theme", f"custom_dir: {settings.parent}/templates/theme"
    )
    (tiny / "mkdocs.yml").write_text(own.replace("extra:", "use_directory_urls: false\n\nextra:"))
    assert run(tiny, "extramile", "build", "--no-handouts").returncode == 0
    assert 'href="stories/index.html"' in (tiny / "site/index.html").read_text()


def test_settings_without_the_plugin_are_refused(tiny: Path, run: Command) -> None:
    (tiny / "mkdocs.yml").write_text("site_name: Somebody's manual\ntheme: material\n")
    built = run(tiny, "extramile", "build")
    assert built.returncode == 1
    assert "add `- extramile`" in built.stderr


def test_a_course_with_errors_leaves_the_published_site_as_it_was(tiny: Path, apart: Command) -> None:
    apart(tiny, "extramile", "build")
    before = all_bytes(tiny / "site")
    mend(tiny / STORY, "summary:", "sumary:")
    built = apart(tiny, "extramile", "build")
    assert built.returncode == 1
    assert built.stderr.startswith(f"{STORY}:2:1: unknown-key: ")
    assert built.stderr.endswith("problems to mend first: 1\nextramile: nothing was published\n")
    assert all_bytes(tiny / "site") == before
    assert sorted(path.name for path in tiny.iterdir()) == [".cache", "content", "dist", "site"]


def test_a_folder_that_is_not_a_site_is_not_replaced(tiny: Path, run: Command) -> None:
    built = run(tiny, "extramile", "build", "--site-dir", ".")
    assert built.returncode == 1
    assert "name another folder" in built.stderr
    assert (tiny / STORY).is_file()


def test_a_mistake_of_the_program_names_the_file_and_asks_for_a_report(tiny: Path, apart: Command) -> None:
    settings = beside_package("mkdocs.yml").read_text()
    (tiny / "mkdocs.yml").write_text(settings.replace("custom_dir: templates/theme", "custom_dir: theme"))
    (tiny / "theme").mkdir()
    (tiny / "theme/main.html").write_text("{{ page.nothing.like_this }}")
    built = apart(tiny, "extramile", "build")
    assert built.returncode == 70
    assert "UndefinedError" in built.stderr
    assert "please report it" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tiny / "site").exists()


def test_developers_see_the_whole_way_of_a_mistake(tiny: Path, run: Command) -> None:
    settings = beside_package("mkdocs.yml").read_text()
    (tiny / "mkdocs.yml").write_text(settings.replace("custom_dir: templates/theme", "custom_dir: theme"))
    (tiny / "theme").mkdir()
    (tiny / "theme/main.html").write_text("{{ page.nothing.like_this }}")
    assert "Traceback" in run(tiny, "extramile", "build", EXTRAMILE_DEBUG="1").stderr


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_build_that_is_stopped_says_so_in_a_line_and_leaves_nothing(
    tiny: Path, run: Command, number: signal.Signals, status: int
) -> None:
    run(tiny, "extramile", "build")
    before = all_bytes(tiny / "site")
    command = [str(HERE / "extramile"), "build"]
    with signals_as_usual():
        building = subprocess.Popen(
            command, cwd=tiny, env={**os.environ, **QUIET}, stderr=subprocess.PIPE, text=True
        )
    while building.poll() is None and not (tiny / ".site.extramile/new").exists():
        time.sleep(0.001)
    building.send_signal(number)
    _, said = building.communicate()
    assert (building.returncode, said) == (status, "extramile: stopped; what was published stays as it was\n")
    assert all_bytes(tiny / "site") == before
    assert sorted(path.name for path in tiny.iterdir()) == [".cache", "content", "dist", "site"]


def test_schemas_are_written_where_they_are_asked_for(tmp_path: Path, run: Command) -> None:
    written = run(tmp_path, "extramile", "schema", "--out", "editor")
    assert (written.returncode, written.stdout) == (0, "Wrote 8 schemas: editor\n")
    assert json.loads((tmp_path / "editor/story.json").read_text("utf-8"))["title"] == "story"

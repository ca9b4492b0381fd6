"""Swapping a finished folder for a published one."""

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import publishing
from generator.publishing import NotPublished, is_site, replacing
from tests.conftest import all_bytes, signals_as_usual

OLD = {"404.html": b"", "search/search_index.json": b"{}", "old.html": b"old"}
NEW = {"404.html": b"", "search/search_index.json": b"{}", "new.html": b"new"}


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site."""
    put(tmp_path / "out/site", OLD)
    return tmp_path / "out/site"


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())


def test_a_first_site_appears_whole(tmp_path: Path) -> None:
    with replacing(tmp_path / "far/site") as fresh:
        put(fresh, NEW)
    assert all_bytes(tmp_path / "far/site") == NEW
    assert beside(tmp_path / "far/site") == ["site"]


def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it(site: Path) -> None:
    with replacing(site) as fresh:
        put(fresh, NEW)
        assert all_bytes(site) == OLD
    assert all_bytes(site) == NEW
    assert beside(site) == ["site"]


def test_a_build_that_fails_leaves_the_old_site_as_it_was(site: Path) -> None:
    with pytest.raises(ValueError, match="broken"), replacing(site) as fresh:
        put(fresh, NEW)
        raise ValueError("broken")
    assert all_bytes(site) == OLD
    assert beside(site) == ["site"]


@pytest.fixture
def private() -> Iterator[None]:
    """As where somebody sees to it that nobody else can read new files."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o2775])
def test_whoever_could_enter_the_old_folder_can_enter_the_new_one(
    site: Path, private: None, mode: int
) -> None:
    site.chmod(mode)
    with replacing(site) as fresh:
        put(fresh, NEW)
    assert stat.S_IMODE(site.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives folders to any group")
def test_the_group_of_the_folder_stays_and_its_new_files_belong_to_it(site: Path) -> None:
    os.chown(site, -1, 4242)
    site.chmod(0o2755)
    with replacing(site) as fresh:
        put(fresh, NEW)
    assert (site.stat().st_gid, (site / "new.html").stat().st_gid) == (4242, 4242)


def test_a_group_that_may_not_be_given_is_passed_over(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    with replacing(site) as fresh:
        put(fresh, NEW)
    assert all_bytes(site) == NEW


def test_a_first_folder_is_as_private_as_the_user_wants(tmp_path: Path, private: None) -> None:
    with replacing(tmp_path / "site") as fresh:
        put(fresh, NEW)
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o700


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with replacing(tmp_path / "site") as fresh:
        put(fresh, NEW)
    assert all_bytes(tmp_path / "site") == NEW


def test_a_link_to_a_site_goes_on_being_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    with replacing(tmp_path / "link") as fresh:
        put(fresh, NEW)
    assert (tmp_path / "link").is_symlink()
    assert all_bytes(site) == NEW


@pytest.mark.parametrize("files", [{"thesis.doc": b"years of work"}, {**OLD, ".git": b"gitdir: elsewhere"}])
def test_a_folder_that_is_not_a_site_of_ours_is_never_replaced(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    put(tmp_path / "home", files)
    with pytest.raises(NotPublished, match="home holds files"), replacing(tmp_path / "home"):
        raise AssertionError("nothing may be built")
    assert all_bytes(tmp_path / "home") == files


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(NotPublished, match="is a file"), replacing(tmp_path / "site"):
        pass


def test_what_a_killed_build_left_behind_is_swept_by_the_next_one(site: Path) -> None:
    killed = "; ".join(
        [
            "import os, pathlib, signal, generator.publishing as p",
            f"context = p.replacing(pathlib.Path({str(site)!r}))",
            "work = context.__enter__()",
            "(work / 'half.html').write_text('half')",
            "os.kill(os.getpid(), signal.SIGKILL)",
        ]
    )
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -signal.SIGKILL
    assert all_bytes(site) == OLD
    assert len(beside(site)) == 2
    with replacing(site) as fresh:
        put(fresh, NEW)
    assert all_bytes(site) == NEW
    assert beside(site) == ["site"]


def test_two_builds_of_one_folder_wait_for_each_other(site: Path) -> None:
    inside = threading.Semaphore(1)

    def build(number: int) -> None:
        with replacing(site) as fresh:
            assert inside.acquire(blocking=False), "two builds at once"
            put(fresh, {**NEW, "number": str(number).encode()})
            inside.release()

    builds = [threading.Thread(target=build, args=(number,)) for number in range(40)]
    for thread in builds:
        thread.start()
    for thread in builds:
        thread.join()
    assert set(all_bytes(site)) == {*NEW, "number"}
    assert beside(site) == ["site"]


def test_a_build_that_waits_for_another_says_so_once(site: Path) -> None:
    second = (
        f"import generator.publishing as p, pathlib; p.replacing(pathlib.Path({str(site)!r})).__enter__()"
    )
    with replacing(site) as fresh:
        put(fresh, NEW)
        waits = subprocess.Popen([sys.executable, "-c", second], stderr=subprocess.PIPE, text=True)
        assert waits.stderr
        said = waits.stderr.readline()
    _, after = waits.communicate()
    assert said + after == f"extramile: waiting for another build of {site}\n"


@pytest.mark.parametrize("inside", ["", "site", "lessons/../site"])
def test_a_folder_inside_the_content_folder_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(NotPublished, match=r"inside the content folder .* outside of it"):
        publishing.keep_apart(tmp_path / "content" / inside, tmp_path / "content")
    publishing.keep_apart(tmp_path / "contents", tmp_path / "content")


def test_a_mount_point_is_refused_before_anything_is_built() -> None:
    said = r"^/ is a mount point; name a folder inside it$"
    with pytest.raises(NotPublished, match=said), replacing(Path("/")):
        raise AssertionError("nothing may be built")


def test_a_folder_that_only_the_table_of_mounts_knows_is_a_mount_point(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_mount_points", lambda: {str(site)})
    with pytest.raises(NotPublished, match="mount point"), replacing(site):
        raise AssertionError("nothing may be built")


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="only Linux has such a table")
def test_linux_lists_its_mount_points() -> None:
    assert {"/", "/proc"} <= publishing._mount_points()


def test_closing_the_terminal_stops_a_build_unless_it_was_started_to_outlive_it() -> None:
    asked = (
        "import generator.publishing as p, os, signal; p.heed_signals(); os.kill(os.getpid(), signal.SIGHUP)"
    )
    with signals_as_usual():
        stopped = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)
    assert "Stopped: " in stopped.stderr
    outlives = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); {asked}"
    assert subprocess.run([sys.executable, "-c", outlives], check=False).returncode == 0


def test_what_the_machine_does_not_allow_is_said_in_one_line(site: Path) -> None:
    with pytest.raises(NotPublished, match=r"^No space left on device: .*site$"), replacing(site):
        raise OSError(28, "No space left on device")


def test_a_place_where_no_folder_can_be_is_said_in_one_line(site: Path) -> None:
    with pytest.raises(NotPublished, match="Not a directory"), replacing(site / "404.html/deeper"):
        pass


def test_a_work_folder_that_is_a_link_is_not_followed(site: Path, tmp_path: Path) -> None:
    put(tmp_path / "victim/folder", {"precious": b"1"})
    (site.parent / ".site.extramile").symlink_to(tmp_path / "victim")
    with pytest.raises(NotPublished, match=r"site\.extramile"), replacing(site):
        pass
    assert all_bytes(tmp_path / "victim") == {"folder/precious": b"1"}


def test_systems_that_cannot_exchange_folders_do_it_in_two_steps(site: Path) -> None:
    put(site.parent / "new", NEW)
    publishing._exchange_in_two_steps(site.parent / "new", site, site.parent / "spare")
    assert all_bytes(site) == NEW
    assert all_bytes(site.parent / "spare") == OLD


def test_a_second_step_that_fails_takes_the_first_one_back(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publishing._exchange_in_two_steps(site.parent / "missing", site, site.parent / "spare")
    assert all_bytes(site) == OLD


def test_only_a_folder_with_the_traces_of_an_engine_counts_as_a_site(site: Path, tmp_path: Path) -> None:
    assert is_site(site)
    assert not is_site(tmp_path)

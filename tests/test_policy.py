"""What the pages of a site may do, as browsers are told."""

import base64
import hashlib
from pathlib import Path

from generator import build, policy
from tests.conftest import Command

TEMPLATES = build.beside_package("templates")
PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>é\u2028 &lt;head&gt;</title>\n'
    "<script>let a = 1 && 2</script>"
    '<script type="application/ld+json">{"a": "b"}</script><script src="x.js"></script>\n'
    "</head>\n<body><p>Text.</p></body></html>\n"
)


def sealed(**pages: str) -> dict[str, str]:
    files = ((f"{name}.html", text.encode()) for name, text in pages.items())
    return {path: data.decode() for path, data in policy.sealed(files, TEMPLATES)}


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_page_allows_its_own_scripts_word_by_word_and_no_other() -> None:
    page = sealed(a=PAGE)["a.html"]
    allowed = f"script-src 'self' {hashed('let a = 1 && 2')};"
    assert f"default-src 'none'; {allowed} style-src 'self'; img-src 'self'; font-src 'self'" in page
    assert page.count("sha256-") == 1
    assert "unsafe" not in page


def test_the_policy_stands_before_everything_that_it_is_about() -> None:
    page = sealed(a=PAGE)["a.html"]
    before, policy_, after = page.partition('\n      <meta http-equiv="Content-Security-Policy" content="')
    assert policy_
    assert before.endswith('<meta charset="utf-8">')
    assert before + after.partition('">')[2] == PAGE


def test_what_looks_like_a_tag_inside_a_script_or_a_title_is_none() -> None:
    tricky = PAGE.replace("let a", "let b = '<head><meta charset=x>'; let a")
    assert hashed("let b = '<head><meta charset=x>'; let a = 1 && 2") in sealed(a=tricky)["a.html"]


def test_sealing_twice_is_sealing_once() -> None:
    once = sealed(a=PAGE)
    assert "a.html" not in sealed(a=once["a.html"])
    assert sealed(a=once["a.html"])["_headers"] == once["_headers"]


def test_hosts_are_told_the_same_for_all_pages_and_who_may_frame_them() -> None:
    files = sealed(a=PAGE, b=PAGE.replace("let a", "let c"))
    for name in ("_headers", ".htaccess"):
        assert hashed("let a = 1 && 2") in files[name]
        assert hashed("let c = 1 && 2") in files[name]
        assert "frame-ancestors 'self'" in files[name]
        assert "nosniff" in files[name]
    assert "frame-ancestors" not in files["a.html"]


def test_a_site_of_another_engine_is_sealed_by_a_command(tmp_path: Path, run: Command) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(PAGE)
    done = run(tmp_path, "extramile", "seal", "site")
    assert (done.returncode, done.stdout) == (0, "Sealed: site\n")
    assert (tmp_path / "site/index.html").read_text() == sealed(a=PAGE)["a.html"]
    assert (tmp_path / "site/_headers").is_file()
    assert run(tmp_path, "extramile", "seal", "elsewhere").returncode == 2

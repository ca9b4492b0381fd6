"""What the pages of a site may do, as browsers are told."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import build, policy
from tests.conftest import Command

TEMPLATES = build.beside_package("templates")
PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>é\u2028 &lt;head&gt;</title>\n'
    "<script>let a = 1 && 2</script>"
    '<script type="application/ld+json">{"a": "b"}</script><script src="x.js"></script>\n'
    "</head>\n<body><p>Text.</p></body></html>\n"
)
LONGEST_LINE = 2_000
"""Of a file of headers: what Cloudflare Pages takes; nginx takes twice as much."""


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


def lines(form: str) -> Callable[[str], dict[str, str]]:
    """Reads headers that stand one a line in a form."""
    return lambda text: dict(re.findall(form, text, re.MULTILINE))


def of_iis(text: str) -> dict[str, str]:
    """Reads the headers of a file for IIS, in which each is taken away before it is set."""
    headers = ElementTree.fromstring(text.encode()).find("system.webServer/httpProtocol/customHeaders")
    assert headers is not None
    tags = [header.tag for header in headers]
    assert tags == ["remove", "add"] * (len(tags) // 2)
    assert [header.get("name") for header in headers][::2] == [header.get("name") for header in headers][1::2]
    return {header.attrib["name"]: header.attrib["value"] for header in headers if header.tag == "add"}


READ: Mapping[str, Callable[[str], dict[str, str]]] = {
    "_headers": lines(r"^  ([\w-]+): (.*)$"),
    ".htaccess": lines(r'^  Header always set ([\w-]+) "([^"\\%]*)"$'),
    "web.config": of_iis,
    "nginx-headers.conf": lines(r'^add_header ([\w-]+) "([^"\\$]*)" always;$'),
}
"""How each kind of host reads its file; Apache and nginx put something else for `%` and `$`."""


@pytest.mark.parametrize("name", policy.HOSTS)
def test_every_host_is_told_the_same_for_all_pages_and_who_may_frame_them(name: str) -> None:
    files = sealed(a=PAGE, b=PAGE.replace("let a", "let c"))
    scripts = sorted(map(hashed, ("let a = 1 && 2", "let c = 1 && 2")))
    assert READ[name](files[name]) == {
        "Content-Security-Policy": f"default-src 'none'; script-src 'self' {' '.join(scripts)}; "
        "style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    assert "frame-ancestors" not in files["a.html"]


def test_a_policy_fits_what_hosts_take_as_a_line(site_folder: Path) -> None:
    assert max(map(len, (site_folder / "_headers").read_text().splitlines())) < LONGEST_LINE


def test_a_site_of_another_engine_is_sealed_by_a_command(tmp_path: Path, run: Command) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(PAGE)
    done = run(tmp_path, "extramile", "seal", "site")
    assert (done.returncode, done.stdout) == (0, "Sealed: site\n")
    assert (tmp_path / "site/index.html").read_text() == sealed(a=PAGE)["a.html"]
    assert (tmp_path / "site/_headers").is_file()
    assert run(tmp_path, "extramile", "seal", "elsewhere").returncode == 2

"""What the pages of a finished site may do, told to browsers: the content security policy.

Everything comes from the site itself. The few scripts that the theme writes into its pages are allowed
word by word, by their hashes, so that a script which found its way into a page would not run. Each page
carries its policy in a meta tag, which works on every host. A file of headers says the same for the whole
site, and what a meta tag cannot say, to hosts that read one.

Source: https://www.w3.org/TR/CSP3/
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from string import Template

ALLOWED: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
ONLY_IN_HEADERS: Mapping[str, str] = {"frame-ancestors": "'self'"}
"""What browsers do not take from a meta tag. A page that is framed elsewhere could be clicked unseen."""
DATA = ("application/json", "application/ld+json")
"""Types of scripts that browsers never run."""
HOSTS: Mapping[str, str] = {
    "_headers": "_headers",
    ".htaccess": "htaccess",
    "web.config": "web.config",
    "nginx-headers.conf": "nginx",
}
"""Files that say the policy to hosts, in the folder of a site, and our templates of them.

Netlify, Cloudflare Pages and their like read the first by themselves, Apache the second and IIS the third.
The last is for those who run nginx: it says in its first lines where it belongs.
"""


_TAG = re.compile(r"""<(head|meta|script)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")
_END_OF_SCRIPT = re.compile(r"<[/]script[\s/>]", re.IGNORECASE)


class _Page:
    """The scripts that stand in a page, and the place where its policy belongs.

    Reads these few tags only: to parse every page whole would take as long as to write it. Elsewhere in a
    page that was built, `<` stands as an entity; a tag found too many would allow what nothing runs.
    """

    def __init__(self, text: str) -> None:
        self.scripts: list[str] = []
        self.place: int | None = None
        self.policies = 0
        end = 0
        while tag := _TAG.search(text, end):
            end = tag.end()
            name, given = tag[1].lower(), _attributes(tag[2])
            if name == "head" or ("charset" in given and self.place is not None and not self.scripts):
                self.place = tag.end()
            if given.get("http-equiv", "").lower() == "content-security-policy":
                self.policies += 1
            if name == "script":
                closing = _END_OF_SCRIPT.search(text, end)
                end = closing.start() if closing else len(text)
                if "src" not in given and given.get("type") not in DATA:
                    self.scripts.append(text[tag.end() : end])


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag)}


def sealed(files: Iterable[tuple[str, bytes]], templates: Path) -> Iterator[tuple[str, bytes]]:
    """Of a site's files, those that change or are added: pages with their policy, and headers for hosts.

    Files are given and given back by their paths from the top of the site. A page that has a policy already
    stays as it is, so sealing twice is sealing once.
    """
    hashes: set[str] = set()
    for path, data in files:
        if path.endswith(".html"):
            text = data.decode("utf-8")
            page = _Page(text)
            own = [_hash(script) for script in page.scripts]
            hashes.update(own)
            if page.place is not None and not page.policies:
                tag = _fill(templates / "policy" / "meta.html", policy=_policy(own))
                yield path, (text[: page.place] + tag + text[page.place :]).encode()
    whole = _policy(sorted(hashes), ONLY_IN_HEADERS)
    for name, template in HOSTS.items():
        yield name, _fill(templates / "policy" / template, policy=whole).encode()


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _policy(hashes: Iterable[str], more: Mapping[str, str] | None = None) -> str:
    """One line: directives, in the order in which they stand above."""
    scripts = " ".join((ALLOWED["script-src"], *dict.fromkeys(hashes)))
    directives = {**ALLOWED, "script-src": scripts, **(more or {})}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _fill(template: Path, **values: str) -> str:
    return Template(template.read_text("utf-8")).substitute(values)

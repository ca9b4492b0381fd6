"""`make lighthouse`: what Google's Lighthouse says of every kind of page, on a phone and on a desktop.

The site is served as common hosts serve it: compressed, over connections that stay open, kept for a while
by the browser. Performance is the median of several runs; it suffers when the computer does other things.
"""

import gzip
import http.server
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.conftest import chromium_file, sandbox, served
from tests.browser.test_every_kind import KINDS
from tests.conftest import ROOT, built

VERSION = "12.8.2"
RUNS = 3
DEVICES = ("mobile", "desktop")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
REPORT = ROOT / "pictures" / "lighthouse.json"
COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files the way common hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        found = file.is_file()
        kind = self.guess_type(str(file)) if found else "text/html"
        data = file.read_bytes() if found else b"Not found"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        if kind.startswith(COMPRESSED):
            self.send_header("Content-Encoding", "gzip")
            data = compressed(data)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@cache
def compressed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of one kind of page on one device."""

    kind: str
    device: str
    scores: Mapping[str, int]
    runs: tuple[int, ...]
    """The performance of each run."""
    lowered_by: tuple[str, ...]
    """What keeps a score from being full."""


def main(wanted: list[str]) -> None:
    """Judges these kinds of page, or all; writes a line for each as it is known."""
    REPORT.parent.mkdir(exist_ok=True)
    print(f"{'':12}{'device':10}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with TemporaryDirectory() as folder, served(built(Path(folder, "site")), Host) as site:
        verdicts = list(_verdicts(site, wanted or list(KINDS)))
    REPORT.write_text(json.dumps([asdict(verdict) for verdict in verdicts], indent=1) + "\n")


def _verdicts(site: str, wanted: list[str]) -> Iterator[Verdict]:
    for kind in wanted:
        for device in DEVICES:
            verdict = _judge(site, kind, device)
            scores = "".join(f"{verdict.scores[name]:>16}" for name in CATEGORIES)
            print(f"{kind:12}{device:10}{scores}  {', '.join(verdict.lowered_by)}", flush=True)
            yield verdict


def _judge(site: str, kind: str, device: str) -> Verdict:
    first = _run(site + KINDS[kind], device, CATEGORIES)
    others = [_run(site + KINDS[kind], device, CATEGORIES[:1]) for _ in range(RUNS - 1)]
    runs = tuple(_score(report, "performance") for report in (first, *others))
    scores = {name: _score(first, name) for name in CATEGORIES}
    scores["performance"] = round(statistics.median(runs))
    return Verdict(kind, device, scores, runs, tuple(_lowering(first)))


def _run(address: str, device: str, categories: tuple[str, ...]) -> dict[str, dict[str, dict[str, object]]]:
    """The report of one run."""
    flags = " ".join(["--headless=new", *sandbox()])
    command = [
        *("npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"),
        *(f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}"),
        *(["--preset=desktop"] if device == "desktop" else []),
    ]
    variables = {**os.environ, "CHROME_PATH": chromium_file()}
    ran = subprocess.run(command, env=variables, stdout=subprocess.PIPE, check=True)
    report: dict[str, dict[str, dict[str, object]]] = json.loads(ran.stdout)
    return report


def _score(report: dict[str, dict[str, dict[str, object]]], category: str) -> int:
    score = report["categories"][category]["score"]
    assert isinstance(score, int | float)
    return round(score * 100)


def _lowering(report: dict[str, dict[str, dict[str, object]]]) -> Iterator[str]:
    """The audits that count and are not passed."""
    for category in report["categories"].values():
        references = category["auditRefs"]
        assert isinstance(references, list)
        for name in (reference["id"] for reference in references if reference["weight"]):
            audit = report["audits"][name]
            if isinstance(score := audit["score"], int | float) and score < 0.9:
                yield f"{name} {audit.get('displayValue', '')}".strip()


if __name__ == "__main__":
    main(sys.argv[1:])

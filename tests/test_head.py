"""What is published for those who find, share and follow pages: heads and the map of the site."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from generator import build
from generator.pages import render
from generator.views.metadata import LONGEST_DESCRIPTION
from tests.conftest import Command, mend
from tests.test_history import git
from tests.test_pages import parts

ROOT = Path(__file__).parent.parent
SITE = "https://example.org/tea/"
STORY = "stories/the-cup-of-tea/index.html"
LOC, LASTMOD = (f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}" for name in ("loc", "lastmod"))


class Head(HTMLParser):
    """The `meta` and `link` elements of a page, and its linked data."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.scripts = 0
        text = file.read_text("utf-8")
        self.feed(text)
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        self.linked_data: Any = json.loads(found[1]) if found else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.meta[name] = values["content"]
        if tag == "link":
            self.links[values["rel"]] = values["href"]
        if tag == "script":
            self.scripts += 1


def built(tiny: Path, run: Command) -> Path:
    ran = run(tiny, "extramile", "build", "--no-handouts")
    assert ran.returncode == 0, ran.stderr
    return tiny / "site"


def test_a_page_can_be_shared(tiny: Path, run: Command) -> None:
    head = Head(built(tiny, run) / STORY)
    assert head.links["canonical"] == f"{SITE}stories/the-cup-of-tea/"
    assert {name: head.meta.get(name) for name in ("description", "og:description")} == {
        "description": "A shop assistant sets the kettle on before saying a word.",
        "og:description": "A shop assistant sets the kettle on before saying a word.",
    }
    assert head.meta["og:title"] == "The cup of tea"
    assert head.meta["og:type"] == "article"
    assert head.meta["og:site_name"] == "Tea & Sympathy"
    assert head.meta["og:url"] == f"{SITE}stories/the-cup-of-tea/"
    assert head.meta["og:image"] == f"{SITE}assets/images/social.png"
    assert head.meta["twitter:card"] == "summary_large_image"
    assert (tiny / "site/assets/images/social.png").is_file()


def test_a_course_that_does_not_know_its_address_gives_none(tiny: Path, run: Command) -> None:
    mend(tiny / "content/course.yml", f"site_url: {SITE}\n", "")
    head = Head(built(tiny, run) / STORY)
    assert not {"og:url", "og:image"} & set(head.meta)
    assert head.meta["twitter:card"] == "summary"
    assert "canonical" not in head.links
    assert SITE not in (tiny / "site" / STORY).read_text()


HOSTILE = "</script><script>alert(1)</script> & \"double\" 'single' <!-- 😀 {{ no }}"


def test_hostile_titles_stay_text_in_every_engine(tiny: Path, run: Command) -> None:
    tame = Head(built(tiny, run) / STORY).scripts
    for file, old in (("course", '"Tea & Sympathy"'), ("stories/the-cup-of-tea", "The cup of tea")):
        mend(
            tiny / f"content/{file}.yml", f"title: {old}", f"title: {json.dumps(HOSTILE, ensure_ascii=False)}"
        )
    heads = [Head(built(tiny, run) / STORY)]
    assert run(tiny, "extramile", "export", "out").returncode == 0
    for engine in ("properdocs", "zensical"):
        assert run(tiny / "out", engine, "build").returncode == 0
        heads.append(Head(tiny / "out/site" / STORY))
    for head in heads:
        assert head.meta["og:title"] == HOSTILE
        resource, trail = head.linked_data["@graph"]
        assert resource["name"] == resource["isPartOf"]["name"] == HOSTILE
        assert [step["name"] for step in trail["itemListElement"]] == [HOSTILE, "Stories", HOSTILE]
    assert heads[0].scripts == tame


def test_every_page_of_the_course_is_described_in_words_of_its_own() -> None:
    source = build.source(ROOT / "content")
    reading = build.read(source)
    pages = render(reading.course, reading.words, source.templates, sizes=reading.loading.sizes, changed={})
    described: dict[str, str] = {}
    for page in pages:
        text = unescape(str(parts(page)[0]["description"]))
        assert 0 < len(text) <= LONGEST_DESCRIPTION
        assert described.setdefault(text, page.path) == page.path, "two pages say the same of themselves"


def test_the_map_of_the_site_tells_when_a_text_was_changed_never_when_it_was_built(
    tiny: Path, run: Command
) -> None:
    git(tiny, "init", "--quiet")
    git(tiny, "add", "content")
    git(tiny, "commit", "-m", "Tell a story", day="2027-03-01")
    maps = [built(tiny, run) / "sitemap.xml"]
    assert run(tiny, "extramile", "export", "out").returncode == 0
    assert run(tiny / "out", "zensical", "build").returncode == 0
    for file in (*maps, tiny / "out/site/sitemap.xml"):
        days = {url.findtext(LOC): url.findtext(LASTMOD) for url in ElementTree.parse(file).getroot()}
        assert days[f"{SITE}stories/the-cup-of-tea/"] == "2027-03-01"
        assert days[f"{SITE}share/"] is None
        assert set(days.values()) == {"2027-03-01", None}

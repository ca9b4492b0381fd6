"""Views → feeds, for programs that follow a course."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.layout import environment
from generator.model import Course
from generator.prose import Scribe
from generator.views.addresses import ways
from generator.views.feed import FEED, story_feed
from generator.wording import Wording


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    site: str,
    days: Mapping[str, date],
    directory_urls: bool = True,
) -> Mapping[str, bytes]:
    """The feed of the stories of a course as a file of the site; `days` as in `history.last_changed`."""
    root, pen = (Scribe(page, directory_urls=directory_urls) for page in ("index", "stories/index"))
    here = f"{site}{FEED}" if site else Path(FEED).name
    feed = story_feed(course, days, ways(site, root, pen), words, here)
    template = environment(templates).get_template("feed/stories.xml.jinja")
    return {FEED: template.render(feed=feed).encode()}

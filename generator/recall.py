"""Views → the cards of the recall practice, as a script that makes them known to its page.

A script and no data to fetch: from a disk, browsers let a page run the one and not read the other.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from generator.layout import environment
from generator.model import Course, Size
from generator.prose import Scribe
from generator.views.recall import ADDRESS, CARDS, recalled
from generator.wording import Wording

FILE = f"assets/javascripts/{CARDS}.js"
"""Where the cards lie, from the top of the site: among the scripts, where a page looks for its own."""


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    sizes: Mapping[str, Size],
    directory_urls: bool = True,
) -> Mapping[str, bytes]:
    """The cards of a course as a file of the site."""
    pen = Scribe(ADDRESS, sizes=sizes, table_label=words["table"], directory_urls=directory_urls)
    template = environment(templates).get_template("recall/cards.js.jinja")
    lessons = [asdict(lesson) for lesson in recalled(course, pen, words)]
    return {FILE: template.render(lessons=lessons).encode()}

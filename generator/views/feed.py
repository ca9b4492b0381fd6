"""The stories of a course as a feed, for readers and programs that follow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from generator.model import Course, Story
from generator.views.addresses import To
from generator.wording import Wording

FEED = "stories/feed.xml"
"""The file of the feed, from the top of the site."""
MOST = 100
"""How many stories the feed holds: those that were changed last."""
UNKNOWN = date(2000, 1, 1)
"""The day of a story whose history nobody knows: the feed must not change from build to build."""


@dataclass(frozen=True)
class Entry:
    """A story in the feed."""

    id: str
    title: str
    summary: str
    href: str
    label: str
    """How it ends for the customer, in words."""
    outcome: str
    updated: str


@dataclass(frozen=True)
class StoryFeed:
    """The feed, answered for its template."""

    id: str
    language: str
    title: str
    summary: str
    author: str
    rights: str
    updated: str
    here: str
    """Where the feed is."""
    stories: str
    """Where the page of all stories is."""
    entries: tuple[Entry, ...]


def story_feed(
    course: Course, days: Mapping[str, date], to: To, words: Wording, here: str = "feed.xml"
) -> StoryFeed:
    """The stories, the last changed first. The feed lies `here`, beside the page of all stories."""
    settings = course.settings
    latest = sorted(course.stories, key=lambda story: (-_day(story, days).toordinal(), story.id))[:MOST]
    return StoryFeed(
        id=_id(course, "stories"),
        language=settings.language,
        title=words.say("page_of_course", page=words["stories"], course=settings.title),
        summary=words["stories_introduction"],
        author=settings.title,
        rights=settings.licence,
        updated=_moment(max((_day(story, days) for story in latest), default=UNKNOWN)),
        here=here,
        stories=to("stories/index"),
        entries=tuple(_entry(course, story, days, to, words) for story in latest),
    )


def _entry(course: Course, story: Story, days: Mapping[str, date], to: To, words: Wording) -> Entry:
    return Entry(
        id=_id(course, f"stories/{story.id}"),
        title=story.title,
        summary=story.summary,
        href=to(f"stories/{story.id}"),
        outcome=story.outcome,
        label=words[f"outcome_{story.outcome}"],
        updated=_moment(_day(story, days)),
    )


def _id(course: Course, address: str) -> str:
    """A name that stays when the site moves: readers' programs know by it what they have shown before."""
    return uuid5(NAMESPACE_URL, f"extramile:{course.settings.id}/{address}").urn


def _day(story: Story, days: Mapping[str, date]) -> date:
    return days.get(f"stories/{story.id}.yml", UNKNOWN)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

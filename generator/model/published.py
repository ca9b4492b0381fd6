"""What readers may have kept of a course: addresses of its pages, and statements that they answered."""

from generator.model.text import Id, Part, Plain
from generator.model.values import Count, YesNo


class PublishedStatement(Part):
    """A statement of a checklist as learners have answered it."""

    checklist: Id
    """The id of its checklist."""
    revision: Count
    """The revision of the checklist."""
    statement: Id
    """Its id, under which answers are stored."""
    dimension: Id
    """The dimension that it counts for."""
    reverse: YesNo
    """Whether a high answer counts as a low one."""
    scale: Plain
    """A fingerprint of the answers to choose from."""
    text: Plain
    """A fingerprint of its words."""


class Published(Part):
    """The promises of a course that has been published."""

    pages: tuple[Plain, ...] = ()
    """Addresses of items: `stories/giraffe-bread`."""
    statements: tuple[PublishedStatement, ...] = ()
    """The statements of every published checklist."""

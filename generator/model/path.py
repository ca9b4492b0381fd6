"""A learning path: lessons in an order that suits a group of readers."""

from pydantic import Field

from generator.model.text import FormerIds, Id, LessonId, Line, Part, Plain
from generator.model.values import YesNo


class Path(Part):
    """A way through the course."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the path."""
    summary: Plain
    """One sentence that says where it leads."""
    lessons: tuple[LessonId, ...] = Field(min_length=1)
    """The lessons, in order."""
    audience: Line | None = None
    """Whom it is for."""
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the path out of the published site."""

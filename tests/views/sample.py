"""A tiny course and a plain pen for tests of views."""

from markupsafe import Markup, escape

from generator.model import Course, CourseSettings, Lesson, Path, Picture, Story
from generator.wording import Wording

NO_WORDS: dict[str, str] = {}


class PlainPen:
    """Escapes, and remembers what it was asked to write, in order."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def prose(self, text: str) -> Markup:
        return Markup("<p>{}</p>").format(self.line(text))

    def line(self, text: str) -> Markup:
        self.written.append(text)
        return escape(text)

    def to(self, address: str) -> str:
        return f"/{address}"

    def image(self, name: str) -> Picture:
        return Picture(f"/images/{name}", 800, 600)


class NamedWords(Wording):
    """Words that show their own names, with the number and the gaps that they were given."""

    def __getitem__(self, name: str) -> str:
        return name

    def say(self, name: str, *, n: int | None = None, **gaps: object) -> str:
        return " ".join([name, *([] if n is None else [str(n)]), *(str(gap) for gap in gaps.values())])


WORDS = NamedWords("en", NO_WORDS)


def lesson(id_: str, **fields: object) -> Lesson:
    """A lesson with nothing but what is required, and these fields."""
    required = {
        "title": id_.title(),
        "summary": f"About {id_}.",
        "key_learning_point": "Listen.",
        "body": "…",
    }
    return Lesson.model_validate({"id": id_, **required, **fields})


def story(id_: str, **fields: object) -> Story:
    """A story with nothing but what is required, and these fields."""
    required = {"title": id_.title(), "summary": f"About {id_}.", "key_learning_point": "Ask.", "body": "…"}
    return Story.model_validate({"id": id_, **required, **fields})


def path(id_: str, *lessons: str) -> Path:
    """A path through these lessons."""
    return Path.model_validate({"id": id_, "title": id_.title(), "summary": f"To {id_}.", "lessons": lessons})


def course(**items: object) -> Course:
    """A course of these items."""
    settings = CourseSettings(title="Service", id="service")
    return Course.model_validate({"settings": settings, **items})

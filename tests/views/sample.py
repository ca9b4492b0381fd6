"""A tiny course and a plain pen for tests of views."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from generator.model import Checklist, Course, CourseSettings, Exercise, Lesson, Path, Picture, Story, Term
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

    def file(self, path: str) -> str:
        return f"/{path}"

    def image(self, name: str) -> Picture:
        return Picture(f"/images/{name}", 800, 600)


class NamedWords(Wording):
    """Words that show their own names, with the number and the gaps that they were given."""

    def __getitem__(self, name: str) -> str:
        return name

    def say(self, name: str, *, n: int | None = None, **gaps: object) -> str:
        return " ".join([name, *([] if n is None else [str(n)]), *(str(gap) for gap in gaps.values())])

    def forms(self, *names: str) -> Mapping[str, str | Mapping[str, str]]:
        return {name: name for name in names}


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


def exercise(id_: str, **fields: object) -> Exercise:
    """An exercise of one step, and these fields."""
    step = {"id": "do", "prompt": "Do it."}
    required = {"title": id_.title(), "purpose": f"For {id_}.", "minutes": 10, "steps": (step,)}
    return Exercise.model_validate({"id": id_, **required, **fields})


def checklist(id_: str) -> Checklist:
    """A self-assessment of one statement."""
    dimension = {"id": "d", "name": "Dimension", "statements": ({"id": "s", "text": "I listen."},)}
    return Checklist.model_validate(
        {"id": id_, "title": id_, "summary": "…", "scale": ("No", "Yes"), "dimensions": (dimension,)}
    )


def term(id_: str, **fields: object) -> Term:
    """A term whose word is its id."""
    return Term.model_validate({"id": id_, "term": id_, "meaning": "…", **fields})


def framework(id_: str) -> CourseSettings:
    """Settings of a course that teaches a framework of two parts."""
    parts = ({"id": "one", "name": "One", "idea": "1"}, {"id": "two", "name": "Two", "idea": "2"})
    made = {"id": id_, "name": id_, "idea": "…", "parts": parts}
    return CourseSettings.model_validate({"title": "Service", "id": "service", "frameworks": (made,)})

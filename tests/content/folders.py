"""Short texts that stand for files."""

from generator.content.source import Source, plain
from generator.content.tree import Group
from generator.content.yamlfile import read
from generator.model import FOLDERS, Problem

STORY = (
    "title: T\nsummary: S\nbody: B\nkey_learning_point: K\noutcome: mixed\nsource: X\n"
    "discussion_questions: [Q]\n"
)
LESSON = "title: T\nsummary: S\nbody: B\nkey_learning_point: K\nminutes: 5\nobjectives: [O]\n"
EXERCISE = "title: T\npurpose: P\nminutes: 5\nsteps: [{id: a, prompt: A}]\n"
CHECKLIST = (
    "title: T\nsummary: S\nscale: [Never, Always]\n"
    "dimensions: [{id: d, name: D, statements: [{id: s, text: S}]}]\n"
)
WORKSHOP = "title: T\nsummary: S\nagenda: [{minutes: 5, activity: A}]\n"


def source_of(kind: str, name: str, text: str) -> Source:
    """A source as reading a file of this text gives it."""
    node = read(text)
    assert isinstance(node, Group)
    data = plain(node)
    assert isinstance(data, dict)
    path = next((f"{folder}/{name}.yml" for of, folder in FOLDERS.items() if of == kind), f"{name}.yml")
    return Source(kind, name, path, f"content/{path}", tuple(text.split("\n")), node, data)


def codes(problems: object) -> list[str]:
    """The codes of problems, in their order."""
    assert hasattr(problems, "__iter__")
    return [problem.code for problem in problems if isinstance(problem, Problem)]

"""What stands in a course for files that cannot be shown."""

import pytest

from generator.content.stand_ins import placeholder, without_drafts
from generator.model import KINDS, Course, Kind

TEXTS = {"title": "T", "summary": "S", "key_learning_point": "K", "body": "B"}


def course() -> Course:
    """A course in which everything refers to a draft and to something else."""
    both = ["kept", "late"]
    lessons = [
        {
            "id": "kept",
            **TEXTS,
            "requires": ["late"],
            "stories": both,
            "exercises": both,
            "checklist": "late",
        },
        {"id": "late", **TEXTS, "draft": True, "requires": ["kept"]},
    ]
    stories = [
        {"id": "kept", **TEXTS, "lessons": both, "contrast": "late"},
        {"id": "late", **TEXTS, "draft": True},
    ]
    step = {"id": "a", "prompt": "P"}
    exercise = {"title": "T", "purpose": "P", "minutes": 5, "steps": [step], "lessons": both}
    statement = {"id": "s", "text": "S"}
    dimension = {"id": "d", "name": "D", "statements": [statement], "lessons": both, "exercises": both}
    checklist = {"title": "T", "summary": "S", "scale": ["a", "b"], "dimensions": [dimension]}
    entries = [
        {"minutes": 5, kind: name} for kind in ("lesson", "story", "exercise", "checklist") for name in both
    ]
    agenda = [*entries, {"minutes": 5, "break": "Tea"}]
    return Course.model_validate(
        {
            "settings": {"title": "C", "id": "c", "featured_story": "late"},
            "lessons": lessons,
            "stories": stories,
            "exercises": [{"id": "kept", **exercise}, {"id": "late", **exercise, "draft": True}],
            "checklists": [{"id": "kept", **checklist}, {"id": "late", **checklist, "draft": True}],
            "workshops": [{"id": "kept", "title": "T", "summary": "S", "agenda": agenda}],
            "paths": [{"id": "kept", "title": "T", "summary": "S", "lessons": both}],
            "glossary": {"terms": [{"id": "t", "term": "t", "meaning": "M", "lessons": both}]},
        }
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_placeholder_has_the_id_of_its_file_and_names_it(kind: Kind) -> None:
    item = placeholder(kind, "tea", "stories/tea.yml")

    assert (item.id, item.title) == ("tea", "⚠ stories/tea.yml")


def test_a_course_without_drafts_is_published_as_it_is() -> None:
    sound = Course.model_validate({"settings": {"title": "C", "id": "c"}})

    assert without_drafts(sound) is sound


def test_no_draft_is_published() -> None:
    items = [(kind, item.id) for kind, found in without_drafts(course()).items.items() for item in found]

    assert items == [(kind, "kept") for kind in KINDS]


def test_nobody_refers_to_a_draft() -> None:
    assert '"late"' not in without_drafts(course()).model_dump_json()


def test_other_references_stay() -> None:
    published = without_drafts(course())

    assert published.lesson["kept"].stories == ("kept",)
    assert published.story["kept"].lessons == ("kept",)
    assert published.checklist["kept"].dimensions[0].exercises == ("kept",)
    assert published.paths[0].lessons == ("kept",)
    assert len(published.workshops[0].agenda) == 5


def test_a_workshop_without_its_drafts_does_not_claim_their_minutes() -> None:
    whole = course()
    workshop = whole.workshops[0].model_copy(update={"minutes": 45})
    published = without_drafts(whole.model_copy(update={"workshops": (workshop,)}))

    assert published.workshops[0].minutes in (None, 25)


def test_a_path_or_a_workshop_of_drafts_only_is_not_published() -> None:
    whole = course()
    path = whole.paths[0].model_copy(update={"lessons": ("late",)})
    workshop = whole.workshops[0].model_copy(update={"agenda": whole.workshops[0].agenda[1:2]})
    published = without_drafts(whole.model_copy(update={"paths": (path,), "workshops": (workshop,)}))

    assert (published.paths, published.workshops) == ((), ())

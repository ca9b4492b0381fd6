"""The keys of a kind of file."""

from generator.content.keys import keys_of, part_at
from generator.model import FILES, AgendaItem, Story, Workshop


def test_the_keys_of_a_file_and_of_its_entries_are_told_apart() -> None:
    keys = keys_of(Workshop)

    assert {"title", "agenda", "minutes"} <= keys.top
    assert {"minutes", "break", "notes"} <= keys.inner
    assert "agenda" not in keys.inner


def test_long_texts_are_known_at_the_top_and_in_entries() -> None:
    assert keys_of(Workshop).prose == {"before", "follow_up", "facilitator_notes", "notes"}


def test_a_key_with_one_text_is_no_list_no_choice_and_no_long_text() -> None:
    single = keys_of(Story).single

    assert {"title", "summary", "key_learning_point", "source"} <= single
    assert not {"body", "lessons", "tags", "outcome", "draft", "dialogue"} & single


def test_every_kind_has_keys() -> None:
    assert all(keys_of(part).top for part in FILES.values())


def test_the_type_at_a_place_is_that_of_its_group() -> None:
    assert part_at(Workshop, ("agenda", 0, "minutes")) is AgendaItem
    assert part_at(Workshop, ("title",)) is Workshop

from generator.views.glossary import glossary_page
from tests.views.sample import WORDS, PlainPen, course, framework, lesson, term


def test_terms_and_frameworks_stand_in_one_alphabet() -> None:
    whole = course(settings=framework("real"), glossary={"terms": (term("zeal"), term("advice"))})
    entries = glossary_page(whole, PlainPen(), WORDS).entries
    assert [entry.anchor for entry in entries] == ["advice", "real", "zeal"]


def test_a_term_that_names_a_framework_lists_its_parts_and_the_lessons_that_teach_it() -> None:
    whole = course(
        settings=framework("real"),
        lessons=(lesson("a", framework="real"), lesson("b")),
        glossary={"terms": (term("model", framework="real", lessons=("b",)),)},
    )
    (entry,) = glossary_page(whole, PlainPen(), WORDS).entries
    assert [part.name for part in entry.parts] == ["One", "Two"]
    assert [link.text for link in entry.lessons] == ["B", "A"]

from generator.views.glossary import glossary_page
from generator.views.relations import entry_of
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
    assert entry.framework is not None
    assert [part.name for part in entry.framework.parts] == ["One", "Two"]
    assert [link.text for link in entry.lessons] == ["B", "A"]


def test_two_terms_of_one_framework_have_drawings_with_ids_of_their_own() -> None:
    terms = (term("model", framework="real"), term("another-model", framework="real"))
    whole = course(settings=framework("real"), glossary={"terms": terms})
    shown = [entry.framework for entry in glossary_page(whole, PlainPen(), WORDS).entries]
    assert len({view and view.drawing_id for view in shown}) == 2


def test_a_term_with_the_id_of_a_framework_is_its_entry() -> None:
    whole = course(settings=framework("real"), glossary={"terms": (term("real"),)})
    (entry,) = glossary_page(whole, PlainPen(), WORDS).entries
    assert entry.framework is not None


def test_a_term_with_the_id_of_a_framework_that_is_about_another_one_keeps_its_anchor() -> None:
    real, kano = framework("real"), framework("kano")
    both = real.model_copy(update={"frameworks": real.frameworks + kano.frameworks})
    whole = course(settings=both, glossary={"terms": (term("real", framework="kano"),)})
    assert [entry.anchor for entry in glossary_page(whole, PlainPen(), WORDS).entries] == [
        "real",
        "framework_real",
    ]
    assert entry_of(whole, "real") == "framework_real"

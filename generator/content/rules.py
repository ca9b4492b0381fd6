"""Rules between the fields of one file, which types alone cannot say.

Each rule looks at what the author wrote, complete or not, so that everything is told at once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.content.nearest import nearest
from generator.content.source import Source, number_in
from generator.model import (
    FILES,
    LANGUAGE_PATTERN,
    TOLD_BY_CHOICE,
    TOLD_IN_WORDS,
    Location,
    Problem,
    Reference,
    Story,
    marked,
)
from generator.wording import is_language

MOST_GUESSES = 20
"""So many unknown keys are looked at for one that is only misspelt."""
_AGENDA_KINDS = ("lesson", "story", "exercise", "checklist", "break", "activity")
_PRACTICE_KINDS = ("quick_check", "exercise", "checklist")


def check(source: Source) -> Iterator[Problem]:
    """Every broken rule of a source, and what is missing of what is recommended."""
    yield from _image_has_alternative(source)
    yield from _no_reference_twice(source)
    for rule in _RULES.get(source.kind, ()):
        yield from rule(source)


def _image_has_alternative(source: Source) -> Iterator[Problem]:
    for key in ("image", "drawing"):
        if source.data.get(key) and "image_alt" not in source.data:
            yield source.problem("image-without-alternative", (key,), found=str(source.data[key]))


def _image_or_drawing(source: Source) -> Iterator[Problem]:
    if source.data.get("image") and source.data.get("drawing"):
        yield source.key_problem("image-and-drawing", ("drawing",), found=str(source.data["image"]))


def _no_reference_twice(source: Source) -> Iterator[Problem]:
    seen: set[tuple[Location, str]] = set()
    for reference in marked(FILES[source.kind], source.data, Reference):
        listed = isinstance(reference.at[-1], int)
        if listed and (reference.at[:-1], reference.value) in seen:
            yield source.problem("listed-twice", reference.at, found=reference.value)
        seen.add((reference.at[:-1], reference.value))


def _body_or_sections(source: Source) -> Iterator[Problem]:
    has = [key for key in ("body", "sections") if not _left_out(source, key)]
    if not has:
        yield source.problem("body-missing", ())
    elif len(has) == 2:
        yield source.key_problem("body-and-sections", ("sections",))


def _lesson_recommends(source: Source) -> Iterator[Problem]:
    for key in ("minutes", "objectives"):
        if _left_out(source, key):
            yield source.warning(f"{key}-not-said", ())


def _quick_checks_have_an_answer(source: Source) -> Iterator[Problem]:
    for at, check in _groups(source.data, "quick_check"):
        options = [option for _, option in _groups(check, "options")]
        if options and not any(option.get("correct", "false") != "false" for option in options):
            yield source.key_problem("no-correct-option", (*at, "options"))


def _practice_is_there(source: Source) -> Iterator[Problem]:
    for at, practice in _groups(source.data, "practice"):
        if sum(kind in practice for kind in _PRACTICE_KINDS) != 1:
            yield source.problem("practice-of-one-thing", at, valid=", ".join(_PRACTICE_KINDS))
        for key, listed in (("objective", "objectives"), ("quick_check", "quick_check")):
            number, most = number_in(practice.get(key)), len(_list(source.data.get(listed)))
            if number and number > most:
                yield source.problem("no-such-number", (*at, key), found=str(number), most=str(most))


def _story_recommends(source: Source) -> Iterator[Problem]:
    for key, code in (
        ("source", "source-not-said"),
        ("discussion_questions", "questions-not-said"),
        ("outcome", "outcome-not-said"),
    ):
        if _left_out(source, key):
            yield source.warning(code, ())


def _people_agreed(source: Source) -> Iterator[Problem]:
    """A true story that nobody has published yet says whether those in it agreed."""
    told = source.data.get("told_as") == "real" and _left_out(source, "source_url")
    if told and _left_out(source, "consent"):
        yield source.warning("consent-not-said", ("told_as",))


def _left_out(source: Source, key: str) -> bool:
    """Whether a key says nothing, and nothing else is told of it."""
    fields = FILES[source.kind].model_fields
    if key not in source.data:
        return not _is_misspelt(source, key)
    return source.data[key] == [] or (source.data[key] is None and fields[key].default is None)


def _is_misspelt(source: Source, key: str) -> bool:
    """Whether one of the unknown keys of a file is probably this one."""
    fields = FILES[source.kind].model_fields
    unknown = [other for other in source.data if other not in fields][:MOST_GUESSES]
    return any(nearest(other, fields) == key for other in unknown)


def _not_its_own_contrast(source: Source) -> Iterator[Problem]:
    if source.data.get("contrast") == source.id:
        yield source.problem("refers-to-itself", ("contrast",), found=source.id)


def _answers_have_what_they_need(source: Source) -> Iterator[Problem]:
    for at, step in _groups(source.data, "steps"):
        for answer, key in (("choice", "options"), ("table", "columns"), ("date", "promise")):
            if step.get("answer") == answer and not step.get(key) and key != "promise":
                yield source.problem("answer-needs", (*at, "answer"), answer=answer, key_name=key)
            if step.get(key) and step.get("answer") != answer:
                other = str(step.get("answer", "long"))
                yield source.key_problem("answer-does-not-use", (*at, key), answer=other, key_name=key)


def _step_ids_differ(source: Source) -> Iterator[Problem]:
    yield from _unique(source, [((*at, "id"), step.get("id")) for at, step in _groups(source.data, "steps")])


def _named_steps_are_there(source: Source) -> Iterator[Problem]:
    steps = [str(step.get("id")) for _, step in _groups(source.data, "steps")]
    named = [((*at, "step"), sample.get("step")) for at, sample in _groups(source.data, "sample_answers")]
    named += [((*at, "promise"), step.get("promise")) for at, step in _groups(source.data, "steps")]
    named += [(("signed_by", n), name) for n, name in enumerate(_list(source.data.get("signed_by")))]
    for at, name in named:
        if isinstance(name, str) and name not in steps:
            yield source.problem("unknown-step", at, found=name, valid=", ".join(steps))


def _agreements_are_signed(source: Source) -> Iterator[Problem]:
    signed = len(_list(source.data.get("signed_by")))
    if source.data.get("comes_out_as") == "agreement":
        if signed < 2 and not _is_misspelt(source, "signed_by"):
            yield source.problem("agreement-without-sides", ("comes_out_as",))
    elif signed:
        yield source.key_problem("signed-by-unused", ("signed_by",))


def _steps_are_keys_of_a_story(source: Source) -> Iterator[Problem]:
    if source.data.get("comes_out_as") != "story":
        return
    known = {key.replace("_", "-"): key for key in (*TOLD_IN_WORDS, *TOLD_BY_CHOICE)}
    told = set()
    for at, step in _groups(source.data, "steps"):
        name = str(step.get("id"))
        guess = name if name in known else nearest(name, known) or ""
        told.add(known.get(guess))
        if name not in known:
            yield source.problem(
                "story-step-unknown", (*at, "id"), found=name, nearest=guess, valid=", ".join(known)
            )
        else:
            yield from _story_answer(source, at, step, TOLD_BY_CHOICE.get(known[name]))
    required = [name for name, key in known.items() if Story.model_fields[key].is_required()]
    if missing := [name for name in required if known[name] not in told]:
        yield source.problem("story-step-missing", ("comes_out_as",), valid=", ".join(missing))


def _story_answer(
    source: Source, at: Location, step: Mapping[str, object], values: Sequence[str] | None
) -> Iterator[Problem]:
    """A step that becomes a key of a story is answered as the key wants it."""
    wanted = ("choice",) if values else ("short", "long")
    answer = step.get("answer", "long")
    if answer not in wanted:
        key = (*at, "answer") if "answer" in step else (*at, "id")
        yield source.problem("story-answer", key, answer=str(answer), valid=", ".join(wanted))
        return
    for number, option in enumerate(_list(step.get("options"))):
        if values and option not in values:
            found, valid = str(option), ", ".join(values)
            yield source.problem("story-option", (*at, "options", number), found=found, valid=valid)


def _statement_ids_differ(source: Source) -> Iterator[Problem]:
    dimensions = list(_groups(source.data, "dimensions"))
    yield from _unique(source, [((*at, "id"), dimension.get("id")) for at, dimension in dimensions])
    statements = [
        ((*at, *inner, "id"), statement.get("id"))
        for at, dimension in dimensions
        for inner, statement in _groups(dimension, "statements")
    ]
    yield from _unique(source, statements)


def _bands_rise_from_zero(source: Source) -> Iterator[Problem]:
    lowest = -1
    for number, (at, band) in enumerate(_groups(source.data, "bands")):
        start = number_in(band.get("from"))
        if start is None:
            continue
        if number == 0 and start != 0:
            yield source.problem("bands-start", (*at, "from"), found=str(start))
        if start <= lowest:
            yield source.problem("bands-order", (*at, "from"), found=str(start), before=str(lowest))
        lowest = start


def _agenda_items_are_one_thing(source: Source) -> Iterator[Problem]:
    for at, item in _groups(source.data, "agenda"):
        has = [kind for kind in _AGENDA_KINDS if kind in item]
        if len(has) != 1:
            found = " + ".join(has)
            code = "agenda-item-twofold" if has else "agenda-item-without"
            yield source.problem(code, at, found=found, valid=", ".join(_AGENDA_KINDS))
        least, most = number_in(item.get("min_minutes")), number_in(item.get("minutes"))
        if least is not None and most is not None and least > most:
            yield source.problem("min-minutes", (*at, "min_minutes"), least=str(least), most=str(most))


def _agenda_adds_up(source: Source) -> Iterator[Problem]:
    said = number_in(source.data.get("minutes"))
    each = [number_in(item.get("minutes")) for _, item in _groups(source.data, "agenda")]
    total = sum(minutes or 0 for minutes in each)
    if said is not None and None not in each and total != said:
        yield source.problem("agenda-sum", ("minutes",), said=str(said), total=str(total))


def _language_is_known(source: Source) -> Iterator[Problem]:
    language = source.data.get("language")
    if isinstance(language, str) and re.fullmatch(LANGUAGE_PATTERN, language) and not is_language(language):
        yield source.problem("not-a-language", ("language",), found=language)


def _framework_ids_differ(source: Source) -> Iterator[Problem]:
    frameworks = list(_groups(source.data, "frameworks"))
    yield from _unique(source, [((*at, "id"), framework.get("id")) for at, framework in frameworks])
    for at, framework in frameworks:
        parts = [((*at, *inner, "id"), part.get("id")) for inner, part in _groups(framework, "parts")]
        yield from _unique(source, parts)


def _terms_differ(source: Source) -> Iterator[Problem]:
    terms = list(_groups(source.data, "terms"))
    yield from _unique(source, [((*at, "id"), term.get("id")) for at, term in terms])
    words = [((*at, "term"), term.get("term")) for at, term in terms]
    words += [
        ((*at, "also", number), word)
        for at, term in terms
        for number, word in enumerate(_list(term.get("also")))
    ]
    yield from _unique(source, words, "word-twice")


_RULES: Mapping[str, Sequence[Callable[[Source], Iterator[Problem]]]] = {
    "lesson": (_body_or_sections, _quick_checks_have_an_answer, _practice_is_there, _lesson_recommends),
    "story": (_not_its_own_contrast, _image_or_drawing, _story_recommends, _people_agreed),
    "exercise": (
        _answers_have_what_they_need,
        _step_ids_differ,
        _named_steps_are_there,
        _agreements_are_signed,
        _steps_are_keys_of_a_story,
    ),
    "checklist": (_statement_ids_differ, _bands_rise_from_zero),
    "workshop": (_agenda_items_are_one_thing, _agenda_adds_up),
    "course": (_language_is_known, _framework_ids_differ),
    "glossary": (_terms_differ,),
}


def _unique(
    source: Source, values: Iterable[tuple[Location, object]], code: str = "id-twice"
) -> Iterator[Problem]:
    values = [(at, value) for at, value in values if isinstance(value, str)]
    first: dict[object, int] = {}
    counts = Counter(value for _, value in values)
    for at, value in values:
        line = source.mark(at).line + 1
        if counts[value] > 1 and value in first:
            yield source.problem(code, at, found=str(value), first=str(first[value]))
        first.setdefault(value, line)


def _groups(data: object, key: str) -> Iterator[tuple[Location, Mapping[str, object]]]:
    """The groups in a list, with their places; what has another shape is somebody else's complaint."""
    entries = _list(data.get(key)) if isinstance(data, Mapping) else []
    for number, item in enumerate(entries):
        if isinstance(item, Mapping):
            yield (key, number), item


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []

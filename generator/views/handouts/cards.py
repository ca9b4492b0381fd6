"""Cards of a workshop to cut out: scenes to play with their roles, questions to discuss, parts of frameworks.

Eight to a sheet, printed on both sides. The backs stand in mirrored order, so that each lies behind its front
when the printer turns the sheet along its long edge. Some backs hold what could have been said better, so the
set belongs to those who lead: they hand out the cards.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Checklist, Course, Framework, Lesson, Story, Turn, Workshop
from generator.views.handouts.handout import Handout, handout
from generator.views.handouts.items import items
from generator.views.page import Pen
from generator.views.relations import stories_of
from generator.wording import Wording

ACROSS, DOWN = 2, 4
ON_A_SHEET = ACROSS * DOWN
LETTERS_ON_A_CARD = 320
"""As many as can be read at arm's length; what a role says beyond that goes on to another card."""
WORDS_OF_A_CUE = 8
LETTERS_OF_A_CUE = 60
"""What a cue takes of a card, with the end of its last line."""
LINES_OF_ONE_S_OWN = 4
NOTHING = Markup()


@dataclass(frozen=True)
class Said:
    """Something to say, and when."""

    number: int
    """Of the turn, counted through the whole dialogue."""
    cue: str
    """What is heard before; empty on the back of a card."""
    text: Markup


@dataclass(frozen=True)
class Side:
    """One side of a card."""

    label: str
    """What kind of card it is, and what it belongs to."""
    title: str = ""
    text: Markup = NOTHING
    said: tuple[Said, ...] = ()
    points: tuple[str, ...] = ()
    lines: range = range(0)
    big: bool = False
    """Whether its text is all there is to read."""


@dataclass(frozen=True)
class Card:
    """A card, with the group of cards that it belongs to."""

    pack: str
    """What it is kept together with: a story or a framework."""
    kind: str
    """`scene`, `question`, `part` or `own`."""
    front: Side
    back: Side


@dataclass(frozen=True)
class CutSheet:
    """A sheet of paper before it is cut: the order of its backs mirrors that of its fronts."""

    number: int
    fronts: tuple[Side, ...]
    backs: tuple[Side, ...]


@dataclass(frozen=True)
class Pack:
    """Cards that are kept together, as the list of all cards tells of them."""

    title: str
    what: str
    cards: str
    sheets: str


@dataclass(frozen=True)
class CardsDocument:
    """Everything that the cards show."""

    handout: Handout
    packs: tuple[Pack, ...]
    sheets: tuple[CutSheet, ...]
    note_lines: range = range(20)
    """On the back of the first page: cards begin on the next sheet of paper, their backs behind them."""


def cards(
    course: Course, workshop: Workshop, pen: Pen, words: Wording, address: str = ""
) -> CardsDocument | None:
    """The cards of one workshop; nothing where it has neither a story nor a framework."""
    if not has_cards(course, workshop):
        return None
    made = list(_cards(course, workshop, pen, words))
    blank = Card("", "own", _own(words), Side(words["card_own"]))
    filled = [*made, *[blank] * (-len(made) % ON_A_SHEET)]
    return CardsDocument(
        handout=handout(
            course, words, "cards", workshop.id, workshop.title, audience="facilitator", address=address
        ),
        packs=tuple(_packs(made, words)),
        sheets=tuple(_sheets(filled)),
    )


def has_cards(course: Course, workshop: Workshop) -> bool:
    """Whether there is anything in a workshop to make cards of."""
    told, more, frameworks = _subjects(course, workshop)
    return bool(frameworks or any(story.dialogue for story in (*told, *more))) or any(
        story.discussion_questions for story in told
    )


def _sheets(all_cards: Sequence[Card]) -> Iterator[CutSheet]:
    for start in range(0, len(all_cards), ON_A_SHEET):
        on_it = all_cards[start : start + ON_A_SHEET]
        rows = [on_it[place : place + ACROSS] for place in range(0, ON_A_SHEET, ACROSS)]
        yield CutSheet(
            start // ON_A_SHEET + 1,
            tuple(card.front for card in on_it),
            tuple(card.back for row in rows for card in reversed(row)),
        )


def _packs(made: Sequence[Card], words: Wording) -> Iterator[Pack]:
    """The packs in the order of their cards, each with the sheets that it is on."""
    for pack, kind in dict.fromkeys((card.pack, card.kind) for card in made):
        places = [place for place, card in enumerate(made) if (card.pack, card.kind) == (pack, kind)]
        first, last = places[0] // ON_A_SHEET + 1, places[-1] // ON_A_SHEET + 1
        sheets = str(first) if first == last else words.say("card_sheets", first=first, last=last)
        yield Pack(pack, words[f"card_pack_{kind}"], str(len(places)), sheets)


def _cards(course: Course, workshop: Workshop, pen: Pen, words: Wording) -> Iterator[Card]:
    """Questions and scenes of the stories on the agenda, then scenes of other stories of its lessons."""
    told, more, frameworks = _subjects(course, workshop)
    for story in told:
        yield from _questions(story, pen, words)
    for story in (*told, *more):
        if story.dialogue:
            yield from _scene(story, pen, words)
    for framework in frameworks:
        yield from _parts(framework, pen, words)


def _subjects(
    course: Course, workshop: Workshop
) -> tuple[tuple[Story, ...], tuple[Story, ...], tuple[Framework, ...]]:
    """The stories on the agenda, those that its lessons bring along, and the frameworks it works with."""
    found = [item for _, item in items(course, workshop)]
    told = {item.id: item for item in found if isinstance(item, Story)}
    lessons = [item for item in found if isinstance(item, Lesson)]
    more = {story.id: story for lesson in lessons for story in stories_of(course, lesson)}
    taught = [item for item in found if isinstance(item, Lesson | Checklist)]
    named = dict.fromkeys(item.framework for item in taught if item.framework)
    return (
        tuple(told.values()),
        tuple(story for id_, story in more.items() if id_ not in told),
        tuple(course.framework[name] for name in named),
    )


def _questions(story: Story, pen: Pen, words: Wording) -> Iterator[Card]:
    """A question in front; behind it the story, for a group that wants to remember it."""
    label = words.say("card_question", title=story.title)
    for question in story.discussion_questions:
        front = Side(label, text=pen.line(question), big=True)
        back = Side(words["card_about"], story.title, Markup.escape(story.summary))
        yield Card(story.title, "question", front, back)


def _scene(story: Story, pen: Pen, words: Wording) -> Iterator[Card]:
    """How to play it, then the cards of each role."""
    roles = tuple(dict.fromkeys(turn.who for turn in story.dialogue))
    front = Side(
        words["card_scene"],
        story.title,
        Markup.escape(story.summary),
        points=(words.say("card_roles", roles=", ".join(roles)),),
    )
    back = Side(words["card_play"], points=tuple(words[f"card_play_{step}"] for step in range(1, 5)))
    yield Card(story.title, "scene", front, back)
    for role in roles:
        yield from _role(story, role, pen, words)


def _role(story: Story, role: str, pen: Pen, words: Wording) -> Iterator[Card]:
    """What one person says, on as many cards as it takes; behind each, what could be said better."""
    label = words.say("card_role", title=story.title)
    mine = [(number, turn) for number, turn in enumerate(story.dialogue, 1) if turn.who == role]
    hands = list(_hands(mine))
    for number, hand in enumerate(hands, 1):
        name = role if len(hands) == 1 else words.say("card_part_of", title=role, n=number, total=len(hands))
        said = tuple(Said(at, _cue(story.dialogue, at, pen, words), pen.line(turn.says)) for at, turn in hand)
        better = tuple(Said(at, "", pen.line(turn.better)) for at, turn in hand if turn.better)
        back = (
            Side(words["card_better"], name, said=better)
            if better
            else Side(words["card_listen"], name, Markup.escape(words["card_listen_for"]))
        )
        yield Card(story.title, "scene", Side(label, name, said=said), back)


def _hands(mine: Iterable[tuple[int, Turn]]) -> Iterator[list[tuple[int, Turn]]]:
    """Turns that fit together on a card."""
    hand: list[tuple[int, Turn]] = []
    letters = 0
    for number, turn in mine:
        long = max(len(turn.says) + LETTERS_OF_A_CUE, len(turn.better or ""))
        if hand and letters + long > LETTERS_ON_A_CARD:
            yield hand
            hand, letters = [], 0
        hand.append((number, turn))
        letters += long
    yield hand


def _cue(dialogue: Sequence[Turn], number: int, pen: Pen, words: Wording) -> str:
    """The last words of the turn before."""
    if number == 1:
        return words["card_begin"]
    before = dialogue[number - 2]
    heard = pen.line(before.says).striptags().split()
    last = " ".join(heard[-WORDS_OF_A_CUE:])
    return words.say("card_cue", who=before.who, words=f"… {last}" if len(heard) > WORDS_OF_A_CUE else last)


def _parts(framework: Framework, pen: Pen, words: Wording) -> Iterator[Card]:
    """A part's name in front, and its idea behind, to lay out in order and to remember."""
    total = len(framework.parts)
    for number, part in enumerate(framework.parts, 1):
        label = words.say("card_framework", title=framework.name)
        back = Side(
            words.say("card_part_of", title=framework.name, n=number, total=total),
            part.name,
            pen.line(part.idea),
            big=True,
        )
        yield Card(framework.name, "part", Side(label, part.name, big=True), back)


def _own(words: Wording) -> Side:
    return Side(words["card_own"], lines=range(LINES_OF_ONE_S_OWN))

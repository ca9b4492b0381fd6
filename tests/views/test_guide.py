"""The facilitator's guide and the answer key: what they take from the course, and in which order."""

from generator.model import Checklist, Course, Workshop
from generator.views.handouts.guide import GuideDocument, guide
from generator.views.handouts.key import KeyDocument, Worth, key
from generator.views.handouts.run_of_show import Session
from tests.views.sample import WORDS, PlainPen, course, exercise, lesson, story

EARS = Checklist.model_validate(
    {
        "id": "ears",
        "title": "Ears",
        "summary": "…",
        "scale": ("Never", "Sometimes", "Always"),
        "dimensions": (
            {
                "id": "d",
                "name": "D",
                "statements": (
                    {"id": "a", "text": "I listen."},
                    {"id": "b", "text": "I look at my phone.", "reverse": True},
                ),
            },
        ),
        "bands": ({"from": 0, "label": "Begin", "advice": "Ask."},),
    }
)


def workshop(*agenda: dict[str, object], **fields: object) -> Workshop:
    required = {"id": "together", "title": "Together", "summary": "You learn.", "agenda": agenda}
    return Workshop.model_validate({**required, **fields})


def whole(held: Workshop) -> Course:
    options = ({"text": "Nod", "feedback": "Too soon."}, {"text": "Ask", "feedback": "Yes.", "correct": True})
    return course(
        lessons=(
            lesson(
                "listen",
                facilitator_notes="Stand still.",
                quick_check=({"question": "And now?", "options": options},),
            ),
        ),
        stories=(
            story(
                "tea",
                title="Tea",
                facilitator_notes="Read it aloud.",
                what_made_the_difference="A kettle.",
                discussion_questions=("Why tea?",),
                dialogue=({"who": "Mei", "says": "No.", "better": "Not yet."}, {"who": "Sam", "says": "Oh."}),
            ),
        ),
        exercises=(
            exercise(
                "plan",
                steps=({"id": "who", "prompt": "Who?"}, {"id": "when", "prompt": "When?"}),
                debrief="Ask each pair.",
                sample_answers=(
                    {"step": "when", "answer": "On Friday."},
                    {"step": "who", "answer": "Sam."},
                ),
            ),
        ),
        checklists=(EARS,),
        workshops=(held,),
    )


def guide_to(held: Workshop, pen: PlainPen | None = None) -> GuideDocument:
    return guide(whole(held), held, pen or PlainPen(), WORDS, at=Session(600, 14))


def key_of(held: Workshop) -> KeyDocument:
    return key(whole(held), held, PlainPen(), WORDS)


AGENDA = (
    {"minutes": 5, "activity": "Welcome", "notes": "Greet people."},
    {"minutes": 20, "story": "tea", "notes": "Let them read."},
    {"minutes": 10, "lesson": "listen"},
    {"minutes": 10, "break": "Coffee"},
    {"minutes": 30, "exercise": "plan"},
    {"minutes": 5, "checklist": "ears"},
)


def test_each_part_says_how_to_lead_it_and_where_its_sheet_is() -> None:
    parts = guide_to(workshop(*AGENDA)).parts
    assert [(part.anchor, part.in_workbook, str(part.notes)) for part in parts] == [
        ("part-1", "", "<p>Greet people.</p>"),
        ("part-2", "story-tea", "<p>Let them read.</p>"),
        ("part-3", "lesson-listen", "<p></p>"),
        ("part-4", "", "<p></p>"),
        ("part-5", "exercise-plan", "<p></p>"),
        ("part-6", "checklist-ears", "<p></p>"),
    ]


def test_a_story_comes_with_what_to_arrive_at_and_what_people_may_answer() -> None:
    tea = guide_to(workshop(*AGENDA)).parts[1]
    assert (str(tea.point), str(tea.difference), tea.questions) == ("Ask.", "<p>A kettle.</p>", ("Why tea?",))
    assert [(a.number, str(a.question), str(a.answer)) for a in tea.answered] == [
        ("key_turn 1 Mei", "No.", "<p>Not yet.</p>")
    ]


def test_sample_answers_stand_in_the_order_of_the_steps_under_their_numbers() -> None:
    plan = guide_to(workshop(*AGENDA)).parts[4]
    assert [(a.number, str(a.question), str(a.answer)) for a in plan.answered] == [
        ("key_step 1", "Who?", "<p>Sam.</p>"),
        ("key_step 2", "When?", "<p>On Friday.</p>"),
    ]


def test_notes_that_need_more_time_come_at_the_end_each_once() -> None:
    document = guide_to(workshop(*AGENDA, AGENDA[1]))
    assert [(more.kind, more.title, str(more.notes)) for more in document.more] == [
        ("story", "Tea", "<p>Read it aloud.</p>"),
        ("lesson", "Listen", "<p>Stand still.</p>"),
        ("exercise", "Plan", "<p>Ask each pair.</p>"),
    ]


def test_what_comes_twice_is_told_once() -> None:
    parts = guide_to(workshop(*AGENDA, {"minutes": 5, "story": "tea", "notes": "Once more."})).parts
    again = parts[-1]
    assert (again.told_at, again.in_workbook, str(again.notes)) == ("2", "story-tea", "<p>Once more.</p>")
    assert (again.point, again.questions, again.answered) == ("", (), ())


def test_it_is_for_facilitators_and_refers_to_the_workbook() -> None:
    held = workshop(*AGENDA)
    for document, audience in ((guide_to(held), "facilitator"), (key_of(held), "key")):
        assert document.handout.audience == audience
        assert document.handout.folder == "facilitators"
        assert document.handout.companion == "workbook-together"


def test_the_key_has_every_answer_once_and_leaves_out_what_has_none() -> None:
    document = key_of(workshop(*AGENDA, AGENDA[4]))
    assert [(solved.kind, solved.anchor) for solved in document.solved] == [
        ("story", "key-story-tea"),
        ("lesson", "key-lesson-listen"),
        ("exercise", "key-exercise-plan"),
        ("checklist", "key-checklist-ears"),
    ]
    lesson_answers = document.solved[1].answered
    assert [(str(a.question), str(a.choice), str(a.answer)) for a in lesson_answers] == [
        ("And now?", "Ask", "Yes.")
    ]
    assert key_of(workshop(AGENDA[0])).solved == ()


def test_the_key_says_what_each_answer_counts_and_where_it_counts_the_other_way() -> None:
    scored = key_of(workshop(*AGENDA)).solved[-1].scored
    assert scored is not None
    assert scored.answers == (Worth("Never", 0, 2), Worth("Sometimes", 1, 1), Worth("Always", 2, 0))
    assert scored.reversed_numbers == "2"
    assert [level.label for level in scored.levels] == ["Begin"]

from generator.model import Exercise
from generator.views.exercise import ExercisePage, exercise_page, exercises_page
from tests.views.browser import HOSTILE, Element, nameless, shown
from tests.views.sample import WORDS, PlainPen, course, exercise, lesson

STEPS = (
    {"id": "who", "prompt": "Who?", "answer": "short"},
    {"id": "what", "prompt": "What?", "answer": "long", "lines": 4},
    {"id": "mood", "prompt": "How?", "answer": "choice", "options": ("Well", "Badly")},
    {"id": "day", "prompt": "When?", "answer": "date"},
    {"id": "plan", "prompt": "Plan.", "answer": "table", "columns": ("Step", "Date"), "rows": 2},
)


def page_of(asked: Exercise, pen: PlainPen | None = None) -> ExercisePage:
    """The page of an exercise in a course of its own."""
    return exercise_page(course(exercises=(asked,)), asked, pen or PlainPen(), WORDS)


def step(page: Element, name: str) -> Element:
    """What a reader sees of one step."""
    return page.one("li", **{"data-item": name})


def test_each_kind_of_answer_is_a_control_of_its_own() -> None:
    page = shown(page_of(exercise("try", steps=STEPS)))
    assert step(page, "who").one("input")["type"] == "text"
    assert step(page, "what").one("textarea")["rows"] == "4"
    assert len(step(page, "mood").all("input", type="radio", name="mood")) == 2
    assert step(page, "day").one("input", name="day")["type"] == "date"
    assert len(step(page, "plan").one("table").all("textarea")) == 4


def test_a_choice_is_kept_in_its_words_so_that_it_may_move() -> None:
    mood = page_of(exercise("try", steps=STEPS)).tasks[2]
    assert [(choice.value, choice.label) for choice in mood.choices] == [("Well", "Well"), ("Badly", "Badly")]


def test_every_control_has_words_for_a_screen_reader() -> None:
    page = shown(page_of(exercise("try", steps=STEPS)))
    assert nameless(page) == []
    assert step(page, "what").one("label").text == "What?"
    assert step(page, "mood").one("fieldset").one("legend").text == "How?"
    assert step(page, "plan").one("caption").text == "Plan."


def test_cells_of_a_table_are_named_by_column_and_row() -> None:
    plan = page_of(exercise("try", steps=STEPS)).tasks[4]
    assert [[cell.name for cell in row.cells] for row in plan.rows] == [
        ["plan.1.1", "plan.1.2"],
        ["plan.2.1", "plan.2.2"],
    ]
    assert plan.rows[1].cells[0].label == "exercise_cell Step 2"
    table = step(shown(page_of(exercise("try", steps=STEPS))), "plan")
    assert [th.text for th in table.all("th", scope="col")] == ["Step", "Date"]
    assert [th.text for th in table.all("th", scope="row")] == ["1", "2"]


def test_on_paper_a_step_has_as_many_ruled_lines_as_its_author_asks_for() -> None:
    steps = (
        {"id": "a", "prompt": "?", "lines": 7},
        {"id": "b", "prompt": "?", "answer": "short", "lines": 2},
    )
    page = shown(page_of(exercise("try", steps=steps)))
    assert [len(step(page, name).all("i")) for name in "ab"] == [7, 2]


def test_a_step_without_lines_has_room_by_its_kind() -> None:
    short, long, _, _, table = page_of(
        exercise(
            "try",
            steps=({"id": "who", "prompt": "?", "answer": "short"}, {"id": "x", "prompt": "?"}, *STEPS[2:]),
        )
    ).tasks
    assert [len(task.lines) for task in (short, long, table)] == [1, 5, 2]


def test_lessons_are_named_whichever_side_wrote_the_relation_down() -> None:
    tried = exercise("try", lessons=("b",))
    whole = course(lessons=(lesson("a", exercises=("try",)), lesson("b"), lesson("c")), exercises=(tried,))
    page = exercise_page(whole, tried, PlainPen(), WORDS)
    assert [link.href for link in page.lessons] == ["/lessons/a", "/lessons/b"]


def test_the_checklists_that_recommend_an_exercise_are_named() -> None:
    areas = ({"id": "d", "name": "D", "statements": ({"id": "s", "text": "I."},), "exercises": ("try",)},)
    asked = {"id": "care", "title": "Care", "summary": "…", "scale": ("No", "Yes"), "dimensions": areas}
    whole = course(exercises=(exercise("try"), exercise("other")), checklists=(asked,))
    pages = [exercise_page(whole, item, PlainPen(), WORDS) for item in whole.exercises]
    assert [[link.text for link in page.checklists] for page in pages] == [["Care"], []]


def test_an_exercise_says_how_long_with_whom_with_what_and_when_to_look_back() -> None:
    page = page_of(exercise("try", minutes=75, group="pairs", materials=("Pen",), follow_up_days=(7, 30)))
    assert (page.minutes, page.group) == ("hours_and_minutes hours 1 minutes 15", "group_pairs")
    assert page.follow_up == ("exercise_after_days 7", "exercise_after_days 30")
    assert "Pen" in shown(page).one("dl").text


def test_the_debrief_and_the_sample_answers_are_kept_from_trainees() -> None:
    kept = exercise(
        "try",
        steps=STEPS,
        debrief="Kept for the facilitator.",
        sample_answers=({"step": "who", "answer": "Kept for the key."},),
    )
    pen = PlainPen()
    page = shown(page_of(kept, pen))
    assert "Kept" not in page.text
    assert not any("Kept" in text for text in pen.written)


def test_texts_are_written_in_the_order_in_which_readers_meet_them() -> None:
    pen = PlainPen()
    steps = ({"id": "a", "prompt": "3"}, {"id": "b", "prompt": "4"})
    page_of(exercise("try", purpose="1", introduction="2", steps=steps), pen)
    assert pen.written == ["1", "2", "3", "4"]


def test_nothing_is_sent_when_somebody_presses_enter() -> None:
    page = shown(page_of(exercise("try", steps=STEPS[:1])))
    assert page.one("form")["method"] == "dialog"
    assert {button["type"] for button in page.all("button")} == {"button"}
    assert page.all("input", type="submit") == []


def test_a_dated_step_is_a_promise_with_days_on_which_to_look_back() -> None:
    steps = (
        {"id": "what", "prompt": "?"},
        {"id": "mood", "prompt": "?"},
        {"id": "day", "prompt": "?", "answer": "date"},
    )
    (day,) = (task.commitment for task in page_of(exercise("try", steps=steps)).tasks[2:])
    assert day is not None
    assert day.promise == "mood"
    assert day.check_ins == tuple((days, f"exercise_after_days {days}") for days in (7, 30, 90))
    named = ({**steps[2], "promise": "what"}, *steps[:2])
    first, *_ = page_of(exercise("try", steps=named, follow_up_days=(14,))).tasks
    assert first.commitment is not None
    assert first.commitment.promise == "what"
    assert [days for days, _ in first.commitment.check_ins] == [14]
    alone, *_ = page_of(exercise("try", steps=steps[2:])).tasks
    assert alone.commitment is not None
    assert alone.commitment.promise == ""


def test_the_scripts_find_each_promise_and_its_days_on_the_page() -> None:
    page = shown(page_of(exercise("try", steps=STEPS)))
    day = step(page, "day")
    assert (day["data-promise"], day["data-check-ins"]) == ("what", "7 30 90")
    assert [place["data-check-in"] for place in day.all("span") if "data-check-in" in place.attributes] == [
        "7",
        "30",
        "90",
    ]
    assert day.one("fieldset", id="rate-day").one("legend").text
    assert "data-promise" not in step(page, "what").attributes


def test_a_sheet_without_dates_says_nothing_of_looking_back() -> None:
    page = page_of(exercise("try", steps=STEPS[:2]))
    assert page.follow_up == ()
    assert "calendar" not in page.head.scripts
    assert "calendar" in page_of(exercise("try", steps=STEPS)).head.scripts


SIDES = {
    "comes_out_as": "agreement",
    "signed_by": ("who", "whom"),
    "steps": (*STEPS, {"id": "whom", "prompt": "With whom?", "answer": "short", "heading": "With"}),
}


def test_an_agreement_names_its_sides_holds_every_answer_and_has_a_line_for_each_side() -> None:
    document = shown(page_of(exercise("try", **SIDES))).one("section", id="document")
    places = [
        element["data-said"]
        for tag in ("dd", "p", "td")
        for element in document.all(tag)
        if "data-said" in element.attributes
    ]
    assert places == ["who", "whom", "what", "mood", "day", "plan.1.1", "plan.1.2", "plan.2.1", "plan.2.2"]
    assert [term.text for term in document.all("dt")] == ["Who?", "With"]
    assert document.text.count("Signature") == 2


def test_a_sheet_that_comes_out_as_nothing_else_has_no_document() -> None:
    page = shown(page_of(exercise("try", steps=STEPS)))
    assert page.all("section", id="document") == []
    assert "Signature" not in page.text


def test_a_story_is_put_together_in_the_order_of_its_file_and_chosen_in_words() -> None:
    steps = (
        {"id": "body", "prompt": "What happened?"},
        {"id": "key-learning-point", "prompt": "?"},
        {"id": "outcome", "prompt": "How?", "answer": "choice", "options": ("mixed", "delight")},
        {"id": "summary", "prompt": "?"},
        {"id": "title", "prompt": "?", "answer": "short"},
    )
    page = page_of(exercise("try", steps=steps, comes_out_as="story"))
    assert page.document is not None
    assert [part.name for part in page.document.parts] == [
        "title",
        "summary",
        "body",
        "key-learning-point",
        "outcome",
    ]
    assert [(choice.value, choice.label) for choice in page.tasks[2].choices] == [
        ("mixed", "story_is_mixed"),
        ("delight", "story_is_delight"),
    ]
    assert shown(page).one("a", href="/share").text
    assert "story-file" in page.head.scripts


def test_texts_of_an_exercise_stay_text() -> None:
    steps = (
        {"id": "c", "prompt": HOSTILE, "answer": "choice", "options": (HOSTILE, "b")},
        {"id": "t", "prompt": HOSTILE, "answer": "table", "columns": (HOSTILE,), "rows": 1},
    )
    page = shown(page_of(exercise("try", title=HOSTILE, steps=steps, materials=(HOSTILE,))))
    assert page.one("h1").text == HOSTILE
    assert step(page, "c").all("label")[0].text == HOSTILE
    assert step(page, "t").one("textarea")["aria-label"] == f"exercise_cell {HOSTILE} 1"
    assert page.all("script") == page.all("b") == page.all("em") == []


def test_all_exercises_are_listed() -> None:
    listed = exercises_page(course(exercises=(exercise("a"), exercise("b"))), PlainPen(), WORDS)
    assert [card.link.href for card in listed.cards] == ["/exercises/a", "/exercises/b"]
    assert [link.text for link in shown(listed).all("a")] == ["A", "B"]

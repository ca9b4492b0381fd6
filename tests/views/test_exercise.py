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
    assert [radio["value"] for radio in step(page, "mood").all("input", type="radio", name="mood")] == [
        "0",
        "1",
    ]
    assert step(page, "day").one("input")["type"] == "date"
    assert len(step(page, "plan").one("table").all("textarea")) == 4


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
    assert page.all("button") == page.all("input", type="submit") == []


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

"""A content folder → the course and everything that is wrong with it."""

from pathlib import Path

import pytest
from PIL import Image

from generator.content import load
from generator.content.loading import MOST_PROBLEMS_A_FILE
from generator.content.writing import dump
from generator.model import Size
from tests.content.conftest import Write
from tests.content.folders import CHECKLIST, EXERCISE, LESSON, STORY, WORKSHOP, codes

SOUND = {
    "stories/tea.yml": STORY + "lessons: [listen]\n",
    "lessons/listen.yml": LESSON + "stories: [tea]\n",
    "exercises/practise.yml": EXERCISE,
    "checklists/listener.yml": CHECKLIST,
    "workshops/morning.yml": WORKSHOP,
    "paths/first.yml": "title: T\nsummary: S\nlessons: [listen]\n",
}
TEN = {
    "stories/tea.yml": "title: T\nsumary: S\nbody: |\n  <b>\n\n  [x](story:gone)\n"
    "key_learning_point: K\noutcome: sad\nsource: X\ndiscussion_questions: [Q]\nlessons: [lisen]\n",
    "lessons/listen.yml": LESSON.replace("minutes: 5", "minutes: five") + "checklist: gone\n",
    "exercises/practise.yml": "title: T: U\npurpose: P\n",
    "workshops/morning.yml": WORKSHOP + "minutes: 7\ndraft: maybe\n",
    "stories/Milk.yml": STORY,
}


def test_a_sound_folder_gives_a_course_without_problems(content: Write) -> None:
    loading = load(content(SOUND))

    assert loading.problems == ()
    assert loading.broken == {}
    assert [item.id for items in loading.course.items.values() for item in items] == [
        *("listen", "tea", "practise", "listener", "morning", "first")
    ]


def test_items_stand_in_the_order_of_their_ids(content: Write) -> None:
    course = load(content({f"stories/{name}.yml": STORY for name in ("c", "a-b", "a", "b")})).course

    assert [story.id for story in course.stories] == ["a", "a-b", "b", "c"]


def test_every_mistake_of_every_file_is_told_at_once(content: Write) -> None:
    loading = load(content({**SOUND, **TEN}))
    told = [(problem.place.file.removeprefix("content/"), problem.code) for problem in loading.problems]

    assert told == [
        ("exercises/practise.yml", "missing-key"),
        ("exercises/practise.yml", "missing-key"),
        ("exercises/practise.yml", "colon"),
        ("lessons/listen.yml", "not-a-number"),
        ("lessons/listen.yml", "unknown-id"),
        ("stories/Milk.yml", "file-name"),
        ("stories/tea.yml", "unknown-key"),
        ("stories/tea.yml", "html"),
        ("stories/tea.yml", "unknown-id"),
        ("stories/tea.yml", "unknown-value"),
        ("stories/tea.yml", "unknown-id"),
        ("workshops/morning.yml", "agenda-sum"),
        ("workshops/morning.yml", "not-yes-or-no"),
    ]


def test_warnings_stand_behind_errors(content: Write) -> None:
    problems = load(
        content({"lessons/a.yml": LESSON.replace("minutes: 5\n", ""), "stories/b.yml": "title: T\n"})
    ).problems

    assert [problem.severity for problem in problems] == ["error"] * 3 + ["warning"] * 4


def test_the_same_mistake_in_one_place_is_told_once(content: Write) -> None:
    assert codes(
        load(
            content({"stories/tea.yml": STORY.replace("body: B", "body: '![x](a.png) ![y](a.png)'")})
        ).problems
    ) == ["image-unknown"]


def test_of_very_many_mistakes_the_first_are_shown_and_the_others_counted(content: Write) -> None:
    problems = load(content({"stories/tea.yml": STORY + "".join(f"x{n}: y\n" for n in range(50))})).problems

    assert codes(problems) == ["unknown-key"] * MOST_PROBLEMS_A_FILE + ["more"]
    assert problems[-1].details == {"more": "30"}


def test_what_others_name_is_there_even_where_its_file_is_broken(content: Write) -> None:
    loading = load(content({**SOUND, "stories/tea.yml": "title: [\n"}))

    assert codes(loading.problems) == ["bracket"]
    assert loading.course.story["tea"].title == "⚠ stories/tea.yml"
    assert loading.course.lesson["listen"].stories == ("tea",)
    assert loading.broken.keys() == {"stories/tea.yml"}


@pytest.mark.parametrize("path", SOUND)
def test_one_broken_file_leaves_all_others_whole(content: Write, path: str) -> None:
    loading = load(content({**SOUND, path: "title: T\nx: y\n"}))
    shown = {item.title for items in loading.course.items.values() for item in items}

    assert shown == {"T", f"⚠ {path}"}
    assert loading.broken.keys() == {path}


def test_a_broken_course_yml_leaves_a_course_to_look_at(content: Write) -> None:
    loading = load(content({**SOUND, "course.yml": "title: [\n"}))

    assert loading.course.settings.title == "⚠ course.yml"
    assert len(loading.course.stories) == 1
    assert codes(loading.errors) == ["bracket"]


PARTS = "parts: [{id: a, name: A, idea: I}, {id: b, name: B, idea: I}]"
FRAMEWORK = f"frameworks: [{{id: cup, name: Cup, idea: I, {PARTS}}}]\n"


def test_a_broken_course_yml_keeps_what_is_sound_in_it(content: Write) -> None:
    lesson = SOUND["lessons/listen.yml"] + "framework: cup\n"
    settings = "title: T\nid: t\n" + FRAMEWORK + "colour: red\nfeatured_story: nobody\n"
    loading = load(content({**SOUND, "course.yml": settings, "lessons/listen.yml": lesson}))

    assert loading.broken.keys() == {"course.yml"}
    assert loading.course.framework["cup"].name == "Cup"
    assert loading.course.settings.featured_story is None


def test_nobody_else_is_blamed_for_a_course_yml_that_cannot_be_read(content: Write) -> None:
    lesson = SOUND["lessons/listen.yml"] + "framework: cup\n"
    loading = load(content({**SOUND, "course.yml": "title: [\n", "lessons/listen.yml": lesson}))

    assert loading.broken.keys() == {"course.yml"}
    assert loading.course.framework["cup"].id == "cup"


def test_many_warnings_are_still_only_warnings(content: Write) -> None:
    options = ", ".join(map(str, range(25)))
    step = f"{{id: a, prompt: P, answer: choice, options: [{options}]}}"
    exercise = f"title: T\npurpose: P\nminutes: 5\nsteps: [{step}]\n"
    loading = load(content({**SOUND, "exercises/try.yml": exercise}))

    assert loading.errors == ()
    assert codes(loading.problems)[-1] == "more"


def test_pictures_of_facilitators_and_drafts_are_not_published(content: Write, tmp_path: Path) -> None:
    draft = LESSON + "image: draft.png\nimage_alt: A\ndraft: true\n"
    notes = (
        SOUND["stories/tea.yml"] + "facilitator_notes: '![key](secret.png)'\nimage: cup.png\nimage_alt: A\n"
    )
    folder = content({**SOUND, "lessons/later.yml": draft, "stories/tea.yml": notes})
    (folder / "images").mkdir()
    for name in ("draft", "secret", "cup"):
        Image.new("RGB", (2, 2)).save(folder / "images" / f"{name}.png")

    assert load(folder).images.keys() == {"cup.png"}
    assert load(folder, drafts=True).images.keys() == {"cup.png", "draft.png"}


def test_a_broken_glossary_is_an_empty_one(content: Write) -> None:
    assert load(content({"glossary.yml": "terms: x\n"})).course.glossary.terms == ()


def test_drafts_are_left_out_unless_they_are_asked_for(content: Write) -> None:
    folder = content({**SOUND, "stories/tea.yml": STORY + "draft: true\n"})

    assert load(folder).course.stories == ()
    assert load(folder).course.lesson["listen"].stories == ()
    assert load(folder, drafts=True).course.lesson["listen"].stories == ("tea",)


def test_mistakes_in_drafts_are_told_as_well(content: Write) -> None:
    assert codes(load(content({"stories/tea.yml": STORY + "draft: true\nx: y\n"})).problems) == [
        "unknown-key"
    ]


def test_a_warning_breaks_nothing(content: Write) -> None:
    loading = load(content({"stories/tea.yml": STORY.replace("source: X\n", "")}))

    assert (loading.errors, loading.broken, codes(loading.problems)) == ((), {}, ["source-not-said"])


def test_only_pictures_that_are_shown_are_published(content: Write) -> None:
    folder = content({"stories/tea.yml": STORY + "image: a.png\nimage_alt: A\n"})
    (folder / "images").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (30, 20)).save(folder / "images" / name)
    loading = load(folder)

    assert loading.sizes == {"a.png": Size(30, 20)}
    assert loading.images.keys() == {"a.png"}


def test_a_damaged_picture_is_told_wherever_it_is_shown(content: Write) -> None:
    text = STORY + "image: a.png\nimage_alt: A\n"
    loading = load(content({"stories/tea.yml": text, "stories/milk.yml": text, "images/a.png": "x"}))

    assert [(p.code, p.place.file) for p in loading.problems] == [
        ("image-damaged", "content/stories/milk.yml"),
        ("image-damaged", "content/stories/tea.yml"),
    ]
    assert loading.images == {}


def test_files_are_named_from_here_where_they_lie_below_and_whole_elsewhere(
    content: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = content({"stories/tea.yml": "title: T\n"}).resolve()
    below = load(folder)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    from_elsewhere = load(folder)

    assert below.problems[0].place.file == "content/stories/tea.yml"
    assert from_elsewhere.problems[0].place.file == str(folder / "stories/tea.yml")
    assert below.broken.keys() == from_elsewhere.broken.keys() == {"stories/tea.yml"}


def test_the_folder_itself_may_be_where_one_stands(content: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content({"stories/tea.yml": "title: T\n"}))
    loading = load(Path())

    assert loading.problems[0].place.file == "./stories/tea.yml"
    assert loading.broken.keys() == {"stories/tea.yml"}
    assert loading.course.story["tea"].title.startswith("⚠")


def test_a_folder_that_is_not_there_gives_a_problem_and_an_empty_course(tmp_path: Path) -> None:
    loading = load(tmp_path / "gone")

    assert codes(loading.errors) == ["cannot-read"]
    assert not any(loading.course.items.values())


def test_the_course_of_this_repository_is_sound_and_stays_so_when_written_and_read_again(
    tmp_path: Path,
) -> None:
    ours = load(Path(__file__).parents[2] / "content", drafts=True)
    for path, text in dump(ours.course).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")

    assert ours.problems == ()
    assert load(tmp_path, drafts=True).course == ours.course


def test_a_special_space_after_a_word_that_is_no_key_is_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "course.yml").write_text("title: T\nid: t\n")
    (tmp_path / "stories/tea.yml").write_text(
        "title: Tea\nsummary: Tea.\nbody: Tea.\nkey_learning_point: Tea.\n"
        "discussion_questions:\n  - Well:\u00a0who asked?\n"
    )
    assert load(tmp_path).errors == ()
    assert load(tmp_path).course.story["tea"].discussion_questions == ("Well:\u00a0who asked?",)

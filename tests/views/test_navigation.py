from generator.views.navigation import MOST_LESSONS, navigation
from tests.views.sample import WORDS, course, lesson, path


def test_the_menu_leads_to_paths_and_lessons() -> None:
    menu = navigation(course(lessons=(lesson("a"),), paths=(path("way", "a"),)), WORDS)
    assert {"paths": [{"all_paths": "paths/index.md"}, "paths/way/index.md"]} in menu
    assert {"lessons": [{"all_lessons": "lessons/index.md"}, "lessons/a/index.md"]} in menu


def test_a_long_course_lists_its_lessons_on_their_page_only() -> None:
    many = tuple(lesson(f"l{n}") for n in range(MOST_LESSONS + 1))
    assert {"lessons": [{"all_lessons": "lessons/index.md"}]} in navigation(course(lessons=many), WORDS)

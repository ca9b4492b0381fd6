from generator.views.keeping import keeping
from generator.wording import Wording
from tests.views.sample import PlainPen, course


def test_a_page_keeps_answers_under_the_id_of_the_course_and_says_how_it_went() -> None:
    names = ("saved", "visit", "full", "newer", "broken")
    words = Wording("en", {"my_data_title": "My data", **{f"kept_{name}": name for name in names}})
    kept = keeping(course(), PlainPen(), words)
    assert kept.site == course().settings.id
    assert (kept.my_data.href, kept.my_data.text) == ("/my-data", "My data")
    assert kept.said == {f"kept_{name}": name for name in names}

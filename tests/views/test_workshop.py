from generator.model import CourseSettings, Workshop
from generator.views.workshop import WorkshopPage, workshop_page, workshops_page
from tests.views.browser import HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, lesson, story

AGENDA = (
    {"minutes": 5, "activity": "Welcome", "min_minutes": 3},
    {"minutes": 50, "story": "s", "min_minutes": 30},
    {"minutes": 10, "break": "Coffee", "skip_if_late": True},
    {"minutes": 30, "lesson": "l"},
    {"minutes": 20, "exercise": "e"},
    {"minutes": 15, "checklist": "c"},
)


def workshop(**fields: object) -> Workshop:
    """A workshop with everything that an agenda can hold."""
    required = {"title": "Together", "summary": "You learn.", "agenda": AGENDA}
    return Workshop.model_validate({"id": "together", **required, **fields})


def page_of(held: Workshop, pen: PlainPen | None = None) -> WorkshopPage:
    """The page of a workshop in a course that has what it links to."""
    whole = course(
        lessons=(lesson("l", title="Listen"),),
        stories=(story("s", title="Tea"),),
        exercises=(exercise("e", title="Try"),),
        checklists=(checklist("c"),),
        workshops=(held,),
    )
    return workshop_page(whole, held, pen or PlainPen(), WORDS)


def test_the_agenda_runs_from_zero_to_the_sum_of_its_minutes() -> None:
    page = page_of(workshop())
    assert [slot.start for slot in page.slots] == ["0:00", "0:05", "0:55", "1:05", "1:35", "1:55"]
    assert (page.end, page.total) == ("2:10", 130)
    assert page.length == "hours_and_minutes hours 2 minutes 10"


def test_every_item_has_its_title_and_a_link_where_it_has_a_page() -> None:
    assert [(slot.kind, slot.title, slot.href) for slot in page_of(workshop()).slots] == [
        ("activity", "Welcome", ""),
        ("story", "Tea", "/stories/s"),
        ("break", "Coffee", ""),
        ("lesson", "Listen", "/lessons/l"),
        ("exercise", "Try", "/exercises/e"),
        ("checklist", "c", "/checklists/c"),
    ]


def test_the_shortest_length_takes_every_cut_that_the_agenda_allows() -> None:
    page = page_of(workshop())
    assert page.shortest == "hours_and_minutes hours 1 minutes 38"
    assert [slot.shortest for slot in page.slots] == ["3", "30", "", "", "", ""]
    assert page_of(workshop(agenda=AGENDA[3:])).shortest == ""


def test_the_agenda_is_a_table_that_says_in_words_what_can_be_skipped() -> None:
    table = shown(page_of(workshop())).one("table")
    rows = table.one("tbody").all("tr")
    assert [cell.text for cell in rows[2].all("td")] == ["0:55", "10", "", "can be skipped"]
    assert rows[1].one("th", scope="row").text == "Tea story"
    assert [cell.text for cell in table.one("tfoot").all("td")][:2] == ["2:10", "130"]
    assert len(table.all("th", scope="col")) == 5


def test_notes_for_the_facilitator_are_kept_from_trainees() -> None:
    agenda = tuple({**item, "notes": "Kept for the facilitator."} for item in AGENDA)
    pen = PlainPen()
    page = shown(page_of(workshop(agenda=agenda, facilitator_notes="Kept as well."), pen))
    assert "Kept" not in page.text
    assert not any("Kept" in text for text in pen.written)


def test_what_a_facilitator_scans_stands_at_a_glance() -> None:
    page = page_of(workshop(group_size="6 to 16", room="Tables.", audience="All.", materials=("Pens",)))
    glance = shown(page).one("dl")
    assert [dt.text for dt in glance.all("dt")] == ["Length", "Group size", "For", "Room", "Bring and print"]
    assert [dd.text for dd in glance.all("dd")][2:] == ["6 to 16", "All.", "Tables.", "Pens"]


def test_texts_are_written_in_the_order_in_which_readers_meet_them() -> None:
    pen = PlainPen()
    page_of(workshop(audience="1", room="2", objectives=("3", "4"), before="5", follow_up="6"), pen)
    assert pen.written == ["1", "2", "3", "4", "5", "6"]


def test_texts_of_a_workshop_stay_text() -> None:
    agenda = ({"minutes": 5, "activity": HOSTILE}, {"minutes": 5, "break": HOSTILE})
    page = shown(page_of(workshop(title=HOSTILE, summary=HOSTILE, agenda=agenda, materials=(HOSTILE,))))
    assert page.one("h1").text == HOSTILE
    assert page.one("tbody").all("th")[0].text == f"{HOSTILE} activity"
    assert page.all("script") == page.all("b") == page.all("em") == []


def test_all_workshops_are_listed() -> None:
    agenda = ({"minutes": 90, "activity": "Talk"},)
    listed = workshops_page(course(workshops=(workshop(agenda=agenda),)), PlainPen(), WORDS)
    assert [card.link.href for card in listed.cards] == ["/workshops/together"]
    assert shown(listed).one("a").text == "Together"


def test_who_leads_finds_the_way_to_the_kit_where_it_is_public() -> None:
    assert page_of(workshop()).lead is None
    held = workshop()
    settings = CourseSettings(title="Service", id="service", facilitator_kit="public")
    whole = course(
        settings=settings,
        lessons=(lesson("l"),),
        stories=(story("s"),),
        exercises=(exercise("e"),),
        checklists=(checklist("c"),),
        workshops=(held,),
    )
    page = workshop_page(whole, held, PlainPen(), WORDS)
    assert shown(page).one("a", href="/facilitators#workshop-together").text == "facilitators_link"

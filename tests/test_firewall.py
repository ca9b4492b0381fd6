"""What is for facilitators stays with them: found wherever it hides, and nowhere in what trainees get."""

import gzip
import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, get_args
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from generator.build import beside_package
from generator.content import dump, load
from generator.firewall import Leak, leaks
from generator.model import Audience, Course, Part, SampleAnswer, Text, Workshop, marked
from tests.conftest import Command, all_bytes, mend
from tests.views.sample import WORDS, course, exercise, story

DEBRIEF = 'Let people "test" their plan on a partner first, and don\'t hurry; then ask who *changed* it.'
LEAK = Leak(
    "a.html",
    "exercises/plan.yml",
    ("debrief",),
    'Let people "test" their plan on a partner first, and don\'t hurry',
)


def found(text: str | bytes, name: str = "a.html", **fields: object) -> list[Leak]:
    """What leaks in one file of a course with one exercise."""
    held = course(exercises=(exercise("plan", **{"debrief": DEBRIEF, **fields}),))
    return leaks(held, WORDS, [(name, text.encode() if isinstance(text, str) else text)])


@pytest.mark.parametrize(
    "text",
    [
        DEBRIEF,
        "<p>Let people &quot;test&quot; their <strong>plan</strong>\n  on a partner first, and don&#39;t …",
        "<p>Let people “test” their plan on a partner first, and don’t hurry</p>",
        '<meta content="Let people &#34;test&#34; their plan on a partner first, and don&#x27;t …">',
        "<title>&lt;p&gt;Let people &amp;quot;test&amp;quot; their plan &lt;b&gt;on a partner",
        '<div data-words=\'{"note": "Let people \\"test\\" their plan on a partner first"}\'>',
        r'{"text": "Let people \u0022test\u0022 \u003cem\u003etheir\u003c/em\u003e plan\non a partner"}',
    ],
)
def test_a_text_is_found_however_it_is_written(text: str) -> None:
    (leak,) = found(text)
    assert (leak.file, leak.source, leak.field) == ("a.html", "exercises/plan.yml", ("debrief",))
    assert leak.excerpt.startswith('Let people "test" their plan on a partner')


def test_it_is_found_inside_archives_and_scripts() -> None:
    inner, outer = BytesIO(), BytesIO()
    with ZipFile(inner, "w") as file:
        file.writestr("notes.txt", DEBRIEF)
    with ZipFile(outer, "w") as file:
        file.writestr("inner.zip", inner.getvalue())
    assert [leak.file for leak in found(outer.getvalue(), "kit.zip")] == ["kit.zip: inner.zip: notes.txt"]
    assert found(gzip.compress(DEBRIEF.encode()), "a.xml.gz")
    assert found(f"for(i=0;i<n;i++)say({json.dumps(DEBRIEF)});x=>0", "recall/cards.js")


def test_any_eleven_words_of_a_long_text_are_found_and_fewer_of_chance_are_not() -> None:
    text = " ".join(f"word{number}" for number in range(40)) + "."
    long = " ".join(f"kept{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    words = long.split()
    for start in range(len(words) - 10):
        assert found(" ".join(words[start : start + 11]), debrief=long)
        assert not found(" ".join(words[start : start + 7]), debrief=long)
    assert not found(text, debrief=long)


def test_short_texts_are_found_as_whole_words_in_a_row() -> None:
    answer = [{"step": "do", "answer": "Thursday, with *Sam*."}]
    assert found("<li>Thursday, with Sam</li>", sample_answers=answer)
    assert not found("<li>Thursday, without Sam</li>", sample_answers=answer)
    assert not found("<p>On 14 March</p>", sample_answers=[{"step": "do", "answer": "14 March"}])


def test_languages_without_spaces_are_kept_apart_as_well() -> None:
    assert found("<p>请先在同伴身上<b>试一试</b>你的计划。</p>", debrief="请先在同伴身上试一试你的计划。")


def test_what_the_course_says_openly_as_well_is_no_leak() -> None:
    said = "She put the kettle on, and listened to the end of what he had to say."
    held = course(
        stories=(story("tea", body=f"A man came in. {said}"),),
        exercises=(exercise("plan", debrief=f"Read this aloud now. {said} Then wait for a minute."),),
    )
    assert leaks(held, WORDS, [("a.html", f"<p>{said}</p>".encode())]) == []
    assert leaks(held, WORDS, [("a.html", b"Read this aloud now. She put the kettle on, and listened")])


def test_a_sample_answer_may_repeat_the_heads_of_the_columns_that_it_fills() -> None:
    step = {
        "id": "do",
        "prompt": "Fill it in.",
        "answer": "table",
        "columns": ("What we need", "By when", "How"),
    }
    row = "| A list of all rooms in use | Friday at nine | On the sheet by the door |"
    table = f"| What we need | By when | How |\n|---|---|---|\n{row}"
    held = course(
        exercises=(exercise("plan", steps=(step,), sample_answers=({"step": "do", "answer": table},)),)
    )
    shown = b"<table><tr><th>What we need</th><th>By when</th><th>How</th></tr></table>"
    assert leaks(held, WORDS, [("a.html", shown)]) == []
    assert leaks(held, WORDS, [("a.html", row.encode())])


def test_each_text_is_told_once_for_a_file_with_its_place() -> None:
    workshop = Workshop.model_validate(
        {
            "id": "w",
            "title": "W",
            "summary": "S.",
            "agenda": [{"minutes": 5, "activity": "Hello", "notes": "Greet people at the door, by name."}],
        }
    )
    held = course(workshops=(workshop,))
    page = b"<p>Greet people at the door, by name.</p><p>Greet people at the door, by name.</p>"
    assert leaks(held, WORDS, [("a.html", page), ("b.html", page)]) == [
        Leak(name, "workshops/w.yml", ("agenda", 0, "notes"), "Greet people at the door, by name")
        for name in ("a.html", "b.html")
    ]


def test_facilitators_may_have_theirs_on_the_site_if_the_course_says_so() -> None:
    file = ("facilitators/guide.html", DEBRIEF.encode())
    held = course(exercises=(exercise("plan", debrief=DEBRIEF),))
    public = held.model_copy(
        update={"settings": held.settings.model_copy(update={"facilitator_kit": "public"})}
    )
    assert leaks(held, WORDS, [file])
    assert not leaks(public, WORDS, [file])
    assert leaks(public, WORDS, [("handouts/guide.html", file[1])])


CANARY = "The heron of {} stands in the reeds until it is quite dark."
REQUIRED: dict[type[Part], dict[str, str]] = {SampleAnswer: {"step": "listen", "answer": ""}}
"""What a part needs that a course has none of yet."""


def parts_in(annotation: object) -> Iterator[type[Part]]:
    """The parts that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_in(inner)


def with_canaries(part: type[Part], data: Any, at: str = "") -> Any:
    """Data of a part with a canary in each text that trainees must not see, as the model marks them."""
    if isinstance(data, list):
        return [with_canaries(part, entry, f"{at} {number}") for number, entry in enumerate(data, 1)]
    for name, field in part.model_fields.items():
        key, here = field.alias or name, f"{at} {name}".replace("_", " ").strip()
        mark = next((found.mark for found in marked(part, {key: "text"}, Text)), None)
        if mark and mark.audience is not Audience.TRAINEE:
            data[key] = CANARY.format(here)
        for inner in parts_in(field.annotation):
            if held := data.get(key) or [dict(REQUIRED[inner])] if inner in REQUIRED else data.get(key):
                data[key] = with_canaries(inner, held, here)
    return data


@pytest.fixture
def watched(tiny: Path) -> tuple[Path, list[str]]:
    """The tiny course with a canary in every text for facilitators, and the canaries."""
    mend(
        tiny / "content/workshops/half-an-hour.yml",
        "agenda:",
        "agenda:\n  - {minutes: 5, story: the-cup-of-tea}",
    )
    loaded = load(tiny / "content").course.model_dump(mode="json", by_alias=True)
    held = Course.model_validate(with_canaries(Course, loaded))
    for name, text in dump(held).items():
        (tiny / "content" / name).write_text(text, "utf-8")
    texts = marked(Course, held.model_dump(by_alias=True), Text)
    return tiny, [text.value for text in texts if text.mark.audience is not Audience.TRAINEE]


def readable(name: str, data: bytes) -> Iterator[str]:
    """The texts of a file, of the files in it, and of the pages that are drawn in it."""
    if name.endswith(".zip"):
        with ZipFile(BytesIO(data)) as held:
            for member in held.namelist():
                yield from readable(member, held.read(member))
    elif name.endswith(".pdf"):
        pages = PdfReader(BytesIO(data)).pages
        yield " ".join(" ".join(page.extract_text() for page in pages).split())
    else:
        plain = gzip.decompress(data) if name.endswith(".gz") else data
        yield plain.decode("utf-8", "replace")


def seen(folder: Path, below: str = "") -> list[str]:
    """The files in which a canary turns up, by any of its parts."""
    return [
        name
        for name, data in all_bytes(folder).items()
        if name.startswith(below) and any("heron of" in text for text in readable(name, data))
    ]


def test_no_canary_turns_up_in_what_trainees_get(watched: tuple[Path, list[str]], run: Command) -> None:
    project, canaries = watched
    assert len(canaries) >= 7, "the model marks fewer texts than it did"
    built = run(project, "extramile", "build")
    assert built.returncode == 0, built.stderr
    assert list((project / "site/handouts").glob("*.pdf"))
    assert list((project / "site/handouts").glob("*-a4-form.pdf"))
    assert (project / "site/handouts/participants-half-an-hour.zip").exists()
    assert seen(project / "site") == []
    for paper in ("a4", "letter"):
        kit = " ".join(
            text
            for file in (project / "dist/facilitator").glob(f"*-{paper}.pdf")
            for text in readable(file.name, file.read_bytes())
        )
        assert [canary for canary in canaries if canary not in kit] == [], "facilitators must find each"
    (packed,) = (project / "dist/facilitator").glob("kit-*.zip")
    assert any("heron of" in text for text in readable(packed.name, packed.read_bytes()))


def test_a_public_kit_is_in_its_folder_and_nowhere_else(
    watched: tuple[Path, list[str]], run: Command
) -> None:
    project, _ = watched
    mend(project / "content/course.yml", "title:", "facilitator_kit: public\ntitle:")
    built = run(project, "extramile", "build", "--no-handouts")
    assert built.returncode == 0, built.stderr
    kept = tuple(f"facilitators/{kind}-half-an-hour.html" for kind in ("deck", "guide", "key"))
    assert seen(project / "site") == list(kept)
    pages = [project / "site" / name for name in (*kept, "facilitators/index.html")]
    assert all('<meta name="robots" content="noindex">' in page.read_text() for page in pages)
    assert "facilitators/" not in (project / "site/sitemap.xml").read_text()
    assert '"location":"facilitators' not in (project / "site/search/search_index.json").read_text()


LEAKING = "<p>The <em>heron</em> of exercises 1 debrief\nstands in the reeds</p>"


def test_a_build_that_would_leak_fails_and_leaves_the_old_site(
    watched: tuple[Path, list[str]], run: Command
) -> None:
    project, _ = watched
    run(project, "extramile", "build")
    before = all_bytes(project / "site")
    shutil.copytree(beside_package("templates"), project / "templates")
    settings = beside_package("mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(
        settings.replace("- extramile", "- extramile:\n      templates: templates")
    )
    mend(project / "templates/pages/exercise.md.jinja", "<p>{{ page.purpose }}</p>", LEAKING)
    page, source = "exercises/one-minute/index.html", "content/exercises/one-minute.yml"
    told = f'{page}: gives trainees what {source} says in "debrief"'
    for command in (("extramile", "build"), ("mkdocs", "build", "--site-dir", "other")):
        built = run(project, *command)
        assert built.returncode == 1
        assert told in built.stderr
        assert "search/search_index.json: gives" in built.stderr
        assert "Traceback" not in built.stderr
    assert all_bytes(project / "site") == before
    exported = run(project, "extramile", "export", "out")
    assert exported.returncode == 1
    assert told.replace(".html", ".md") in exported.stderr
    assert not (project / "out").exists()

"""The pages' scripts as files of the site."""

from generator import scripts
from generator.build import beside_package


def test_a_lean_script_keeps_what_it_does_and_loses_what_it_says_to_its_readers() -> None:
    script = "\n".join(
        [
            "/* Adds. */",
            "const sum = (a, b) => a + +b; // both",
            "const text = `a  // b ${sum(1, 2)}`;",
            r"const sign = /\/\*  x/;",
        ]
    )
    lean = scripts.lean(script)
    assert "Adds" not in lean
    assert "both" not in lean
    assert "a+ +b" in lean
    assert "`a  // b ${sum(1, 2)}`" in lean
    assert "/\\/\\*  x/" in lean


def test_every_script_of_the_templates_is_published_under_its_name() -> None:
    templates = beside_package("templates")
    files = scripts.render(templates)
    assert set(files) == {f"assets/javascripts/{file.name}" for file in (templates / "scripts").iterdir()}
    assert all(files.values())

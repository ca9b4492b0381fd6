"""The workflows that check, show and publish proposals have no holes, and holes would be found."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import HERE

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HASH = "0" * 40

HOLES = {
    # A stranger's commit is checked out and run where secrets are at hand.
    "dangerous-triggers": f"""
        on: pull_request_target
        permissions: {{}}
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@{HASH}
                with:
                  ref: ${{{{ github.event.pull_request.head.sha }}}}
                  persist-credentials: false
              - run: make site
        """,
    # The title of a proposal becomes part of a script.
    "template-injection": """
        on: pull_request
        permissions: {}
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - run: echo "${{ github.event.pull_request.title }}"
        """,
    # The token lies in a folder in which a stranger's texts are read.
    "artipacked": f"""
        on: pull_request
        permissions: {{}}
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@{HASH}
              - run: make site
        """,
    # What the half without rights left behind steers the half that has some.
    "github-env": f"""
        on:
          workflow_run:
            workflows: [proposal]
            types: [completed]
        permissions: {{}}
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/download-artifact@{HASH}
              - run: echo "NUMBER=$(cat number.txt)" >> "$GITHUB_ENV"
        """,
    # Somebody else can change what a tag means.
    "unpinned-uses": """
        on: push
        permissions: {}
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@v6
                with:
                  persist-credentials: false
        """,
    "excessive-permissions": """
        on: push
        permissions: write-all
        jobs:
          job:
            runs-on: ubuntu-24.04
            steps:
              - run: make site
        """,
}
"""A workflow with one hole, by the name of the rule that finds it."""


def found(*paths: Path) -> set[str]:
    """The names of the holes that are found in workflows."""
    command = [str(HERE / "zizmor"), "--offline", "--no-progress", "--quiet", "--no-exit-codes"]
    asked = [*command, "--persona=pedantic", "--format=json", *map(str, paths)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=True)
    return {finding["ident"] for finding in json.loads(ran.stdout) if not finding["ignored"]}


def loaded(file: Path) -> dict[str, Any]:
    """A workflow. YAML reads the key `on` as true."""
    data = yaml.safe_load(file.read_text("utf-8"))
    assert isinstance(data, dict)
    return {("on" if key is True else key): value for key, value in data.items()}


def triggers(file: Path) -> Mapping[str, Any]:
    on = loaded(file)["on"]
    return on if isinstance(on, dict) else {on: None}


def test_our_workflows_have_no_holes() -> None:
    assert found(ROOT / ".github") == set()


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_is_found(hole: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "hole.yml").write_text(HOLES[hole], "utf-8")
    assert hole in found(folder / "hole.yml")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        (["vendor.github-workflows"], WORKFLOWS),
        (["vendor.dependabot"], [ROOT / ".github/dependabot.yml"]),
        (["vendor.gitlab-ci", "--data-transform", "gitlab-ci"], [ROOT / ".gitlab-ci.yml"]),
    ],
    ids=["github", "dependabot", "gitlab"],
)
def test_files_for_forges_have_the_form_that_these_want(schema: list[str], files: list[Path]) -> None:
    asked = [str(HERE / "check-jsonschema"), "--builtin-schema", *schema, *map(str, files)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_a_form_that_is_wrong_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs:\n  job:\n    steps: none\n", "utf-8")
    asked = [str(HERE / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(wrong)]
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_no_rights_but_those_of_its_jobs_and_ends(file: Path) -> None:
    workflow = loaded(file)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert "write-all" not in str(job["permissions"])


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_an_action_is_pinned_by_its_hash_with_its_version_beside_it(file: Path) -> None:
    uses = [line for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in uses if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_one_action_has_one_hash() -> None:
    pins = {
        pin for file in WORKFLOWS for pin in re.findall(r"(actions/[\w-]+)@(\w+)", file.read_text("utf-8"))
    }
    assert len(pins) == len(dict(pins))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_proposals_of_strangers_meet_no_secret_and_no_right_to_write(file: Path) -> None:
    assert "pull_request_target" not in triggers(file)
    assert "secrets." not in file.read_text("utf-8")
    if "pull_request" in triggers(file):
        rights = [right for job in loaded(file)["jobs"].values() for right in job["permissions"].values()]
        assert set(rights) == {"read"}


def test_the_half_that_may_write_brings_in_nothing_of_the_proposal() -> None:
    (file,) = [file for file in WORKFLOWS if "workflow_run" in triggers(file)]
    (job,) = loaded(file)["jobs"].values()
    (checkout,) = [step["with"] for step in job["steps"] if "uses" in step]
    assert checkout["ref"] == "${{ github.event.repository.default_branch }}"
    assert not any("${{" in step.get("run", "") for step in job["steps"])

"""Stories that come as issues: the form in which GitHub asks for one, and what somebody wrote into it.

The form asks the questions of the site's own form, in the same words. GitHub gives the answers back as one
text: each below the label of its question.
"""

import re
from collections.abc import Iterator, Mapping

from generator.content import as_yaml
from generator.model import TOLD_BY_CHOICE
from generator.schemas import Schema, schema_of
from generator.views.share import PARTS
from generator.wording import Wording

NOT_IN_ISSUES = ("lessons", "privacy_checked", "review_by")
"""What whoever takes up the issue adds to the story."""
LONGEST = 200_000
"""GitHub's own limit for an issue is 65,536 characters."""
_NO_ANSWER = "_No response_"
_HEADING = re.compile(r"#{3} (.+)")
_BULLET = re.compile(r"(?:[-*•]|[0-9]{1,2}[.)])\s+(?=\S)")


def form(words: Wording) -> str:
    """The file from which GitHub makes its form."""
    introduction = {"type": "markdown", "attributes": {"value": words["issue_introduction"]}}
    return as_yaml(
        {
            "name": words["share_title"],
            "description": words["share_summary"],
            "title": words["issue_title"],
            "body": [introduction, *(_question(key, said, words) for key, said in _asked())],
        }
    )


def story(body: str, words: Wording) -> Mapping[str, object]:
    """The keys of a story that an issue answers. What does not fit them is told when the file is checked."""
    given = dict(_answers(body[:LONGEST].replace("\r\n", "\n"), words))
    told = {key: _value(key, said, given[key], words) for key, said in _asked() if key in given}
    order = list(schema_of("story")["properties"])
    return {key: told[key] for key in sorted(told, key=order.index)}


def _asked() -> Iterator[tuple[str, Schema]]:
    properties = schema_of("story")["properties"]
    return ((key, properties[key]) for keys in PARTS.values() for key in keys if key not in NOT_IN_ISSUES)


def _question(key: str, said: Schema, words: Wording) -> Mapping[str, object]:
    attributes: dict[str, object] = {
        "label": words[f"share_field_{key}"],
        "description": words[f"share_hint_{key}"],
    }
    if key in TOLD_BY_CHOICE:
        attributes["options"] = [words[f"story_is_{value}"] for value in TOLD_BY_CHOICE[key]]
    needed = key in schema_of("story")["required"] or key in TOLD_BY_CHOICE
    required = {"validations": {"required": True}} if needed else {}
    return {"type": _control(key, said), "id": key, "attributes": attributes, **required}


def _control(key: str, said: Schema) -> str:
    if key in TOLD_BY_CHOICE:
        return "dropdown"
    return "textarea" if "items" in said or said["x-form"] == "prose" else "input"


def _answers(body: str, words: Wording) -> Iterator[tuple[str, str]]:
    """Answers by key. A label counts once: what looks like one further down belongs to an answer."""
    labels = {words[f"share_field_{key}"]: key for key, _ in _asked()}
    key, lines = "", list[str]()
    for line in (*body.split("\n"), None):
        heading = _HEADING.fullmatch(line.rstrip()) if line else None
        if line is None or (heading and heading[1] in labels):
            answer = "\n".join(lines).strip()
            if key and answer and answer != _NO_ANSWER:
                yield key, answer
            key, lines = labels.pop(heading[1]) if heading else "", []
        else:
            lines.append(line)


def _value(key: str, said: Schema, answer: str, words: Wording) -> object:
    if key in TOLD_BY_CHOICE:
        values = {words[f"story_is_{value}"]: value for value in TOLD_BY_CHOICE[key]}
        return values.get(answer, answer)
    rows = [row.strip() for row in answer.split("\n") if row.strip()]
    if "items" in said:
        return [_BULLET.sub("", row, count=1) for row in rows]
    return answer if said["x-form"] == "prose" else " ".join(rows)

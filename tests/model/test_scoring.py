import json
from pathlib import Path

import pytest

from generator.model.scoring import score

VECTORS = json.loads((Path(__file__).parents[1] / "scoring.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["why"] for vector in VECTORS])
def test_answers_become_the_score_that_the_browser_shows(vector: dict[str, object]) -> None:
    answers, highest = vector["answers"], vector["highest"]
    assert isinstance(answers, list)
    assert isinstance(highest, int)
    assert score(((value, is_reversed) for value, is_reversed in answers), highest) == vector["score"]

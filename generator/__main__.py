"""Starts the program: heeds signals before anything large is loaded, so that Ctrl-C ends it in one line."""

import sys
from contextlib import suppress

from generator import publishing


def main() -> None:
    """Runs the command line."""
    try:
        publishing.heed_signals()
        from generator import cli

        status = cli.run(sys.argv[1:])
    except publishing.Stopped as stopped:
        print("extramile: stopped; what was published stays as it was", file=sys.stderr)
        status = stopped.status
    with suppress(OSError):
        sys.stdout.close()  # what could not be written was said; Python would say it again
    sys.exit(status)


if __name__ == "__main__":
    main()

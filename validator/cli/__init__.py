"""The command line: arguments in, a command run, an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from validator.errors import UnreadableError, UsageError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns its exit code.

    0 clean, 1 findings, 2 wrong usage or configuration, 3 not evaluated, 130 interrupted.
    """
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    from validator.cli.parser import parser
    from validator.cli.streams import prepare

    prepare()
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except (UsageError, UnreadableError) as error:
        from validator.text.unicode import one_line

        print(one_line(f"bibvalidator: {error}"), file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 3
    except BrokenPipeError:
        # The reader has gone: what is left in the buffer must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(getattr(arguments, "earned", 0))
    except Exception:  # else the interpreter's code for it is 1, which means findings
        import traceback

        traceback.print_exc()
        print("bibvalidator: an error of the program itself, please report it", file=sys.stderr)
        return 3
    return code

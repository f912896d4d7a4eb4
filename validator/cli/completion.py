"""`bibvalidator completion SHELL`: a script that completes commands, options and files."""

from __future__ import annotations

import argparse
from typing import Any

from validator.errors import UsageError

FILES = ("FILE", "PATH", "CATALOGUE")
"""What arguments that name files are called in the help."""


def run(arguments: argparse.Namespace) -> int:
    """Print the script, made from the parser; returns 0."""
    try:
        import shtab
    except ModuleNotFoundError as error:
        message = "completion needs shtab: pip install 'bibvalidator[completion]'"
        raise UsageError(message) from error
    from validator.cli.parser import parser

    top = parser()
    commands: Any = top._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for command in commands.values():
        for action in command._actions:
            if action.metavar in FILES:
                action.complete = shtab.FILE
    print(shtab.complete(top, shell=arguments.shell).rstrip())
    return 0

"""`bibvalidator config`: the configuration in force, and where each value comes from."""

from __future__ import annotations

import argparse

from validator.cli import settings
from validator.config import shown


def run(arguments: argparse.Namespace) -> int:
    """Print the configuration; returns 0."""
    loaded = settings.load(arguments)
    print(f"# file: {loaded.file or 'none'}")
    for key, value in shown(loaded.settings).items():
        print(f"{key} = {value or '-'}  # {loaded.origins[key]}")
    return 0

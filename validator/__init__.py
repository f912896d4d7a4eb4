"""Check bibliographic records, and find the ones that describe the same work."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from validator._version import __version__

if TYPE_CHECKING:
    from validator.audit import Audit
    from validator.auditing import check, dedupe
    from validator.cleaning.account import Account
    from validator.cleaning.clean import clean
    from validator.duplicates import Duplicates
    from validator.finding import Finding
    from validator.io import read
    from validator.record import Name, Record
    from validator.registry import Example, rule

__all__ = [
    "Account",
    "Audit",
    "Duplicates",
    "Example",
    "Finding",
    "Name",
    "Record",
    "__version__",
    "check",
    "clean",
    "dedupe",
    "read",
    "rule",
]

_HOMES = {
    "Account": "cleaning.account",
    "Audit": "audit",
    "Duplicates": "duplicates",
    "Example": "registry",
    "Finding": "finding",
    "Name": "record",
    "Record": "record",
    "check": "auditing",
    "clean": "cleaning.clean",
    "dedupe": "auditing",
    "read": "io",
    "rule": "registry",
}


def __getattr__(name: str) -> Any:
    """Load a public name where it is first used, so that `import validator` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__

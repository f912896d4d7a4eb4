"""The packages and files that hold rules and report writers: loaded by name, so that they
register."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

from validator.errors import UsageError
from validator.registry import WRITERS, Writer


def load_rules(extra: Sequence[str] = ()) -> None:
    """Import every module of the rule pack, and ``extra`` Python files, so that rules register.

    Packages that announce an entry point in the group ``bibvalidator.rules`` are loaded too.
    """
    _load_package(importlib.import_module("validator.rules"))
    for path in extra:
        _load_file(path)
    if _entry_points_announced():
        from importlib.metadata import entry_points

        for point in entry_points(group="bibvalidator.rules"):
            point.load()


def load_writer(name: str) -> Writer:
    """The writer of a format; only its own module is imported."""
    if name not in WRITERS:
        importlib.import_module(f"validator.reports.{name}")
    return WRITERS[name]


def _load_package(package: ModuleType) -> None:
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        if module.ispkg:
            _load_package(loaded)


def _load_file(path: str) -> None:
    """Run a Python file as a module, once. Raises UsageError where there is none."""
    import importlib.util

    name = f"bibvalidator_rules:{path}"
    if name in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except FileNotFoundError as error:
        raise UsageError(f"no file {path}, named under `rules`") from error
    sys.modules[name] = module


def _entry_points_announced() -> bool:
    """Whether an installed package may announce rules.

    Reading the names of all packages by importlib.metadata costs 20 ms and more; a look for the
    group's name in their entry_points.txt costs 1.
    """
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                path = os.path.join(folder, name, "entry_points.txt")
                try:
                    with open(path, encoding="utf-8", errors="replace") as file:
                        if "[bibvalidator.rules]" in file.read():
                            return True
                except OSError:
                    continue
    return False

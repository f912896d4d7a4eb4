"""Where the outputs of a cleaning go: one file, or a tree like that of the inputs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import NamedTuple

from validator import outputs
from validator.errors import UsageError
from validator.io import Input, detect
from validator.io.formats import FORMATS
from validator.whole import STDOUT, is_device

WRITTEN = (
    "bibtex", "ris", "csl-json", "csl-jsonl", "csv", "tsv", "endnote-xml", "marc21", "marcxml",
    "xlsx", "parquet",
)  # fmt: skip
"""The formats that whole records can be written in."""
OF_SUFFIX = {**detect.SUFFIXES, ".tsv": "tsv", ".tab": "tsv", ".xlsx": "xlsx"}
SUFFIX_OF = {form: suffix for suffix, form in reversed(OF_SUFFIX.items())}
SUFFIX_OF |= {"endnote-xml": ".xml", "marc21": ".mrc", "marcxml": ".xml"}


class Target(NamedTuple):
    """A file to write, and the inputs that it is made of, by place."""

    path: str
    inputs: tuple[int, ...]


class Going(NamedTuple):
    """All that a cleaning writes: its outputs, in the format ``to`` if one is named, and the files
    beside them, "" for none."""

    targets: Sequence[Target]
    to: str = ""
    rejects: str = ""
    map: str = ""
    log: str = ""

    @property
    def beside(self) -> list[str]:
        """The files beside the outputs."""
        return [path for path in (self.rejects, self.map, self.log) if path]

    @property
    def paths(self) -> list[str]:
        """All files."""
        return [target.path for target in self.targets] + self.beside

    def check(self, paths: Iterable[str], *, kept: Iterable[str], force: bool) -> None:
        """Raise UsageError for a file that is an input, or that is there without ``force``.

        ``paths`` are those of the inputs, ``kept`` files that are read besides.
        """
        outputs.check(self.paths, inputs=paths, kept=kept, folders=False)
        outputs.check(self.beside, inputs=())
        for path in self.paths:
            if os.path.lexists(path) and not force and not is_device(path):
                raise UsageError(f"{path} is there already; --force writes over it")

    def becomes(self, inputs: Sequence[Input]) -> Callable[[Input, str], str]:
        """What tells of an input, and the format that it is read as, the format in which its
        records are written anew, "" where it stays what it is; raises as `conversion`."""
        path_of = {inputs[n].shown: target.path for target in self.targets for n in target.inputs}

        def form(given: Input, read_as: str) -> str:
            path = path_of.get(given.shown, "")
            return conversion(given, read_as, path, self.to) if path else ""

        return form

    def make_folders(self) -> None:
        """Make the folders that outputs go to. Raises UsageError."""
        for target in self.targets:
            try:
                os.makedirs(os.path.dirname(os.path.abspath(target.path)), exist_ok=True)
            except OSError as error:
                raise UsageError(
                    f"cannot write {target.path}: {error.strerror or error}"
                ) from error


def targets(
    inputs: Sequence[Input], paths: Sequence[str], out: str, *, to: str = ""
) -> list[Target]:
    """What is to be written where. Raises UsageError where ``out`` cannot take all of it.

    One input goes to the file ``out``, "-" for standard output; several, or a folder, go to a tree
    in the folder ``out``, or, with ``to``, into one file.
    """
    if to and to not in WRITTEN:
        raise UsageError(f"--to {to}: records are written as one of {', '.join(WRITTEN)}")
    into_folder = out.endswith(("/", os.sep)) or os.path.isdir(out)
    if not into_folder:
        path = STDOUT if out == "-" else out
        if len(inputs) == 1 and not any(map(os.path.isdir, paths)):
            return [Target(path, (0,))]
        if to:
            return [Target(path, tuple(range(len(inputs))))]
        raise UsageError(
            f"-o {out}: several inputs need a folder ({out}/), or one file with --to FORMAT"
        )
    found: dict[str, int] = {}
    for place, name in enumerate(_names(inputs, paths)):
        path = os.path.join(out, _renamed(name, to) if to else name)
        if path in found:
            first = inputs[found[path]].shown
            raise UsageError(f"{first} and {inputs[place].shown} would both be {path}")
        found[path] = place
    return [Target(path, (place,)) for path, place in found.items()]


def conversion(given: Input, read_as: str, out: str, to: str) -> str:
    """The format in which the records of an input are written anew, "" where it stays what it is.

    That is ``to``, else the one that the suffix of the output names, if it is not the input's: one
    line of JSON is an item as well as lines of them. Raises UsageError for one that is read only.
    """
    suffix = _suffix(out)
    if not to and suffix == _suffix(given.path):
        return ""
    if not to and suffix == ".xml" and not _may_be_xml(read_as):
        raise UsageError(f"-o {out}: --to endnote-xml or --to marcxml says which XML is meant")
    wanted = to or OF_SUFFIX.get(suffix, "")
    there = OF_SUFFIX.get(_suffix(given.path), "csv") if read_as == "csv" else read_as
    if wanted in ("", there):
        return ""
    wanted = "marc21" if wanted == "marc" else wanted
    if wanted not in WRITTEN:
        raise UsageError(f"-o {out}: records are written as one of {', '.join(WRITTEN)}")
    return wanted


def _may_be_xml(read_as: str) -> bool:
    return read_as in FORMATS and ".xml" in FORMATS[read_as].suffixes.split()


def packing(path: str) -> str:
    """The suffix that says how a file is compressed, "" for one that is not."""
    suffix = os.path.splitext(path)[1].lower()
    return suffix if suffix in detect.COMPRESSED else ""


def _names(inputs: Sequence[Input], paths: Sequence[str]) -> list[str]:
    """The name of each input below the folder that it was found in."""
    folders = sorted((p for p in paths if os.path.isdir(p)), key=len, reverse=True)
    names = []
    for given in inputs:
        # what was written down elsewhere has its name, and the place of what it was made of
        place = os.path.join(os.path.dirname(given.shown), os.path.basename(given.path))
        parts = PurePath(os.path.abspath(place)).parts
        for folder in folders:
            root = PurePath(os.path.abspath(folder)).parts
            if parts[: len(root)] == root:
                names.append(os.path.join(*parts[len(root) :]))
                break
        else:
            names.append("standard-input" if given.shown == "-" else parts[-1])
    return names


def _renamed(name: str, to: str) -> str:
    """A name with the suffix of another format."""
    packed = packing(name)
    plain = name[: len(name) - len(packed)]
    return os.path.splitext(plain)[0] + SUFFIX_OF[to] + packed


def _suffix(path: str) -> str:
    """The suffix of a file, in small letters, without that of its compression."""
    return os.path.splitext(path[: len(path) - len(packing(path))])[1].lower()

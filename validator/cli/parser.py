"""The arguments of every command."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from typing import Any, NoReturn

from validator._version import __version__
from validator.config import LEVELS
from validator.io.tables import urls
from validator.profiles import PROFILES
from validator.translations import LANGUAGES

FORMATS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "rdjson",
)
GATE_FORMATS = ("full", "json", "junit")
TABLE_FORMATS = ("parquet", "csv")
SHELLS = ("bash", "zsh", "fish")
Add = Callable[[argparse.ArgumentParser], None]
WIDEST = 28  # columns for an option and its value; longer ones have a line of their own


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """As argparse does, but for the password of a database that stands in a wrong place."""
        super().error(urls.without_logins(message))


def parser() -> argparse.ArgumentParser:
    """The parser; ``run`` of what it returns is the command's function."""
    top = _Parser(
        prog="bibvalidator",
        formatter_class=_layout,
        description="Check bibliographic records, and find the ones that describe the same work.",
        epilog="Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, "
        "3 something could not be evaluated.",
    )
    top.add_argument("--version", action="version", version=f"bibvalidator {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    table: tuple[tuple[str, str, Add], ...] = (
        ("check", "read records, print what is wrong with them, write reports", _check),
        ("dedupe", "find the records that describe the same work", _dedupe),
        ("gate", "judge a collection by what it must hold: pass, fail or could not tell", _gate),
        ("clean", "make safe fixes and merge certain duplicates, in copies", _clean),
        ("baseline", "write down the findings of today, so that only new ones are told", _baseline),
        ("explain", "print the text of rules", _explain),
        ("rules", "list all rules", _rules),
        ("formats", "list the formats, or say how a file would be read", _formats),
        ("config", "print the configuration in force and where each value comes from", _config),
        ("completion", "print a script that completes commands in a shell", _completion),
    )
    for name, summary, add in table:
        command = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            formatter_class=_layout,
            allow_abbrev=False,
        )
        add(command)
        command.set_defaults(run=_runner(name))
    return top


def _layout(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, max_help_position=WIDEST)


def _runner(name: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command, its module imported when it is called."""

    def run(arguments: argparse.Namespace) -> int:
        command: Callable[[argparse.Namespace], int] = importlib.import_module(
            f"validator.cli.{name}"
        ).run
        return command(arguments)

    return run


def _common(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("for all commands")
    group.add_argument("--config", metavar="FILE", help="configuration file to use")
    group.add_argument(
        "--isolated", action="store_true", help="ignore configuration and environment"
    )
    group.add_argument("--input-format", metavar="NAME", help="read every input as this format")
    group.add_argument("--query", metavar="SQL", help="what to read of a database, for a table")
    group.add_argument(
        "--profile",
        metavar="NAME",
        help=f"which absences count: {', '.join(PROFILES)}, or a .toml file of your own",
    )
    group.add_argument("--jobs", type=int, metavar="N", help="processes (default: by the input)")
    group.add_argument("--quiet", action="store_true", help="print findings only")
    group.add_argument("--no-progress", action="store_true", help="show no progress bar")
    group.add_argument("--lang", choices=LANGUAGES, help="language of the report")
    group.add_argument("--today", metavar="DATE", help="the date to judge by, as 2026-07-01")


def _paths(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a folder, - for standard input, or the URL of a database",
    )


def _selection(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("rules")
    words: dict[str, Any] = {"metavar": "CODES", "action": "append"}
    group.add_argument(
        "--select", help="rules to run: codes, prefixes, names, DEFAULT, ALL", **words
    )
    group.add_argument("--extend-select", help="rules to run besides", **words)
    group.add_argument("--ignore", help="rules to leave out", **words)
    group.add_argument(
        "--severity-of",
        metavar="CODE=LEVEL",
        action="append",
        help="grade a rule as error, warning or info",
    )


def _check(command: argparse.ArgumentParser) -> None:
    _paths(command)
    _selection(command)
    group = command.add_argument_group("accepted findings")
    group.add_argument("--baseline", metavar="FILE", help="tell only what is not in there")
    group.add_argument("--suppressions", metavar="FILE", help="findings that are accepted")
    _decisions(group)
    group = command.add_argument_group("output")
    group.add_argument(
        "--fail-on",
        choices=(*LEVELS, "never"),
        metavar="LEVEL",
        help="exit 1 from this severity on: error (default), warning, info, or never",
    )
    group.add_argument(
        "--format",
        choices=FORMATS,
        default="full",
        metavar="NAME",
        help=f"how findings are printed: {', '.join(FORMATS)} (default: full)",
    )
    group.add_argument("-o", "--output", metavar="FILE", help="write the findings there")
    group.add_argument("--html", metavar="FILE", help="write the HTML report there")
    group.add_argument(
        "--compare",
        metavar="FILE",
        help="tell what has changed since this earlier run, its JSON or JSON Lines",
    )
    group.add_argument("--csv", metavar="FILE", help="write a worklist there, as CSV")
    group.add_argument("--xlsx", metavar="FILE", help="write worklists there, as a workbook")
    group.add_argument("--no-duplicates", action="store_true", help="do not search for duplicates")
    group.add_argument("--no-values", action="store_true", help="show no value from the data")
    group.add_argument("--statistics", action="store_true", help="print the findings by rule")
    group.add_argument("--max-findings", type=int, metavar="N", help="print at most N findings")
    _common(command)


def _gate(command: argparse.ArgumentParser) -> None:
    _paths(command)
    group = command.add_argument_group("gates")
    group.add_argument(
        "--suite",
        metavar="FILE",
        action="append",
        help="run this suite of Great Expectations, in place of ours; may be given several times",
    )
    group.add_argument(
        "--write-suites",
        metavar="DIR",
        help="write our suites there, to be edited; what is there is left as it is",
    )
    _selection(command)
    group = command.add_argument_group("accepted findings")
    group.add_argument("--baseline", metavar="FILE", help="what rates are not to rise above")
    group.add_argument("--suppressions", metavar="FILE", help="findings that do not count")
    _decisions(group)
    group = command.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=GATE_FORMATS,
        default="full",
        metavar="NAME",
        help=f"how outcomes are printed: {', '.join(GATE_FORMATS)} (default: full)",
    )
    group.add_argument("-o", "--output", metavar="FILE", help="write the outcomes there")
    group.add_argument("--html", metavar="FILE", help="write the HTML report there")
    group.add_argument(
        "--tables", metavar="DIR", help="write the tables of records and of measures there"
    )
    group.add_argument(
        "--tables-format",
        choices=TABLE_FORMATS,
        default="parquet",
        metavar="NAME",
        help=f"of the tables: {', '.join(TABLE_FORMATS)} (default: parquet)",
    )
    group.add_argument(
        "--data-docs", metavar="DIR", help="write the Data Docs of Great Expectations there"
    )
    group.add_argument("--no-duplicates", action="store_true", help="do not search for duplicates")
    group.add_argument("--no-values", action="store_true", help="show no value from the data")
    _common(command)


def _baseline(command: argparse.ArgumentParser) -> None:
    _paths(command)
    _selection(command)
    command.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="write the baseline there"
    )
    command.add_argument(
        "--prune", action="store_true", help="take out of FILE what is no longer found; add nothing"
    )
    command.add_argument("--suppressions", metavar="FILE", help="findings to leave out")
    command.add_argument(
        "--no-duplicates", action="store_true", help="do not search for duplicates"
    )
    _common(command)


def _dedupe(command: argparse.ArgumentParser) -> None:
    _paths(command)
    group = command.add_argument_group("search")
    group.add_argument(
        "--against",
        metavar="CATALOGUE",
        action="append",
        default=[],
        help="a file or folder of records that are there already: look for the new ones in it",
    )
    _decisions(group)
    group.add_argument(
        "--max-false-positive-rate",
        metavar="X",
        help="share of distinct records that may be merged wrongly (default: 1e-4)",
    )
    group = command.add_argument_group("output")
    group.add_argument(
        "-o", "--output", metavar="FILE", help="clusters as CSV: id,cluster (default: print them)"
    )
    group.add_argument("--review", metavar="FILE", help="pairs for people to judge, as CSV")
    group.add_argument(
        "--reasons", metavar="FILE", help="each cluster with its reasons, as JSON Lines"
    )
    group.add_argument(
        "--fail-on",
        choices=(*LEVELS, "never"),
        metavar="LEVEL",
        help="exit 1 for a duplicate of this severity: error, warning, info (default: never)",
    )
    _common(command)


def _clean(command: argparse.ArgumentParser) -> None:
    _paths(command)
    group = command.add_argument_group("output")
    group.add_argument(
        "-o", "--output", metavar="OUT", help="a file; for several inputs or a folder, OUT/"
    )
    group.add_argument("--to", metavar="FORMAT", help="write all records in this format")
    group.add_argument("--diff", action="store_true", help="show what would change, write nothing")
    group.add_argument("--rejects", metavar="FILE", help="put what cannot be read there")
    group.add_argument("--map", metavar="FILE", help="write what became of each id there, as CSV")
    group.add_argument("--log", metavar="FILE", help="write every change there, as JSON Lines")
    group.add_argument(
        "--undo", metavar="LOG", help="make the inputs again from the outputs at PATH"
    )
    group.add_argument("--force", action="store_true", help="write over files that are there")
    _selection(command)
    group = command.add_argument_group("changes")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="make the fixes that need a look, too"
    )
    group.add_argument(
        "--reject-on",
        metavar="CODES",
        action="append",
        help="put records with such findings among the rejects",
    )
    group.add_argument("--no-merge", action="store_true", help="merge no duplicates")
    group.add_argument("--no-duplicates", action="store_true", help="do not search for duplicates")
    _decisions(group)
    group.add_argument("--baseline", metavar="FILE", help="leave the findings in there alone")
    group.add_argument("--suppressions", metavar="FILE", help="findings to leave alone")
    _common(command)


def _decisions(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--decisions",
        metavar="FILE",
        help="people's verdicts on pairs, which win: JSON Lines, or a review that was filled in",
    )


def _explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("codes", nargs="+", metavar="CODE", help="a code, a prefix or a name")
    _common(command)


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format",
        choices=("full", "json", "markdown"),
        default="full",
        help="how they are printed (default: full)",
    )
    _common(command)


def _formats(command: argparse.ArgumentParser) -> None:
    command.add_argument("--explain", metavar="FILE", help="say how this file would be read")
    _common(command)


def _config(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="inputs to find it for")
    _selection(command)
    _common(command)


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=SHELLS, help="the shell that is to complete")

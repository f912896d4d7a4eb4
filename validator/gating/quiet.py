"""Great Expectations without a word: no progress bars, no log, no warnings, no telemetry."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from great_expectations import get_context

LOGGERS = ("great_expectations", "py.warnings")


@contextmanager
def quiet_context(docs: str = "") -> Iterator[Any]:
    """A context in memory that tells nobody anything.

    ``docs`` is a folder for Data Docs, "" for none.
    """
    loggers = [logging.getLogger(name) for name in LOGGERS]
    levels = [logger.level for logger in loggers]
    before = os.environ.get("GX_ANALYTICS_ENABLED")
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context: Any = get_context(mode="ephemeral")
            context.variables.progress_bars = {"globally": False}
            if docs:
                context.add_data_docs_site("report", _site(docs))
            yield context
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if before is None:
            del os.environ["GX_ANALYTICS_ENABLED"]
        else:
            os.environ["GX_ANALYTICS_ENABLED"] = before


def _site(folder: str) -> dict[str, Any]:
    return {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": os.path.abspath(folder),
        },
    }

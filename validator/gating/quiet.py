"""Great Expectations without a word: no progress bars, no log, no warnings, no telemetry."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from great_expectations import get_context
from great_expectations.execution_engine import pandas_execution_engine as engine


@contextmanager
def quiet_context(docs: str = "") -> Iterator[Any]:
    """A context in memory that tells nobody anything.

    ``docs`` is a folder for Data Docs, "" for none.
    """
    disabled = logging.root.manager.disable
    before, largest = os.environ.get("GX_ANALYTICS_ENABLED"), engine.HASH_THRESHOLD
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    engine.HASH_THRESHOLD = 0  # bytes of a table up to which its fingerprint is taken, for nobody
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context: Any = get_context(mode="ephemeral")
            context.variables.progress_bars = {"globally": False}
            if docs:
                context.add_data_docs_site("report", _site(docs))
            yield context
    finally:
        logging.disable(disabled)
        engine.HASH_THRESHOLD = largest
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

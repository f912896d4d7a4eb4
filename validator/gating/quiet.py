"""Great Expectations without a word: no progress bars, no log, no warnings, no telemetry."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from great_expectations import get_context


@contextmanager
def quiet_context(docs: str = "") -> Iterator[Any]:
    """A context in memory that tells nobody anything.

    ``docs`` is a folder for Data Docs, "" for none.
    """
    disabled = logging.root.manager.disable
    before = os.environ.get("GX_ANALYTICS_ENABLED")
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
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

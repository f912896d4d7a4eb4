"""How long a test waits for work that must not run away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 60
"""CPU seconds. What is linear takes one or two on a busy machine; what backtracks, or looks at all
pairs, takes minutes at the sizes that the tests give it."""


@contextmanager
def soon() -> Iterator[None]:
    """Work that ends within SECONDS."""
    start = time.process_time()
    yield
    taken = time.process_time() - start
    assert taken < SECONDS, f"{taken:.0f} CPU seconds"

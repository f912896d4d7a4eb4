"""Records that wait for the rest of their cluster, packed: some take five times as much as they
stand in the file, and in a large file thousands wait."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable

from validator.cleaning.files import File, Place
from validator.cleaning.placing import Held


class Waiting:
    """Records by their places."""

    def __init__(self) -> None:
        self.packed: dict[Place, tuple[File, bytes]] = {}

    def put(self, held: Held) -> None:
        parts = (held.record, held.wanted, held.applied, held.text)
        data = zlib.compress(pickle.dumps(parts, pickle.HIGHEST_PROTOCOL), 1)
        self.packed[held.place] = held.file, data

    def holds(self, place: Place) -> bool:
        """Whether the record at a place waits."""
        return place in self.packed

    def held(self, place: Place) -> Held:
        """The record at a place, unpacked anew each time. Raises KeyError where there is none."""
        file, data = self.packed[place]
        return Held(file, *pickle.loads(zlib.decompress(data)))

    def drop(self, places: Iterable[Place]) -> None:
        """The records at these places wait no more."""
        for place in places:
            del self.packed[place]

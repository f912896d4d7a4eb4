"""Records that wait for the rest of their cluster, packed: some take five times as much as they
stand in the file, and in a large file thousands wait."""

from __future__ import annotations

import pickle
import zlib

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

    def take(self, place: Place) -> Held | None:
        """The record at a place, which waits no more; None where there is none."""
        if place not in self.packed:
            return None
        file, data = self.packed.pop(place)
        return Held(file, *pickle.loads(zlib.decompress(data)))

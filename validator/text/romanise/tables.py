"""The readings of Chinese characters, from Unihan; loaded when the first name needs them.

A table is a text of lines ``reading characters``, compressed: ``ming2 名明鳴``. It is made by
``tests/make_readings.py``.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Literal

Table = Literal["mandarin", "cantonese", "korean", "on", "kun"]


@cache
def readings(table: Table) -> dict[str, tuple[str, ...]]:
    """The readings of each character, in the order of the alphabet.

    Mandarin in pinyin with the number of the tone and ü ("lü4", no number for the neutral tone),
    Cantonese in Jyutping with it ("zoeng1"), Korean in Hangul, Japanese on and kun readings in
    Latin letters as Unihan has them, lower case ("shou", "akarui": kun with the ending).
    """
    from importlib.resources import files

    data = files("validator.text.romanise").joinpath(f"readings/{table}.z").read_bytes()
    found: dict[str, tuple[str, ...]] = {}
    for line in zlib.decompress(data).decode().splitlines():
        reading, _, characters = line.partition(" ")
        one = (reading,)
        for character in characters:
            found[character] = found[character] + one if character in found else one
    return found

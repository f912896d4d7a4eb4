"""Years of life behind a name, as authority files write them."""

from __future__ import annotations

YEARS_BEHIND = (
    r"(?i)(?:,\s*|\s+(?=\d{3,4}\s*[-–]))"
    r"(?:(?:b|d|fl|ca?|active|approximately|geb|gest|né|née|р|род|生于)\.?\s*)*\d{3,4}\??\s*"
    r"(?:[-–]\s*(?:ca?\.?\s*|approximately\s*)?(?:\d{3,4}\??)?)?\s*\Z"
)
"""Behind a comma, or a range behind a blank: "1950-", "b. 1950", "ca. 1410-1480"."""

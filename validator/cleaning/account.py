"""What became of every record that was read."""

from __future__ import annotations

from dataclasses import dataclass

from validator.audit import count_of


@dataclass(frozen=True, slots=True)
class Account:
    """Records and unreadable stretches. ``written`` and ``unread`` are counted in the output.

    ``read`` counts both in the input; ``rejected`` both that went to the rejects.
    """

    read: int
    written: int
    merged: int
    rejected: int
    unread: int

    @property
    def adds_up(self) -> bool:
        """Whether each record that was read is somewhere."""
        return self.read == self.written + self.merged + self.rejected + self.unread

    def __str__(self) -> str:
        return (
            f"{count_of(self.read, 'record')} read = {self.written} written"
            f" + {self.merged} merged into others + {self.rejected} rejected"
            f" + {self.unread} kept unread"
        )

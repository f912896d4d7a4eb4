"""Recall by planted faults: how many of the faults of its kind does each default rule find?

`make bench-rules` runs it; exit code 1 where a default rule finds less than nine in ten.
"""

from __future__ import annotations

import argparse
import sys

from planting import everything
from planting.pool import own, sampled
from planting.run import default_codes, run

ENOUGH = 0.9


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*", help="codes or their beginnings; all by default")
    parser.add_argument("--count", type=int, default=100, help="faults of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own", action="store_true", help="our own clean records alone")
    parser.add_argument("--show", type=int, default=2, help="missed values shown of each form")
    given = parser.parse_args()
    groups = [] if given.own else sampled(given.seed)
    pool = [own()] * max(1, len(groups) // 2) + groups
    print(f"clean records: {len(pool[0])} of our own, {sum(map(len, groups))} of the sets")
    wanted = tuple(given.codes)
    codes = [c for c in default_codes() if not wanted or c.startswith(wanted)]
    rows = list(run(codes, pool, count=given.count, seed=given.seed))
    for line in everything.table(rows):
        print(line)
    for line in everything.missed(rows, given.show):
        print(line)
    return int(any(row.planted and row.share < ENOUGH for row in rows))


if __name__ == "__main__":
    sys.exit(main())

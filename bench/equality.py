"""Ten thousand tenders made by chance, recalculated by LibreOffice: `make bench-equality`.

Every cell of every sheet is compared with what the program published; on the what-if sheets weights are made
by chance. The tender of a number is always the same, so a run that was cut off goes on with `--first`. Needs
LibreOffice. CPU time is that of this process and of LibreOffice together.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.tenders.reports.equality import Compared, compared
from tests.tenders.reports.making import assessed
from tests.tenders.reports.varied.lots import varied_lots

AT_ONCE = 500  # tenders for one start of LibreOffice


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tenders", type=int, default=10_000)
    arguments.add_argument("--first", type=int, default=1, help="the number of the first tender")
    chosen = arguments.parse_args()
    started, done, cells, differing = time.monotonic(), 0, 0, 0
    while done < chosen.tenders:
        count, first = min(AT_ONCE, chosen.tenders - done), chosen.first + done
        found = one_batch(count, first)
        done, cells, differing = done + count, cells + found.cells, differing + len(found.differences)
        total = f"{done:>7,} tenders  {cells:>11,} cells  {differing} differences  {spent(started)}"
        print(f"{total}  (to number {first + count - 1})", flush=True)
        for difference in found.differences[:20]:
            print(f"        from {first}: {difference}", flush=True)
    return 1 if differing else 0


def one_batch(count: int, first: int) -> Compared:
    with tempfile.TemporaryDirectory() as folder:
        return compared([assessed(lot) for lot in varied_lots(count, first)], Path(folder), first)


def spent(started: float) -> str:
    own = os.times()
    processor = own.user + own.system + own.children_user + own.children_system
    return f"{time.monotonic() - started:.0f} s, {processor:.0f} s CPU"


if __name__ == "__main__":
    sys.exit(main())

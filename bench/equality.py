"""Ten thousand tenders made by chance, recalculated by LibreOffice: `make bench-equality`.

Every formula of every sheet is compared with what the program published; on the what-if sheets weights are
made by chance. Needs LibreOffice. CPU time is that of this process and of LibreOffice together.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.tenders.reports.equality import Compared, compared
from tests.tenders.reports.hard_lots import hard_lots
from tests.tenders.reports.making import assessed

AT_ONCE = 500  # tenders for one start of LibreOffice


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tenders", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    started, done, cells, differing = time.monotonic(), 0, 0, 0
    while done < chosen.tenders:
        count = min(AT_ONCE, chosen.tenders - done)
        found = one_batch(count, chosen.seed + done)
        done, cells, differing = done + count, cells + found.cells, differing + len(found.differences)
        print(
            f"{done:>7,} tenders  {cells:>10,} cells  {differing} differences  {spent(started)}", flush=True
        )
        for difference in found.differences[:20]:
            print(f"        seed {chosen.seed + done - count}: {difference}", flush=True)
    return 1 if differing else 0


def one_batch(count: int, seed: int) -> Compared:
    with tempfile.TemporaryDirectory() as folder:
        return compared([assessed(lot) for lot in hard_lots(count, seed)], Path(folder), seed)


def spent(started: float) -> str:
    own = os.times()
    processor = own.user + own.system + own.children_user + own.children_system
    return f"{time.monotonic() - started:.0f} s, {processor:.0f} s CPU"


if __name__ == "__main__":
    sys.exit(main())

"""What each hostile file of the tests costs the process that reads it: processor time and memory.

`.venv/bin/python bench/hostile_files.py` prints the ten worst and how many go beyond 1 s or 300 MB.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.procurement.incoming.apart import outcome
from tests.procurement.incoming.hostile import CASES, MOST_MB
from tests.procurement.incoming.hostile_tables import ODD

MOST_SECONDS = 1.0
WORST = 10


def main() -> None:
    files = {name: case[:2] for name, case in CASES.items()} | {name: odd[:2] for name, odd in ODD.items()}
    costs = []
    for name, (file_name, make) in files.items():
        found = outcome(make(), file_name)
        costs.append((found.seconds, found.peak, name, found.code or "read"))
    for seconds, peak, name, code in sorted(costs, reverse=True)[:WORST]:
        print(f"{seconds:5.2f} s {peak:4.0f} MB  {name}: {code}")
    beyond = [name for seconds, peak, name, _ in costs if seconds > MOST_SECONDS or peak > MOST_MB]
    print(
        f"{len(costs)} files, largest {max(peak for _, peak, *_ in costs):.0f} MB; beyond: {beyond or 'none'}"
    )


if __name__ == "__main__":
    main()

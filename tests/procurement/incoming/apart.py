"""A file through the reading process, with what that cost."""

import subprocess
import sys
from typing import NamedTuple

from procurement.incoming import STANDARD, Code, Limits, Refused, Table
from procurement.incoming.apart.lines import Want, order, table_of
from tests.tree import ROOT

_MEASURED = """
import sys, time; sys.path.insert(0, sys.argv[1])
from procurement.incoming.apart.inside import main
status = open("/proc/self/status")  # now: nothing can be opened once it reads
main()
peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(peak, time.process_time(), file=sys.stderr)
"""


class Outcome(NamedTuple):
    """`peak` in MB and `seconds` of CPU, the start of the interpreter included."""

    code: Code | None
    place: str
    table: Table | None
    peak: float
    seconds: float


def outcome(content: bytes, name: str, limits: Limits = STANDARD) -> Outcome:
    """Raises if the process ends in any other way than with an answer."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", _MEASURED, str(ROOT)],
        input=order(name, limits, Want.CELLS) + content,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    peak, seconds = done.stderr.split()
    cost = int(peak) / 1024, float(seconds)
    try:
        return Outcome(None, "", table_of(done.stdout.splitlines()), *cost)
    except Refused as refused:
        return Outcome(refused.refusal.code, refused.refusal.place, None, *cost)

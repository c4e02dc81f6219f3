"""Plant known bugs one at a time in a copy of the tree and see that the tests find each: `make planted-bugs`.

Never part of the tests: it takes minutes. A bug whose text is no longer in its file is reported as stale.
"""

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from at_one_moment import AT_ONE_MOMENT
from bug import Bug
from in_the_procedure import IN_THE_PROCEDURE
from in_the_work import IN_THE_WORK

ROOT = Path(__file__).resolve().parents[2]
BUGS: tuple[Bug, ...] = IN_THE_PROCEDURE + IN_THE_WORK + AT_ONE_MOMENT
PYTEST = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider")
FOUND, PASSED = 1, 0  # exit codes of pytest: a test failed, none did


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", default="", help="the bugs with this text in their name or file")
    arguments.add_argument("--list", action="store_true", help="name the bugs and plant none")
    chosen = arguments.parse_args()
    bugs = [bug for bug in BUGS if chosen.only in bug.name or chosen.only in bug.file]
    if chosen.list:
        print("\n".join(f"{bug.file}: {bug.name}" for bug in bugs))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_tree(copy)
        if not passes_clean(bugs, copy):
            print("without any bug these tests fail already: nothing can be told")
            return 1
        missed = [bug for bug in bugs if not shown(bug, copy)]
    print(f"{len(bugs) - len(missed)} of {len(bugs)} planted bugs found")
    return 1 if missed else 0


def copy_tree(copy: Path) -> None:
    """What was committed last."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        packed.extractall(copy, filter="data")


def passes_clean(bugs: Sequence[Bug], copy: Path) -> bool:
    tests = dict.fromkeys(test for bug in bugs for test in bug.tests)
    return verdict_of(tuple(tests), copy) == "missed"


def shown(bug: Bug, copy: Path) -> bool:
    start = time.monotonic()
    verdict = planted(bug, copy)
    print(f"{verdict:8} {time.monotonic() - start:4.0f} s  {bug.name}", flush=True)
    return verdict == "found"


def planted(bug: Bug, copy: Path) -> str:
    """With the bug in, the tests are run; the file is put back afterwards."""
    file = copy / bug.file
    whole = file.read_text(encoding="utf-8")
    if whole.count(bug.text) != 1:
        return "stale"
    file.write_text(whole.replace(bug.text, bug.instead), encoding="utf-8")
    try:
        return verdict_of(bug.tests, copy)
    finally:
        file.write_text(whole, encoding="utf-8")


def verdict_of(tests: Sequence[str], copy: Path) -> str:
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "hunt", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [sys.executable, *PYTEST, *tests], cwd=copy, env=environment, check=False, capture_output=True
    )
    return {FOUND: "found", PASSED: "missed"}.get(ran.returncode, f"exit {ran.returncode}")


if __name__ == "__main__":
    sys.exit(main())

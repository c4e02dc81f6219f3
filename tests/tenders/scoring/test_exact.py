"""No floating point anywhere in the scoring core, and the same bytes in every process."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SOURCES = [ROOT / "procurement" / "numbers.py", *sorted((ROOT / "tenders" / "scoring").rglob("*.py"))]
EXAMPLE = ROOT / "docs" / "examples" / "graded-scale.toml"


def floats(source: str) -> Iterator[int]:
    """Lines with a floating-point literal, the name float, the module math or from_float."""
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        name = isinstance(node, ast.Name) and node.id in ("float", "math")
        if literal or name or (isinstance(node, ast.Attribute) and node.attr == "from_float"):
            yield node.lineno


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_float_in_scoring(path: Path) -> None:
    assert list(floats(path.read_text(encoding="utf-8"))) == []


def test_a_planted_float_is_found() -> None:
    assert list(floats("share = 0.5\nother = float(share)")) == [1, 2]


def test_every_process_prints_the_same_bytes() -> None:
    """Hash seed, locale and time zone differ."""
    command = [sys.executable, str(ROOT / "manage.py"), "score", str(EXAMPLE), "--json"]
    settings = (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "nl_NL.UTF-8", "TZ": "Pacific/Auckland"},
    )

    printed = [
        subprocess.run(command, env=os.environ | setting, capture_output=True, check=True).stdout
        for setting in settings
    ]

    assert printed[0] == printed[1]
    assert printed[0].startswith(b"{")

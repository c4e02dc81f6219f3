"""The checks run where no database answers."""

import os
import subprocess
import sys
from pathlib import Path

from procurement.audit.lines import text_of
from tests.tenders.dossier import build
from tests.tree import ROOT

NOBODY_LISTENS = "postgres://nobody@127.0.0.1:9/nothing"


def manage(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATABASE_URL": NOBODY_LISTENS}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_dossier(tmp_path: Path) -> None:
    file = tmp_path / "dossier.zip"
    file.write_bytes(build.dossier())

    checked = manage("verify_dossier", str(file))

    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("Het dossier van T-1 klopt. Bestanden: 6.")


def test_an_exported_log(tmp_path: Path) -> None:
    file, links = tmp_path / "log.jsonl", build.chain(build.happened())
    file.write_text(text_of(links), encoding="utf-8")

    checked = manage("verify_audit", "--file", str(file), "--head", links[-1].hash)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.endswith(f"Eindpunt: {len(links)}:{links[-1].hash}\n")

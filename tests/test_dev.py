"""The two commands say in one sentence what to do when they cannot go on."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.tree import ROOT


def test_without_a_command_it_tells_which_there_are() -> None:
    started = subprocess.run(
        [sys.executable, "dev.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    commands = [line.split()[0] for line in started.stderr.splitlines()[1:]]
    assert (started.returncode, commands) == (1, list(dev.COMMANDS))


def test_make_knows_every_command() -> None:
    phony = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith(".PHONY:"))

    assert phony.split()[1:] == list(dev.COMMANDS)


def test_an_old_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))

    assert dev.main(["demo"]) == (
        "Tenderwijzer needs Python 3.11 or newer; this is 3.10. Try: python3.11 dev.py demo"
    )


def test_a_failing_step_says_what_to_do() -> None:
    with pytest.raises(dev.Failure) as refused:
        dev.run("open the door", [sys.executable, "-c", "raise SystemExit(3)"], "Look for the key.")

    assert str(refused.value) == "Could not open the door. Look for the key."


@pytest.mark.parametrize("arguments", [["--port"], ["--port", "x"], ["8001"], ["--port", "80", "81"]])
def test_a_wrong_port_is_refused(arguments: list[str]) -> None:
    assert dev.main(["serve", *arguments]) == "\nUse: python3 dev.py serve --port 8001"


def test_an_environment_with_the_same_lock_is_ready_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = dev.Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    digest = dev.hashlib.sha256(dev.lock_file("base").read_bytes()).hexdigest()
    environment.stamp.write_text(f"test 0000\nbase {digest}\n")

    assert environment.ready("base") is environment
    assert capsys.readouterr().out == ""

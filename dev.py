"""The commands of this project, also where there is no make: `python3 dev.py demo`.

Standard library only. Each command first brings its virtual environment up to date with its lock in
`requirements/`; a stamp inside the environment remembers which locks are in, so that a rerun starts at once.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
DATABASE = ROOT / "data" / "tenderwijzer.sqlite3"
OUT = "out"
HOST = "127.0.0.1"
LINTED = ("procurement", "tenders", "clauses", "manage.py", "dev.py")


class Failure(Exception):
    """Something a person has to act on; the text says what."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment and the lock files that may be installed in it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.folder / "installed-locks"

    def ready(self, lock: str) -> Environment:
        """This environment with everything `requirements/<lock>.txt` names."""
        wanted = f"{lock} {hashlib.sha256(lock_file(lock).read_bytes()).hexdigest()}"
        if self.python.exists() and wanted in self._installed():
            return self
        print(f"Installing requirements/{lock}.txt in {self.folder.name} …", flush=True)
        uv = shutil.which("uv")
        if not self.python.exists():
            self._make(with_pip=uv is None)
        self._install(lock, uv)
        others = [line for line in self._installed() if not line.startswith(f"{lock} ")]
        self.stamp.write_text("\n".join([*others, wanted]) + "\n", encoding="ascii")
        return self

    def _installed(self) -> list[str]:
        return self.stamp.read_text(encoding="ascii").splitlines() if self.stamp.exists() else []

    def _make(self, *, with_pip: bool) -> None:
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        run(
            "make a virtual environment",
            command if with_pip else [*command, "--without-pip"],
            "On Debian and Ubuntu: install the package python3-venv, or uv. Then try again.",
        )

    def _install(self, lock: str, uv: str | None) -> None:
        by_uv = [uv or "", "pip", "install", "--quiet", "--python", str(self.python)]
        by_pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if uv is None and not self._has_pip():
            self._make(with_pip=True)
        run(
            f"install requirements/{lock}.txt",
            [*(by_uv if uv else by_pip), "--require-hashes", "-r", str(lock_file(lock))],
            "Check the network, or point your package installer at a mirror. Then try again.",
        )

    def _has_pip(self) -> bool:
        found = subprocess.run([str(self.python), "-c", "import pip"], check=False, capture_output=True)
        return found.returncode == 0


MAIN = Environment(ROOT / ".venv")
BENCH = Environment(ROOT / ".venv-bench")


def lock_file(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


def run(does: str, command: Sequence[str], advice: str, **variables: str) -> None:
    """Run `command` in the project's folder; when it fails, say what it was to do and what to do now."""
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    if subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode:
        raise Failure(f"Could not {does}. {advice}")


def manage_demo(does: str, arguments: Sequence[str], advice: str) -> None:
    """Run a management command on the embedded SQLite database, whatever DATABASE_URL says."""
    DATABASE.parent.mkdir(exist_ok=True)
    settings = {
        "DATABASE_URL": f"sqlite:///{DATABASE.as_posix()}",
        "DJANGO_SETTINGS_MODULE": "procurement.settings.demo",
    }
    run(does, [str(MAIN.ready("base").python), "manage.py", *arguments], advice, **settings)


def demo(_: Sequence[str]) -> None:
    """Load the example tender, write its documents into out/ and print the ranking."""
    start_again = "Delete the folder data/ to start again with an empty database."
    close_open_files = f"Close every document of {OUT}/ that is open in another program."
    manage_demo("bring the database up to date", ["migrate", "--verbosity=0"], start_again)
    manage_demo("load the example tender", ["load_example"], start_again)
    manage_demo("write the documents", ["write_documents", "--out", OUT], close_open_files)
    manage_demo("print the ranking", ["show_ranking"], start_again)
    print("\nStart de website / start the web server:  make serve   (or: python3 dev.py serve)")


def serve(arguments: Sequence[str]) -> None:
    """Start the web server on this machine; `--port N` takes another port than 8000."""
    port = port_from(arguments)
    if in_use(port):
        raise Failure(f"Port {port} is in use. Choose another one: python3 dev.py serve --port {port + 1}")
    if not DATABASE.exists():
        demo(())
    print(f"\nTenderwijzer: http://{HOST}:{port}/   (Ctrl+C stopt / stops)\n", flush=True)
    manage_demo("print the demo logins", ["show_logins"], "Run `make demo` first.")
    manage_demo("run the web server", ["runserver", f"{HOST}:{port}", "--noreload"], "Read the lines above.")


def port_from(arguments: Sequence[str]) -> int:
    if not arguments:
        return 8000
    if len(arguments) != 2 or arguments[0] != "--port" or not arguments[1].isdecimal():
        raise Failure("Use: python3 dev.py serve --port 8001")
    return int(arguments[1])


def in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def test(arguments: Sequence[str]) -> None:
    """Run the tests; with REQUIRE_ALL=1 a missing program fails instead of skipping."""
    python = str(MAIN.ready("ci" if os.environ.get("REQUIRE_ALL") == "1" else "test").python)
    command = [python, "-m", "pytest", "-rfEs", "-n", "auto", *arguments]
    run("pass every test", command, "The lines above name each test and what it expected.")


def lint(_: Sequence[str]) -> None:
    """Format, lint and type checks, missing migrations and Django's deployment checks."""
    python = str(MAIN.ready("test").python)
    advice = "Mend what the lines above name."
    migrations = [python, "manage.py", "makemigrations", "--check", "--dry-run"]
    deployment = [python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    production = {
        "DJANGO_SETTINGS_MODULE": "procurement.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost",
        "VAULT_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    }
    run("pass the format check", [python, "-m", "ruff", "format", "--check", "."], "Run: ruff format .")
    run("pass the lint check", [python, "-m", "ruff", "check", "."], advice)
    run("pass the type check", [python, "-m", "mypy", *LINTED], advice)
    run("find a migration for every change", migrations, "Run: python manage.py makemigrations")
    run("pass the deployment check", deployment, advice, **production)


def bench_scoring(arguments: Sequence[str]) -> None:
    """Compare the scoring core with scikit-criteria and pymcdm."""
    bench("bench/scoring/bench_scoring.py", arguments)


def bench_documents(arguments: Sequence[str]) -> None:
    """Compare the document writers with docxtpl, python-docx and openpyxl."""
    bench("bench/documents/bench_documents.py", arguments)


def bench_equality(arguments: Sequence[str]) -> None:
    """Recalculate ten thousand tenders with LibreOffice and compare every cell; `--tenders N` for fewer."""
    command = [str(MAIN.ready("test").python), "bench/equality.py", *arguments]
    run("find every cell equal", command, "The lines above name the cells.", PYTHONPATH=str(ROOT))


def bench_lint(arguments: Sequence[str]) -> None:
    """Measure precision and recall of the text rules on the labelled sentences."""
    command = [str(MAIN.ready("test").python), "bench/lint/accuracy.py", *arguments]
    run("read the sentences well enough", command, "Read the table above.", PYTHONPATH=str(ROOT))


def planted_bugs(arguments: Sequence[str]) -> None:
    """Plant known bugs one at a time in a copy and see that the tests find each; `--list` names them."""
    command = [str(MAIN.ready("test").python), "bench/planted_bugs/run.py", *arguments]
    run("find every planted bug", command, "Strengthen the tests, or mend the entry of a stale bug.")


def bench(script: str, arguments: Sequence[str]) -> None:
    command = [str(BENCH.ready("bench").python), script, *arguments]
    run("finish the benchmark", command, "Read the lines above.", PYTHONPATH=str(ROOT))


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "demo": demo,
    "serve": serve,
    "test": test,
    "lint": lint,
    "bench-scoring": bench_scoring,
    "bench-documents": bench_documents,
    "bench-equality": bench_equality,
    "bench-lint": bench_lint,
    "planted-bugs": planted_bugs,
}


def usage() -> str:
    lines = [f"  {name:16} {command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(["Use: python3 dev.py COMMAND", *lines])


def main(arguments: Sequence[str]) -> str | int:
    """The exit status for the shell: 0, or a sentence that is printed on standard error."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        return f"Tenderwijzer needs Python 3.11 or newer; this is {found}. Try: python3.11 dev.py demo"
    if not arguments or arguments[0] not in COMMANDS:
        return usage()
    try:
        COMMANDS[arguments[0]](arguments[1:])
    except Failure as failure:
        return f"\n{failure}"
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

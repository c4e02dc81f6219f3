"""A reader that was taken over or led astray is stopped: memory, time, files, network, other programs."""

from resource import RUSAGE_CHILDREN, getrusage

import pytest

from procurement.incoming import Code, Limits, Refused, read_rows
from procurement.incoming.apart.confinement import confine
from procurement.incoming.apart.process import told_by

MB = 1024 * 1024
CONFINED = f"""
import sys; sys.path.insert(0, sys.argv[1])
import json, os, socket, subprocess, time
from {confine.__module__} import confine
confine(64 * {MB}, 1)
"""
MOST_OF_A_PROCESSOR = 6  # seconds, where the limit is one, and two for who does not listen
SAY = 'os.write(1, b"done\\n")'


def tried(doing: str) -> str:
    """A confined program that does this and says it, or says what kept it from doing it."""
    return f"""{CONFINED}
try:
    {doing}
    {SAY}
except (OSError, MemoryError, ImportError) as error:
    print(type(error).__name__)
"""


def lines_of(program: str, given: bytes = b"", wall_seconds: float = 20) -> list[bytes]:
    with told_by(program, given, wall_seconds) as lines:
        return list(lines)


def code_of(program: str, given: bytes = b"", wall_seconds: float = 20) -> Code:
    with pytest.raises(Refused) as refused:
        lines_of(program, given, wall_seconds)
    return refused.value.refusal.code


OUT_OF_REACH = {
    "reads a file": "open('/etc/passwd').read()",
    "reads its own program": "open(sys.argv[1] + '/pyproject.toml').read()",
    "reads a file below Python": "os.open('/etc/passwd', os.O_RDONLY)",
    "writes a file": "open('/tmp/tenderwijzer-test', 'w').write('x')",
    "looks around": "os.listdir('/')",
    "removes": "os.remove('/tmp/tenderwijzer-test')",
    "connects": "socket.create_connection(('127.0.0.1', 9), 1)",
    "listens": "socket.socket().bind(('127.0.0.1', 0))",
    "starts a program": "subprocess.run(['true'])",
    "starts a shell": "os.system('true')",
    "becomes another program": "os.execv('/bin/true', ['true'])",
    "makes a process": "os.fork()",
    "reaches below Python": "import ctypes; ctypes.CDLL(None)",
}


@pytest.mark.parametrize("doing", OUT_OF_REACH.values(), ids=OUT_OF_REACH)
def test_nothing_but_its_own_bytes_is_within_reach(doing: str) -> None:
    [said] = lines_of(tried(doing))

    assert said in (b"PermissionError\n", b"OSError\n")


def test_what_is_not_forbidden_is_done_and_said() -> None:
    assert lines_of(tried("pass")) == [b"done\n"]


def test_memory_ends_where_the_limit_is() -> None:
    assert lines_of(tried(f"bytearray(32 * {MB})")) == [b"done\n"]
    assert lines_of(tried(f"bytearray(128 * {MB})")) == [b"MemoryError\n"]


def test_memory_that_grows_bit_by_bit_ends_there_too() -> None:
    assert lines_of(tried("kept = [bytes(100_000) for _ in range(10_000)]")) == [b"MemoryError\n"]


@pytest.mark.parametrize(
    "spinning",
    [
        "while True: pass",
        "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass",
        "sum(range(10**12))",
    ],
)
def test_a_reader_that_spins_is_stopped_by_its_time_of_the_processor(spinning: str) -> None:
    before = getrusage(RUSAGE_CHILDREN)

    assert code_of(CONFINED + spinning) is Code.TOO_HEAVY
    after = getrusage(RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < MOST_OF_A_PROCESSOR


@pytest.mark.parametrize("given", [b"", b"x" * MB], ids=["nothing given", "what is given is never taken"])
def test_a_reader_that_hangs_is_stopped_by_the_clock(given: bytes) -> None:
    assert code_of(f"{CONFINED}time.sleep(600)", given, wall_seconds=0.5) is Code.TOO_HEAVY


def test_a_reader_that_answers_and_then_hangs_is_stopped_by_the_clock() -> None:
    program = f"{CONFINED}print('{{}}', flush=True); time.sleep(600)"

    assert code_of(program, wall_seconds=0.5) is Code.TOO_HEAVY


def test_a_file_that_is_still_being_read_when_the_clock_stops_is_too_heavy() -> None:
    with pytest.raises(Refused) as refused:
        read_rows(b"naam;prijs\n", "prijzen.csv", Limits(wall_seconds=0))

    assert refused.value.refusal.code is Code.TOO_HEAVY


@pytest.mark.parametrize(
    "ending",
    [
        "sys.exit(3)",
        "raise ValueError",
        "os.abort()",
        "os.write(1, b'x' * (25 * 1024 * 1024))",
    ],
)
def test_any_other_end_is_a_refusal(ending: str) -> None:
    assert code_of(CONFINED + ending) in (Code.UNREADABLE, Code.TOO_HEAVY)


def test_no_setting_or_password_of_the_site_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "canary-8675309")

    said = lines_of("import os; print(sorted(os.environ))")

    assert b"SECRET_KEY" not in said[0]

"""Starting the reading process, listening to it for as long as it may take, and ending it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from procurement.incoming.apart.lines import LONGEST_LINE, NotUnderstood, Want, order
from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused

_ROOT = str(Path(__file__).resolve().parents[3])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from procurement.incoming.apart.inside import main; main()"
)
_KEPT = ("LD_LIBRARY_PATH",)  # all that a Python of one's own may need; no settings, keys or passwords


@contextmanager
def answers(content: bytes, name: str, limits: Limits, want: Want) -> Iterator[Iterator[bytes]]:
    """The lines of the reading process, which is gone after the block. Raises `Refused`."""
    with told_by(_START, order(name, limits, want) + content, limits.wall_seconds) as lines:
        yield lines


@contextmanager
def told_by(program: str, given: bytes, wall_seconds: float) -> Iterator[Iterator[bytes]]:
    """The lines that a Python program writes after it was given bytes. Raises `Refused`.

    A new interpreter and no fork: a fork of a server with threads can hang, and would carry its keys.
    Isolated (-I) and without installed packages (-S): the standard library is enough.
    """
    process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own module
        [sys.executable, "-I", "-S", "-B", "-c", program, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        cwd="/",
        start_new_session=True,
    )
    clock = threading.Timer(wall_seconds, process.kill)
    clock.start()
    try:
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):  # it ended before it had read all; its lines say why
                process.stdin.write(given)
                process.stdin.close()
            yield _lines(process, process.stdout)
    except NotUnderstood:
        raise Refused(Code.UNREADABLE) from None
    finally:
        process.kill()
        clock.cancel()


def _lines(process: subprocess.Popen[bytes], stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise NotUnderstood("a line without end")
        yield line
    ended = process.wait()
    if ended < 0:  # by a signal: out of time, or killed by the clock or the system
        raise Refused(Code.TOO_HEAVY)
    if ended:
        raise Refused(Code.UNREADABLE)

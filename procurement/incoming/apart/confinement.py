"""What the reading process gives up before it sees the first byte: memory, time, files, network."""

import resource
import sys
from typing import Any

_FORBIDDEN = (
    "open",
    "socket.",
    "subprocess.",
    "ctypes.",
    "shutil.",
    "tempfile.",
    "os.",
    "pty.",
    "winreg.",
    "webbrowser.",
    "urllib.",
    "ftplib.",
    "smtplib.",
    "http.",
)
_FILES = 3  # to be asked, to answer and to complain: nothing else can be opened, no connection either


def confine(memory_bytes: int, cpu_seconds: int) -> None:
    """For the rest of this process, and it cannot be taken back."""
    _limit(resource.RLIMIT_AS, memory_bytes)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _FILES)
    _limit(resource.RLIMIT_NPROC, 0)
    sys.addaudithook(_refuse)


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)

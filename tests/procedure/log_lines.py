"""What the site logs meanwhile, from the level that a real site starts with."""

import logging
from types import TracebackType
from typing import Self


class LogLines(logging.Handler):
    """On the root, so that nothing passes it by; with the traceback of an error, as a file would get it."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def __enter__(self) -> Self:
        root = logging.getLogger()
        self.was = root.level
        root.addHandler(self)
        root.setLevel(logging.INFO)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        root = logging.getLogger()
        root.removeHandler(self)
        root.setLevel(self.was)

    def text(self) -> bytes:
        return "\n".join(self.lines).encode()

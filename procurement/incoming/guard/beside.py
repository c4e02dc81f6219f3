"""Two watchers of one part in one pass: the guard, and after it the reader."""

from functools import partial

from procurement.incoming.xml import Attributes, Hear, Listen, Switch, Watcher


class Beside:
    """Each turns its own listening on and off."""

    def __init__(self, guard: Watcher, reader: Watcher, *listeners: Listen) -> None:
        self._guard, self._reader, self._listeners = guard, reader, listeners
        self._hearing: list[Hear | None] = [None] * len(listeners)

    def start(self, name: str, attributes: Attributes) -> None:
        self._guard.start(name, attributes)
        self._reader.start(name, attributes)

    def end(self, name: str) -> None:
        self._guard.end(name)
        self._reader.end(name)

    def listen(self, switch: Switch) -> None:
        for at, listener in enumerate(self._listeners):
            listener(partial(self._turn, switch, at))

    def _turn(self, switch: Switch, at: int, hear: Hear | None) -> None:
        self._hearing[at] = hear
        hearing = [each for each in self._hearing if each is not None]
        switch(self._tell if len(hearing) > 1 else hearing[0] if hearing else None)

    def _tell(self, text: str) -> None:
        for hear in self._hearing:
            if hear is not None:
                hear(text)

"""Many values and no cycles: the search for cycles waits until an evaluation is done."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Frozen values cannot refer back, so the search costs much in a large lot and finds nothing.

    Memory is still freed as soon as nothing refers to it. Whoever found the search running switches it
    on again, also after an error and with several threads.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

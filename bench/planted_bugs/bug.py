"""One bug to plant: a piece of text in a file, what comes in its place, and the tests that must find it."""

from dataclasses import dataclass

MACHINE = "tests/procedure/test_whole_procedure.py"
WAYS = ("consensus", "median")


def machine_from(*phases: str) -> tuple[str, ...]:
    """The way to the contract with what is tempting beside it, then anything tried from these phases."""
    ways = [f"test_the_way_to_the_contract_is_open_and_all_beside_it_is_closed[{each}]" for each in WAYS]
    tries = [f"test_anybody_tries_anything[{phase}]" for phase in phases]
    return tuple(f"{MACHINE}::{name}" for name in [*ways, *tries])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bug:
    name: str  # as a sentence: what is wrong now
    file: str
    text: str  # stands exactly once in the file
    instead: str
    tests: tuple[str, ...] = (MACHINE,)  # arguments of pytest; one failure among them is enough

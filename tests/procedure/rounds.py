"""A round: some people ask for everything at every stop of the journey.

Of each request the status is kept, and which canaries could be read in the answer or in what was logged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.access_table import STOPS
from tests.everything import Address
from tests.procedure.canaries import found_in
from tests.procedure.journey import everybody, journey
from tests.procedure.log_lines import LogLines
from tests.procedure.visiting import Known, Visitor, bytes_of, pages, paths_to, queried

METHODS = ("get", "post")
OF_THE_SITE = "E"  # what has nothing to do with a tender is tried at one stop
LISTS = ("tenders:log", "tenders:panels")  # of no tender, but they tell of every one
CLOSED = (302, 403, 405)  # whatever else stands behind such an address


@dataclass(slots=True)
class Round:
    """What one person got: the status by address, method and stop; the paths by canary and stop.

    `logged` is what the site wrote in its log lines meanwhile, by canary and stop.
    """

    answered: dict[tuple[str, str, str], int] = field(default_factory=dict)
    seen: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    logged: set[tuple[str, str]] = field(default_factory=set)

    def note(self, stop: str, place: str, *contents: bytes) -> None:
        for canary in found_in(*contents):
            self.seen.setdefault((canary, stop), set()).add(place)


def is_of_a_tender(address: Address) -> bool:
    return "<int:pk>" in address.route and address.name.startswith("tenders:")


def rounds_of(people: Sequence[str]) -> dict[str, Round]:
    """Each of them signs in once."""
    users, rounds = everybody(), {person: Round() for person in people}
    visitors = {person: Visitor(users[person]) for person in people}
    for stop, _ in zip(STOPS, journey(), strict=True):
        for person, visitor in visitors.items():
            _visit(rounds[person], visitor, stop)
    return rounds


def _visit(made: Round, visitor: Visitor, stop: str) -> None:
    known = Known.at_this_stop(visitor.user)
    with LogLines() as logged:
        for address in pages():
            if is_of_a_tender(address) or stop == OF_THE_SITE or address.name in LISTS:
                _ask(made, visitor, stop, address, known)
    made.logged |= {(canary, stop) for canary in found_in(logged.text())}


def _ask(made: Round, visitor: Visitor, stop: str, address: Address, known: Known) -> None:
    first, *others = paths_to(address, visitor.user, known)
    for method in METHODS:
        answer = visitor.post(first, {"x": "1"}) if method == "post" else visitor.get(first)
        made.answered[address.name, method, stop] = answer.status_code
        made.note(stop, f"{method} {first}", *bytes_of(answer))
    if made.answered[address.name, "get", stop] in CLOSED:
        return
    for path in (*queried(address, first, known.lot), *others):
        made.note(stop, path, *bytes_of(visitor.get(path)))

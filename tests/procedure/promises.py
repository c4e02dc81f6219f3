"""The promise: who reads what, and from which phase on. One letter a stop, as in `access_table.py`.

Who is not named for a secret reads it nowhere: not on a page, in a file or its properties, in JSON, in a
refusal, in a header or cookie, in a log line. `WITNESSES` do read it at exactly these stops, which shows that
the visit looks everywhere.
"""

from collections.abc import Iterator, Mapping

from tests.procedure.canaries import CANARIES
from tests.procedure.rounds import Round

READERS = ("officer", "lawyer", "project lead", "contract manager", "auditor", "superuser")
OPENED = "..OACVESWK"  # since the bids were opened
MET = "....CVESWK"  # since the assessors sat together
PRICED = "......ESWK"  # since the prices were opened
DECLARING = "..OAC....."  # an assessor must know the names to declare an interest in one
SCORING = "...ACVESWK"  # an assessor keeps reading what was scored
FILES = "...AC....."
MEETING = "....CVESWK"
ALWAYS = "PUOACVESWK"

_OPENED = dict.fromkeys(READERS, OPENED)
_PRICED = dict.fromkeys(READERS, PRICED)
_MET = dict.fromkeys(READERS, MET)

PROMISES: Mapping[str, Mapping[str, str]] = {
    "suppliers": {**_OPENED, "assessor": DECLARING, "conflicted": DECLARING},
    "chamber numbers": _OPENED,
    "answer of A": {**_OPENED, "assessor": SCORING},
    "answer of B": {**_OPENED, "assessor": SCORING, "conflicted": SCORING},
    "file of A": {**_OPENED, "assessor": FILES},
    "file of B": {**_OPENED, "assessor": FILES, "conflicted": FILES},
    "loose file": _OPENED,
    "file names": _OPENED,
    "offered value": _OPENED,
    "price of A": _PRICED,
    "price of B": _PRICED,
    "price of C": {},  # it was not admitted: its price stays sealed
    "points of B for its price": _PRICED,
    "knock-out": _OPENED,
    "motivation about A": {**_MET, "assessor": SCORING},
    "motivation about B": {**_MET, "assessor": SCORING, "conflicted": MEETING},
    "motivation of the conflicted": {**_MET, "assessor": MEETING, "conflicted": SCORING},
    "name of the assessor": {"assessor": ALWAYS, "officer": ALWAYS},
    "name of the conflicted": {"conflicted": ALWAYS, "officer": ALWAYS},
    "declared interest": {**_PRICED, "officer": MET, "conflicted": FILES},  # as secretary, with the names
    "agreed about A": {**_MET, "assessor": MEETING},
    "agreed about B": {**_MET, "assessor": MEETING, "conflicted": MEETING},
    "minutes": _MET,
    "question about a price": _PRICED,
    "answer about a price": _PRICED,
    "letter in preparation": dict.fromkeys(READERS, "........WK"),
}

WITNESSES = ("assessor", "conflicted", "auditor")
# An assessor reads a name to declare an interest in it, and never beside what is scored.
SEATED = ("assessor", "conflicted")
ONLY_AT = {"suppliers": "/verklaring/", "declared interest": "/verklaring/"}


def promised(canary: str, person: str) -> set[str]:
    return set(PROMISES[canary].get(person, "")) - {"."}


def breaches(person: str, made: Round) -> Iterator[str]:
    """One line for each secret that was read too early or by the wrong person, or not where promised."""
    yield from read_too_much(person, made)
    for canary in CANARIES if person in WITNESSES else ():
        for stop in sorted(promised(canary, person)):
            if (canary, stop) not in made.seen:
                yield f"{person} does not read {canary} at {stop}"


def read_too_much(person: str, made: Round) -> Iterator[str]:
    for (canary, stop), places in sorted(made.seen.items()):
        if person in SEATED and canary in ONLY_AT:
            places = {place for place in places if ONLY_AT[canary] not in place}
            yield from (
                f"{person} reads {canary} at {stop} beside a bid: {place}" for place in sorted(places)
            )
        if stop not in promised(canary, person):
            yield f"{person} reads {canary} at {stop}: {', '.join(sorted(places)[:3])}"
    for canary, stop in sorted(made.logged):
        yield f"what {person} did wrote {canary} in the log lines at {stop}"

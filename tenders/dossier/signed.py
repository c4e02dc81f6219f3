"""The signed copies of the record of the consensus meeting: not in the dossier, but their SHA-256 is."""

from dataclasses import dataclass

from tenders.dossier.events import Log, Told
from tenders.dossier.faults import NOT_THE_SIGNED, SIGNED_OTHER_SCORES, Rejected
from tenders.dossier.manifest import EVENTS
from tenders.dossier.reading import Dossier

SIGNED = "consensus.record_signed"
LOCKED = "consensus.locked"


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """`digest`: SHA-256 of the signed file; `day` in ISO 8601."""

    subject: str
    digest: str
    day: str


def signed_copies(log: Log) -> tuple[SignedCopy, ...]:
    """In the order in which they were registered."""
    return tuple(
        SignedCopy(event.subject, str(event.details.get("after")), str(event.details.get("signed_on")))
        for event in log.with_action(SIGNED)
    )


def signed_scores_were_locked(dossier: Dossier, log: Log) -> None:
    """Each signed copy was registered with the scores as they were locked at that time."""
    for event in log.with_action(SIGNED):
        if event.details.get("scores") != _locked_before(log, event):
            raise Rejected(EVENTS, SIGNED_OTHER_SCORES.format(number=str(event.sequence)))


def _locked_before(log: Log, event: Told) -> object:
    found = [
        each.details.get("after")
        for each in log.with_action(LOCKED)
        if each.subject == event.subject and each.sequence < event.sequence
    ]
    return found[-1] if found else None


def copy_with(copies: tuple[SignedCopy, ...], digest: str, path: str) -> SignedCopy:
    """The registered copy that is this file. Raises `Rejected`; `path` is where the file was found."""
    found = next((each for each in copies if each.digest == digest), None)
    if found is None:
        raise Rejected(path, NOT_THE_SIGNED.format(digest=digest))
    return found

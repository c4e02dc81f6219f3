"""Checking a dossier on the file alone: form, log, seal, digests, rankings, values, decisions, phases."""

from collections.abc import Callable
from dataclasses import dataclass

from tenders.dossier.checks import (
    about_is_recorded,
    awards_follow,
    digests_are_recorded,
    files_are_sealed,
    nothing_is_left_out,
    phases_are_logged,
    rankings_follow,
)
from tenders.dossier.events import Log, log_of
from tenders.dossier.fixed import values_stood_fast
from tenders.dossier.manifest import EVALUATION, About
from tenders.dossier.reading import Dossier, read_dossier
from tenders.dossier.signed import SignedCopy, signed_copies, signed_scores_were_locked

Check = Callable[[Dossier, Log], None]

CHECKS: tuple[Check, ...] = (
    files_are_sealed,
    about_is_recorded,
    digests_are_recorded,
    nothing_is_left_out,
    rankings_follow,
    values_stood_fast,
    signed_scores_were_locked,
    awards_follow,
    phases_are_logged,
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A dossier in which nothing is wrong. Compare `about.head` with a head that was written down.

    `told`: the events about this tender; `events`: all of its organisation, most of them a hash alone.
    """

    about: About
    files: int
    events: int
    told: int
    rankings: int
    signed: tuple[SignedCopy, ...] = ()


def verify_dossier(data: bytes, known: str = "") -> Accepted:
    """Raises `Rejected` with the first thing that is wrong; `known`: a head that was written down."""
    dossier = read_dossier(data)
    log = log_of(dossier, known)
    for check in CHECKS:
        check(dossier, log)
    return Accepted(
        about=dossier.about,
        files=len(dossier.files),
        events=log.head.sequence,
        told=len(log.told),
        rankings=len(dossier.of_kind(EVALUATION)),
        signed=signed_copies(log),
    )

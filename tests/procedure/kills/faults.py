"""What must be true after any crash: what was acknowledged is there, nothing is there by half."""

from collections.abc import Iterator, Mapping, Sequence

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from tenders.models import (
    AwardDecision,
    ConsensusScore,
    DecisionWithdrawal,
    IndividualScore,
    Letter,
    Lot,
    PhaseChange,
    SealedBid,
    SealedFile,
    SealedPrices,
)
from tenders.services.phases import phase_of
from tests.procedure.kills.workers import World

Acknowledged = Mapping[str, Sequence[str]]


def faults(of: World, said: Acknowledged) -> list[str]:
    """Each thing that is wrong in a line; `said`: what each worker acknowledged."""
    found = [*_of_the_score(of, said["score"]), *_of_the_meeting(of, said["agree"])]
    found += [*_of_the_decisions(of, said["decide"]), *_of_the_bids(of, said["seal"])]
    broken = first_broken_event(of.scored.tender.organisation)
    return found if broken is None else [*found, f"the log breaks at {broken}"]


def _of_the_score(of: World, said: Sequence[str]) -> Iterator[str]:
    stored = IndividualScore.objects.filter(assessor__lot=of.scored).first()
    version = stored.version if stored else 0
    yield from _lost("score", said, {f"{number}" for number in range(1, version + 1)})
    if stored is not None and stored.motivation != f"{version}":
        yield f"score: version {version} has the text of {stored.motivation}"


def _of_the_meeting(of: World, said: Sequence[str]) -> Iterator[str]:
    rows = ConsensusScore.objects.filter(bid__lot=of.agreed).order_by("number")
    numbers = list(rows.values_list("number", flat=True))
    yield from _lost("agree", said, {f"{number}" for number in numbers})
    if numbers != list(range(1, len(numbers) + 1)):
        yield "agree: versions are missing"
    yield from _same("agree", len(numbers), _events(of.agreed, "consensus.agreed"))


def _of_the_decisions(of: World, said: Sequence[str]) -> Iterator[str]:
    changes = list(PhaseChange.objects.filter(lot=of.decided, transition__in=STEPS).order_by("number"))
    yield from _lost("decide", said, {f"{row.number} {row.transition}" for row in changes})
    if [row.source for row in changes[1:]] != [row.target for row in changes[:-1]]:
        yield "decide: the steps do not follow each other"
    if changes[-1].target != phase_of(of.decided).value:
        yield "decide: the phase is not that of the last step"
    count = {code: sum(row.transition == code for row in changes) for code in STEPS}
    for code, number in count.items():
        yield from _same(code, number, _events(of.decided, f"procedure.{code}"))
    decisions, letters = AwardDecision.objects.filter(lot=of.decided), Letter.objects
    yield from _same("decisions", count["decide-award"], decisions.count())
    yield from _same("awards", count["decide-award"], _events(of.decided, "lot.awarded"))
    yield from _same("letters", count["send-letters"] * 3, letters.count())
    yield from _same("sendings", count["send-letters"], _events(of.decided, "letters.sent"))
    yield from _same("withdrawals", count["withdraw-decision"], DecisionWithdrawal.objects.count())


def _of_the_bids(of: World, said: Sequence[str]) -> Iterator[str]:
    receipts = set(SealedBid.objects.filter(lot=of.sealed).values_list("receipt", flat=True))
    yield from _lost("seal", said, receipts)
    yield from _same("sealed", len(receipts), _events(of.sealed, "bids.sealed"))
    yield from _same("prices", len(receipts), SealedPrices.objects.count())
    yield from _same("prices sealed", len(receipts), _events(of.sealed, "bids.price_sealed"))
    yield from _same("files", len(receipts), SealedFile.objects.count())


STEPS = ("start-verification", "decide-award", "send-letters", "withdraw-decision")


def _events(lot: Lot, action: str) -> int:
    return Event.objects.filter(subject__startswith=f"{lot.tender.reference} / 1", action=action).count()


def _lost(name: str, said: Sequence[str], stored: set[str]) -> Iterator[str]:
    lost = [line for line in said if line not in stored]
    if lost:
        yield f"{name}: {len(lost)} of {len(said)} acknowledged actions are lost, such as {lost[0]}"


def _same(name: str, expected: int, found: int) -> Iterator[str]:
    if expected != found:
        yield f"{name}: {expected} expected, {found} found"

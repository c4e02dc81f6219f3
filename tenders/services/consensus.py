"""The consensus meeting: scores are revealed together, one level is agreed on, minutes are kept."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.assessment.motivation import LevelText, shortcomings
from tenders.models import Bid, ConsensusScore, Criterion, Lot, Reveal
from tenders.procedure.phases import Phase
from tenders.services.agreed import CONFLICT_SINCE, NOBODY, Panel, panel_of
from tenders.services.jury import admitted_bids
from tenders.services.jury_values import jury_criteria
from tenders.services.phases import Refused, require_phase

NOT_REVEALED = Text(
    nl="Onthul eerst de individuele scores op dit criterium.",
    en="Reveal the individual scores on this criterion first.",
)
_NOT_OF_THE_PANEL = Text(
    nl="‘{title}’ is geen criterium dat beoordelaars op dit perceel scoren.",
    en="‘{title}’ is not a criterion that assessors score on this lot.",
)
_NOT_ADMITTED = Text(
    nl="Inschrijving {code} doet niet mee. Zij krijgt geen score.",
    en="Bid {code} does not take part. It gets no score.",
)
_NO_LEVEL = Text(nl="Kies het niveau waarover u het eens bent.", en="Pick the level that you agree on.")
_NO_SUCH_LEVEL = Text(nl="Dit niveau staat niet op de schaal.", en="This level is not on the scale.")
_LEVEL_FOLLOWS = Text(
    nl="Het niveau volgt hier uit de scores van de beoordelaars. Kies er geen.",
    en="The level follows from the scores of the assessors here. Do not pick one.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the panel settles for one bid; `seen` is the number of the score on the page, 0 for none.

    Where mean or median counts, `value` stays empty and `reason` is the joint motivation.
    """

    bid: Bid
    value: str
    reason: str
    seen: int


@dataclass(frozen=True, slots=True)
class StaleScore:
    mine: Agreement
    stored: ConsensusScore


class StaleScores(Exception):
    """Nothing was saved: of each of `conflicts` somebody else saved another score in the meantime."""

    def __init__(self, conflicts: Sequence[StaleScore]) -> None:
        super().__init__(f"{len(conflicts)} scores")
        self.conflicts = tuple(conflicts)


class WrongScores(Exception):
    """Nothing was saved: `faults` says by the key of the bid what is wrong."""

    def __init__(self, faults: Mapping[int, tuple[Text, ...]]) -> None:
        super().__init__(f"{len(faults)} scores")
        self.faults = faults


@transaction.atomic
def reveal(*, lot: Lot, criterion: Criterion, at: datetime, actor: User) -> Reveal:
    """Show the individual scores on a criterion to all. A second time changes nothing. Raises `Refused`."""
    require_phase(lot, Phase.CONSENSUS)
    _require_of_the_panel(lot, criterion)
    shown, is_new = Reveal.objects.get_or_create(criterion=criterion, defaults={"at": at, "made_by": actor})
    if is_new:
        log_meeting(lot, "consensus.revealed", at, actor, {"criterion": criterion.code}, "hidden", "revealed")
    return shown


@transaction.atomic
def agree(
    *, lot: Lot, criterion: Criterion, agreements: Iterable[Agreement], at: datetime, actor: User
) -> list[ConsensusScore]:
    """Store a next version for each agreement that differs from what is stored.

    Raises `Refused`, `WrongScores` or `StaleScores`, and stores nothing then.
    """
    require_phase(lot, Phase.CONSENSUS)
    _require_of_the_panel(lot, criterion)
    if not Reveal.objects.filter(criterion=criterion).exists():
        raise Refused([NOT_REVEALED])
    stored, panel = _newest(criterion), panel_of(lot)
    changed = [each for each in agreements if _is_new(each, stored.get(each.bid.pk), panel, criterion)]
    _require_right(lot, criterion, changed, stored, panel)
    conflicts = [StaleScore(each, stored[each.bid.pk]) for each in changed if _is_stale(each, stored)]
    if conflicts:
        raise StaleScores(conflicts)
    made = [_stored(criterion, each, at=at, actor=actor) for each in changed]
    if made:
        before, after = _digests(stored, made), _digests(_newest(criterion), made)
        numbers = {row.bid.code: row.number for row in made}
        details = {"criterion": criterion.code, "numbers": numbers}
        log_meeting(lot, "consensus.agreed", at, actor, details, before, after)
    return made


def _require_of_the_panel(lot: Lot, criterion: Criterion) -> None:
    if not jury_criteria(lot).filter(pk=criterion.pk).exists():
        raise Refused([_NOT_OF_THE_PANEL.format(title=criterion.title)])


def _newest(criterion: Criterion) -> dict[int, ConsensusScore]:
    rows = ConsensusScore.objects.filter(criterion=criterion).order_by("number")
    return {row.bid_id: row for row in rows}


def _is_new(mine: Agreement, stored: ConsensusScore | None, panel: Panel, criterion: Criterion) -> bool:
    """After a conflict of interest the same score is a new one: the panel settled it again."""
    if panel.objection((mine.bid.pk, criterion.pk)) is CONFLICT_SINCE:
        return bool(mine.value or mine.reason)
    return (mine.value, mine.reason) != ((stored.value, stored.reason) if stored else ("", ""))


def _is_stale(mine: Agreement, stored: Mapping[int, ConsensusScore]) -> bool:
    newest = stored.get(mine.bid.pk)
    return newest is not None and newest.number != mine.seen


def _require_right(
    lot: Lot,
    criterion: Criterion,
    agreements: Sequence[Agreement],
    stored: Mapping[int, ConsensusScore],
    panel: Panel,
) -> None:
    admitted = {bid.pk for bid in admitted_bids(lot)}
    reasons = {bid: row.reason for bid, row in stored.items()}
    reasons |= {each.bid.pk: each.reason for each in agreements}
    faults: dict[int, tuple[Text, ...]] = {}
    for each in agreements:
        others = [reason for bid, reason in reasons.items() if bid != each.bid.pk and reason]
        found = [
            *_of_the_bid(each.bid, criterion, admitted, panel),
            *_of_the_score(criterion, each, others, panel),
        ]
        if found:
            faults[each.bid.pk] = tuple(found)
    if faults:
        raise WrongScores(faults)


def _of_the_bid(bid: Bid, criterion: Criterion, admitted: Collection[int], panel: Panel) -> Iterator[Text]:
    if bid.pk not in admitted:
        yield _NOT_ADMITTED.format(code=bid.code)
    elif not panel.judged.get((bid.pk, criterion.pk)):
        yield NOBODY


def _of_the_score(
    criterion: Criterion, mine: Agreement, others: Sequence[str], panel: Panel
) -> Iterator[Text]:
    levels = list(criterion.levels.all())
    if not panel.agrees and mine.value:
        yield _LEVEL_FOLLOWS
    if panel.agrees and not mine.value:
        yield _NO_LEVEL
    elif panel.agrees and mine.value not in {level.code for level in levels}:
        yield _NO_SUCH_LEVEL
    if panel.agrees or mine.reason:
        scale = [LevelText(level.title, level.description) for level in levels]
        yield from shortcomings(mine.reason, levels=scale, others=others)


def _stored(criterion: Criterion, mine: Agreement, *, at: datetime, actor: User) -> ConsensusScore:
    return ConsensusScore.objects.create(
        bid=mine.bid,
        criterion=criterion,
        number=mine.seen + 1,
        value=mine.value,
        reason=mine.reason,
        at=at,
        made_by=actor,
    )


def _digests(known: Mapping[int, ConsensusScore], made: Sequence[ConsensusScore]) -> dict[str, str]:
    """By code of each bid that was scored now. By SHA-256: what was agreed stays out of the log."""
    return {row.bid.code: _digest(known.get(row.bid_id)) for row in made}


def _digest(score: ConsensusScore | None) -> str:
    if score is None:
        return ""
    return hashlib.sha256(f"{score.value}\0{score.reason}".encode()).hexdigest()


def log_meeting(
    lot: Lot,
    action: str,
    at: datetime,
    actor: User | None,
    details: Mapping[str, object],
    before: object,
    after: object,
) -> None:
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number}",
        details=details,
        before=before,
        after=after,
    )

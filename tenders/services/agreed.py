"""What the panel still has to settle before its scores can be locked, cell by cell, with the reason."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from procurement.language import Text
from tenders.assessment.panel import CellKey, Judgement, JuryValue, letters_that_count
from tenders.models import Assessor, Bid, ConsensusScore, Criterion, Lot
from tenders.services.jury import admitted_bids
from tenders.services.jury_values import (
    ONE_EACH,
    conflicted,
    judgements_that_count,
    jury_criteria,
    jury_values,
    newest_agreed,
    scored_bids,
)
from tenders.services.promised_levels import level_objections

NOT_AGREED = Text(
    nl="Stel samen een niveau vast en schrijf op waarom.",
    en="Agree on a level together and write down why.",
)
NOBODY = Text(
    nl="Geen beoordelaar zonder belangenconflict heeft deze inschrijving gescoord. Voeg een "
    "beoordelaar toe: ga in de procedure terug naar de individuele beoordeling.",
    en="No assessor without a conflict of interest scored this bid. Add an assessor: go back to "
    "the individual assessment in the procedure.",
)
NOBODY_SCORED_ALL = Text(
    nl="Geen beoordelaar zonder belangenconflict heeft hier alle inschrijvingen gescoord. Voeg een "
    "beoordelaar toe: ga in de procedure terug naar de individuele beoordeling.",
    en="No assessor without a conflict of interest scored all bids here. Add an assessor: go back "
    "to the individual assessment in the procedure.",
)
CONFLICT_SINCE = Text(
    nl="Na deze score meldde een beoordelaar een belangenconflict met deze inschrijving. Stel haar opnieuw "
    "vast, zonder die beoordelaar.",
    en="After this score an assessor declared a conflict of interest with this bid. Agree on it anew, "
    "without that assessor.",
)


@dataclass(frozen=True, slots=True)
class Panel:
    """What is known of the work of a panel: by cell what counts, what was agreed, and who judged."""

    agrees: bool  # on one level; otherwise each assessor has a value of their own
    values: Mapping[CellKey, JuryValue]
    agreed: Mapping[CellKey, ConsensusScore]
    judged: Mapping[CellKey, frozenset[str]]  # letters of who scored it without a conflict of interest
    letters: Mapping[int, tuple[str, ...]]  # by criterion, who counts where each has a value of their own
    conflict_since: Mapping[int, datetime]  # by bid, the newest conflict of somebody on the panel
    other_level: Mapping[CellKey, Text]  # where the ladder is at another level than the bid promised

    def objection(self, cell: CellKey) -> Text | None:
        """Why this cell is not settled; None when it is."""
        if not self.agrees:
            return None if cell in self.values else NOBODY_SCORED_ALL
        if not self.judged.get(cell):
            return NOBODY
        if cell not in self.values:
            return NOT_AGREED
        since = self.conflict_since.get(cell[0])
        if since is not None and self.agreed[cell].at < since:
            return CONFLICT_SINCE
        return self.other_level.get(cell)


def panel_of(lot: Lot) -> Panel:
    judgements, bids = judgements_that_count([lot]), scored_bids([lot])[lot.pk]
    judged: defaultdict[CellKey, set[str]] = defaultdict(set)
    per_criterion: defaultdict[int, list[Judgement]] = defaultdict(list)
    for each in judgements:
        judged[each.bid, each.criterion].add(each.letter)
        per_criterion[each.criterion].append(each)
    values = jury_values(lot)
    return Panel(
        agrees=lot.combination not in ONE_EACH,
        values=values,
        agreed=newest_agreed([lot]),
        judged={cell: frozenset(letters) for cell, letters in judged.items()},
        letters={key: letters_that_count(given, bids) for key, given in per_criterion.items()},
        conflict_since=_conflict_since(lot),
        other_level=level_objections(lot, values),
    )


def _conflict_since(lot: Lot) -> dict[int, datetime]:
    active = set(Assessor.objects.filter(lot=lot, is_active=True).values_list("pk", flat=True))
    found: dict[int, datetime] = {}
    for (assessor, bid), at in conflicted([lot]).items():
        if assessor in active:
            found[bid] = max(at, found.get(bid, at))
    return found


@dataclass(frozen=True, slots=True)
class OpenCell:
    bid: Bid
    criterion: Criterion
    reason: Text


def open_cells(lot: Lot) -> list[OpenCell]:
    """Every cell that keeps the scores from being locked, in the order of the criteria."""
    panel, bids = panel_of(lot), admitted_bids(lot)
    return [
        OpenCell(bid, criterion, reason)
        for criterion in jury_criteria(lot)
        for bid in bids
        if (reason := panel.objection((bid.pk, criterion.pk))) is not None
    ]


def unmotivated_cells(lot: Lot) -> int:
    """The scores of admitted bids that count and say nothing of why."""
    admitted = {bid.pk for bid in admitted_bids(lot)}
    return sum(bid in admitted and not value.motivation for (bid, _), value in jury_values(lot).items())

"""What an assessor still has to do before the scores can be final."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procurement.language import Text
from tenders.assessment.motivation import LevelText, names_a_letter, shortcomings
from tenders.assessment.order import labelled
from tenders.models import Bid, Criterion, CriterionLevel, IndividualScore
from tenders.services.jury import Duty

CellKey = tuple[int, int]  # bid, criterion

NO_LEVEL = Text(nl="Kies een niveau.", en="Choose a level.")
_WHERE = Text(nl="{label}, {criterion}: {fault}", en="{label}, {criterion}: {fault}")


@dataclass(frozen=True, slots=True)
class Gap:
    """What one score lacks. `label` is the bidder as this assessor knows it."""

    bid: Bid
    criterion: Criterion
    label: Text
    faults: tuple[Text, ...]

    @property
    def reasons(self) -> tuple[Text, ...]:
        title = self.criterion.title
        return tuple(_WHERE.format(label=self.label, criterion=title, fault=each) for each in self.faults)


def own_scores(duty: Duty) -> dict[CellKey, IndividualScore]:
    """The stored scores of this assessor, those on a bid with a conflict left out."""
    scores = IndividualScore.objects.filter(
        assessor=duty.assessor, bid__in=[bid.pk for bid in duty.bids], criterion__in=duty.criteria
    )
    return {(score.bid_id, score.criterion_id): score for score in scores}


def levels_of(criteria: Sequence[Criterion]) -> dict[int, list[CriterionLevel]]:
    """The scale of each criterion, in published order, in one query."""
    found: dict[int, list[CriterionLevel]] = {criterion.pk: [] for criterion in criteria}
    for level in CriterionLevel.objects.filter(criterion__in=list(criteria)).order_by("position", "pk"):
        found[level.criterion_id].append(level)
    return found


def unfinished(duty: Duty) -> list[Gap]:
    """Each score that is not there or lacks a useful motivation, criterion by criterion.

    In the order in which this assessor sees the bids: that of the codes is the order of receipt.
    """
    scores, levels = own_scores(duty), levels_of(duty.criteria)
    labels = labels_of(duty)
    bids = {bid.pk: bid for bid in duty.bids}
    ordered = [bids[key] for key in labels if key in bids]
    return [
        Gap(bid, criterion, labels[bid.pk], faults)
        for criterion in duty.criteria
        for bid in ordered
        if (faults := _faults(bid, criterion, duty, scores, levels[criterion.pk]))
    ]


def labels_of(duty: Duty) -> dict[int, Text]:
    """The label of each bid, a bid with a conflict included: labels stay when one is declared."""
    keys = [bid.pk for bid in (*duty.bids, *duty.conflicting)]
    return {each.key: each.label for each in labelled(duty.assessor.seed, keys)}


def _faults(
    bid: Bid,
    criterion: Criterion,
    duty: Duty,
    scores: Mapping[CellKey, IndividualScore],
    levels: Sequence[CriterionLevel],
) -> tuple[Text, ...]:
    score = scores.get((bid.pk, criterion.pk))
    others = [
        other.motivation
        for each in duty.bids
        if each != bid and (other := scores.get((each.pk, criterion.pk))) and other.motivation.strip()
    ]
    texts = [LevelText(level.title, level.description) for level in levels]
    motivation = score.motivation if score else ""
    missing = (*shortcomings(motivation, levels=texts, others=others), *names_a_letter(motivation))
    return missing if score and score.value else (NO_LEVEL, *missing)

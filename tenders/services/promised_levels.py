"""The level of the ladder that each bid promised, and where what counts is another one."""

from collections.abc import Collection, Mapping

from procurement.language import Text
from tenders.assessment.panel import CellKey, JuryValue
from tenders.life_cycle_rows import plans_of
from tenders.lifecycle.statement.ladder_check import level_number
from tenders.models import LifecycleAnswer, Lot
from tenders.scoring.awards.co2_ladder_discount import AWARD_METHOD

PROMISED = "ladder:level"

_SETTLE_IT = Text(
    nl="Deze inschrijving beloofde {promised} van de ladder. Dat telt, want het bewijs komt na de gunning. "
    "Stel dat vast.",
    en="This bid promised {promised} of the ladder. That counts, as the proof follows the award. Agree on "
    "that.",
)
_LEVEL = Text(nl="niveau {number}", en="level {number}")
_NO_LEVEL = Text(nl="geen niveau", en="no level")


def promised_levels(lots: list[int]) -> dict[int, dict[str, int]]:
    """By key of the lot and code of the bid the level that it promised. One query."""
    found: dict[int, dict[str, int]] = {key: {} for key in lots}
    rows = LifecycleAnswer.objects.filter(bid__lot__in=lots, code=PROMISED)
    for lot, code, value in rows.values_list("bid__lot", "bid__code", "value"):
        found[lot][code] = int(value)
    return found


def level_objections(lot: Lot, values: Mapping[CellKey, JuryValue]) -> dict[CellKey, Text]:
    """By bid and criterion why the panel cannot leave the ladder at another level than the promised one."""
    if lot.award_method != AWARD_METHOD.code:
        return {}
    ladder = lot.criteria.filter(code=lot.award_parameters.get("ladder", "")).first()
    bids = dict(lot.bids.values_list("code", "pk"))
    given = {bid: value.values for (bid, key), value in values.items() if ladder and key == ladder.pk}
    counted = {code: given[pk] for code, pk in bids.items() if pk in given}
    return {
        (bids[code], ladder.pk): _SETTLE_IT.format(promised=in_words(promised))
        for code, promised in contradicted(lot, counted).items()
        if ladder is not None
    }


def contradicted(lot: Lot, counted: Mapping[str, Collection[str]]) -> dict[str, int]:
    """By code of the bid the level that it promised, where another one is counted.

    A bid that states none promised none. Where no terms of the ladder were published, nothing is asked.
    """
    plan = plans_of([lot]).get(lot.pk)
    if plan is None or plan.ladder is None:
        return {}
    promised = promised_levels([lot.pk])[lot.pk]
    return {
        code: promised.get(code, 0)
        for code, levels in counted.items()
        if any(level_number(level) != promised.get(code, 0) for level in levels)
    }


def in_words(level: int) -> Text:
    return _LEVEL.format(number=str(level)) if level else _NO_LEVEL

"""Saving the price sheet of a lot, and which criterion takes its sum."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.numbers import plain
from tenders.life_cycle_rows import price_lines_of
from tenders.lifecycle.statement.figures import PriceLinesFigure
from tenders.models import Criterion, Lot
from tenders.models import PriceLine as Row
from tenders.scoring.price_lines import PriceLine, problems_of_lines
from tenders.services.frozen import require_not_frozen
from tenders.services.phases import Refused

SUM = {"of": PriceLinesFigure.code}

_CHANGED = Text(
    nl="Niet bewaard: iemand anders heeft dit prijzenblad intussen gewijzigd. Lees het eerst opnieuw.",
    en="Not saved: somebody else changed this price sheet meanwhile. Read it again first.",
)
_CHOOSE = Text(
    nl="Kies welk criterium de som van het prijzenblad overneemt: een prijscriterium waarvan de waarde "
    "niet al ergens anders uit volgt.",
    en="Choose which criterion takes the sum of the price sheet. That is a price criterion whose value does "
    "not follow from something else already.",
)


def stored_lines(lot: Lot) -> tuple[PriceLine, ...]:
    return price_lines_of([lot]).get(lot.pk, ())


def criteria_for_sum(lot: Lot) -> list[Criterion]:
    """Those that can take it: prices without sub-criteria and without another calculated value."""
    leaves = lot.criteria.filter(children=None, kind=Criterion.Kind.PRICE)
    return [row for row in leaves if row.figure in ({}, SUM)]


def lines_version(lot: Lot) -> str:
    """Of the price sheet as it is kept now; a page sends it back with what was filled in."""
    return hashlib.sha256(json.dumps(_state(lot), sort_keys=True).encode()).hexdigest()


@transaction.atomic
def save_price_lines(
    *, lot: Lot, lines: Sequence[PriceLine], criterion: str, seen: str, at: datetime, actor: User | None
) -> None:
    """Keep these lines instead of the earlier ones; without lines the price is typed again.

    `criterion`: the code of the one that takes the sum; of no meaning without lines. Raises `FrozenTender`
    after publication, and `Refused` for lines that cannot be published, for another criterion, and when
    `seen` is not the version that is kept.
    """
    require_not_frozen(lot.tender)
    if seen != lines_version(lot):
        raise Refused([_CHANGED])
    reasons = [problem.message for problem in problems_of_lines(lines)]
    if lines and criterion not in {row.code for row in criteria_for_sum(lot)}:
        reasons.append(_CHOOSE)
    if reasons:
        raise Refused(reasons)
    before = _state(lot)
    Row.objects.filter(lot=lot).delete()
    add_lines(lot, lines)
    _give_sum_to(lot, criterion if lines else "")
    after = _state(lot)
    if after != before:
        record(
            organisation=lot.tender.organisation,
            at=at,
            actor=actor,
            action="price_lines.saved",
            subject=f"{lot.tender.reference} / {lot.number}",
            details={},
            before=before,
            after=after,
        )


def add_lines(lot: Lot, lines: Sequence[PriceLine]) -> None:
    """To a lot that has none; the caller records it."""
    Row.objects.bulk_create(Row(lot=lot, **_columns(line)) for line in lines)


def _give_sum_to(lot: Lot, code: str) -> None:
    for row in criteria_for_sum(lot):
        figure = SUM if row.code == code else {}
        if row.figure != figure:
            row.figure = figure
            row.save(update_fields=["figure"])


def _state(lot: Lot) -> dict[str, Any]:
    taking = [row.code for row in criteria_for_sum(lot) if row.figure == SUM]
    return {"criterion": taking, "lines": [_columns(line) for line in stored_lines(lot)]}


def _columns(line: PriceLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "group": line.group,
        "description": line.description,
        "unit": line.unit,
        "quantity": plain(line.quantity),
        "maximum": "" if line.maximum is None else plain(line.maximum),
    }

"""Copying criteria into a lot: from a set, the catalogue, another lot or an earlier tender."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AnonymousUser, User

from procurement.registry import Registry
from procurement.words import words
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import ItemKind
from tenders.catalogue.sets import READY_MADE_SETS
from tenders.models import Criterion, Lot
from tenders.services.criteria import add_criteria, backing_of, copy_criteria
from tenders.views.access import lots_for

KEY = re.compile("[0-9]{1,18}")
MOST_LOTS = 50  # to choose from; the newest first


class UnknownSource(LookupError):
    """Nothing to copy stands behind this name."""


@dataclass(frozen=True, slots=True)
class Source:
    value: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    sets: Sequence[Source]
    lots: Sequence[Source]


def copy_sources(user: User | AnonymousUser, lot: Lot) -> Sources:
    sets = [Source(f"set:{s.code}", words(s.title), words(s.about)) for s in READY_MADE_SETS]
    rows = lots_for(user).exclude(pk=lot.pk).exclude(criteria=None).distinct().order_by("-pk")[:MOST_LOTS]
    return Sources(sets, [Source(f"lot:{row.pk}", f"{row.tender.reference} – {row}") for row in rows])


def copy_from(user: Any, lot: Lot, source: str, *, at: datetime, language: str) -> list[Criterion]:
    """Copy what `source` names ("set:…", "item:…", "lot:…"); raises a LookupError when it is not there."""
    kind, _colon, name = source.partition(":")
    if kind == "set":
        return _copy_set(lot, name, at=at, actor=user, language=language)
    if kind == "item":
        return _copy_item(lot, name, at=at, actor=user, language=language)
    if kind == "lot" and KEY.fullmatch(name):
        other = lots_for(user).filter(pk=int(name)).exclude(criteria=None).first()
        if other is not None:
            return copy_criteria(source=other, target=lot, at=at, actor=user)
    raise UnknownSource(source)


def _copy_set(lot: Lot, code: str, *, at: datetime, actor: User, language: str) -> list[Criterion]:
    chosen = READY_MADE_SETS[code]
    backing = {node.code: backing_of(node.item) for node in chosen.nodes() if node.item is not None}
    return add_criteria(
        lot=lot,
        criteria=chosen.criteria(language),
        source=f"set:{code}",
        at=at,
        actor=actor,
        backing=backing,
    )


def _copy_item(lot: Lot, code: str, *, at: datetime, actor: User, language: str) -> list[Criterion]:
    """An award item comes in with weight 0: the buyer still divides the weights."""
    items: Registry[Any] = catalogue()
    item = items[code]
    if item.kind != ItemKind.AWARD:
        raise UnknownSource(code)
    criterion = item.criterion(code=item.code[:30], weight=Decimal(0), language=language)
    return add_criteria(
        lot=lot,
        criteria=[criterion],
        source=f"catalogue:{code}",
        at=at,
        actor=actor,
        backing={criterion.code: backing_of(item)},
    )

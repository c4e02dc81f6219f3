"""What an answer can point at: the lots, criteria and suitability requirements of the tender itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from tenders.forms.outline import Entry, Outline
from tenders.forms.tree import key_of
from tenders.legal_draft import suitability_of
from tenders.models import Criterion, Tender

Named = tuple[tuple[str, str], ...]
"""Codes with what a person calls each."""


@dataclass(frozen=True, slots=True)
class Codes:
    """`suitability` holds the text of each requirement by its code, in published order."""

    lots: Named = ()
    criteria: Named = ()
    suitability: Named = ()

    @classmethod
    def of(cls, tender: Tender) -> Self:
        rows = Criterion.objects.filter(lot__tender=tender.pk).order_by("lot__number", "position", "pk")
        return cls(
            lots=tuple((str(lot.number), str(lot)) for lot in tender.lots.order_by("number")),
            criteria=tuple(_named(_as_a_tree(list(rows)))),
            suitability=tuple((each.code, each.row.text) for each in suitability_of(tender)),
        )


def _as_a_tree(rows: Sequence[Criterion]) -> Iterable[Criterion]:
    """Each group with its parts below it, lot by lot."""
    by_key = {key_of(row.pk): row for row in rows}
    outline = Outline.of(Entry(key, key_of(row.parent_id)) for key, row in by_key.items())
    return (by_key[place.key] for place in outline.placed())


def _named(rows: Iterable[Criterion]) -> Iterable[tuple[str, str]]:
    """Lots may use one code for different criteria: then all their titles are named."""
    titles: dict[str, list[str]] = {}
    for row in rows:
        named = titles.setdefault(row.code, [])
        if row.title not in named:
            named.append(row.title)
    return ((code, f"{code} {' / '.join(named)}") for code, named in titles.items())


def with_stored(known: Named, stored: Iterable[str]) -> Named:
    """What was answered before stays to be seen and unticked, also when the tender has it no longer."""
    gone = [code for code in dict.fromkeys(stored) if code and code not in dict(known)]
    return (*known, *((code, _("%(code)s (bestaat niet meer)") % {"code": code}) for code in gone))

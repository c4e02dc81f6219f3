"""Turn the tables of a catalogue file into items; every refusal names the file and the item."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from procurement.citations import CITATIONS
from tenders.catalogue.model import (
    CatalogueItem,
    ItemKind,
    ProductGroup,
    SuggestedLevel,
    Suggestion,
    Theme,
    Threshold,
)
from tenders.catalogue.tables import Place, Table, bilingual, choice, number, refuse_unknown, text_of
from tenders.scorecard.model import EvidenceKind
from tenders.scoring.model import Direction, Kind, Knot, ParameterValue, Step

_FIELDS = frozenset(field.name for field in fields(CatalogueItem))
_SCORING_FIELDS = frozenset(field.name for field in fields(Suggestion))


def read_item(table: Table, place: Place) -> CatalogueItem:
    place = place / str(table.get("code", "an item without a code"))
    refuse_unknown(table, _FIELDS, place)
    item = CatalogueItem(
        code=text_of(table, "code", place),
        kind=choice(ItemKind, table, "kind", place),
        group=choice(ProductGroup, table, "group", place),
        theme=choice(Theme, table, "theme", place),
        ambition=_ambition(table, place),
        title=bilingual(table, "title", place),
        text=bilingual(table, "text", place),
        proof=bilingual(table, "proof", place),
        verification=bilingual(table, "verification", place),
        link=bilingual(table, "link", place),
        unit=bilingual(table, "unit", place) if "unit" in table else None,
        basis=_citations(table, "basis", place),
        source=_citations(table, "source", place),
        threshold=choice(Threshold, table, "threshold", place),
        review_by=_date(table, "review_by", place),
        clauses=tuple(table.get("clauses", ())),
        promise=text_of(table, "promise", place) if "promise" in table else "",
        scoring=_suggestion(table["scoring"], place / "scoring") if "scoring" in table else None,
    )
    if (item.kind is ItemKind.AWARD) != (item.scoring is not None):
        raise place.refuse("an award item says how it is scored, any other item does not")
    return item


def _suggestion(table: Table, place: Place) -> Suggestion:
    refuse_unknown(table, _SCORING_FIELDS, place)
    return Suggestion(
        kind=choice(Kind, table, "kind", place),
        method=text_of(table, "method", place),
        direction=choice(Direction, table, "direction", place) if "direction" in table else None,
        parameters={
            name: _parameter(value, place / name) for name, value in table.get("parameters", {}).items()
        },
        to_publish=tuple(table.get("to_publish", ())),
        levels=tuple(_level(level, place / "levels") for level in table.get("levels", ())),
        accepted_labels=tuple(table.get("accepted_labels", ())),
        evidence=choice(EvidenceKind, table, "evidence", place) if "evidence" in table else None,
    )


def _level(table: Table, place: Place) -> SuggestedLevel:
    place = place / text_of(table, "code", place)
    return SuggestedLevel(
        code=table["code"],
        title=bilingual(table, "title", place),
        share=number(table, "share", place),
        description=bilingual(table, "description", place),
    )


def _parameter(value: object, place: Place) -> ParameterValue:
    """A text is a number or the code of a choice; a list holds knots or steps, told apart by their keys."""
    if isinstance(value, str):
        return number({"value": value}, "value", place) if value[:1].isdigit() else value
    if isinstance(value, Sequence):
        if all("value" in row for row in value):
            return tuple(Knot(number(row, "value", place), number(row, "share", place)) for row in value)
        return tuple(_step(row, place) for row in value)
    raise place.refuse("a parameter is a text or a list of steps or knots")


def _step(row: Table, place: Place) -> Step:
    return Step(
        lower=number(row, "lower", place) if "lower" in row else None,
        upper=number(row, "upper", place) if "upper" in row else None,
        share=number(row, "share", place),
    )


def _citations(table: Table, name: str, place: Place) -> tuple[str, ...]:
    codes = tuple(table.get(name, ()))
    if not codes:
        raise (place / name).refuse("needs at least one citation")
    for code in codes:
        if code not in CITATIONS:
            raise (place / name).refuse(f"no citation {code!r}")
    return codes


def _date(table: Table, name: str, place: Place) -> date:
    value = table.get(name)
    if not isinstance(value, date):
        raise (place / name).refuse("must be a date")
    return value


def _ambition(table: Table, place: Place) -> int:
    value = table.get("ambition")
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise (place / "ambition").refuse("must be 0 (ungraded) or a level from 1")
    return value

"""The result of a tender as plain text and as data, for people and programs without a database."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from procurement.language import Text
from procurement.numbers import decimals, dutch, english, plain
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import Working, explain, explain_total
from tenders.scoring.model import RoundAt
from tenders.scoring.result import BidResult, LotResult, TenderResult
from tenders.scoring.sensitivity import price_gap

_LOT = Text(nl="Perceel {code}: {title}", en="Lot {code}: {title}")
_METHOD = Text(nl="Gunningsmethode: {method}. {words}", en="Award method: {method}. {words}")
_ROUNDING = {
    RoundAt.CRITERION: Text(
        nl="Afgerond per criterium op {places} decimalen, half omhoog.",
        en="Rounded for each criterion to {places} decimals, half up.",
    ),
    RoundAt.TOTAL: Text(
        nl="Alleen het totaal is afgerond, op {places} decimalen, half omhoog.",
        en="Only the total is rounded, to {places} decimals, half up.",
    ),
}
_RANKING = Text(nl="Rangorde", en="Ranking")
_WORKING = Text(nl="Berekening van {bid}", en="Working of {bid}")
_TOTAL = Text(nl="totaal", en="total")
_EXCLUDED = Text(nl="Terzijde gelegd", en="Set aside")
_UNDECIDED = Text(nl="Niet beslist", en="Not decided")
_NONE_VALID = Text(nl="Er is geen geldige inschrijving.", en="There is no valid bid.")
_GAP = Text(
    nl="Verschil tussen {first} en {second}: {total}.", en="Difference between {first} and {second}: {total}."
)
SHOWN_DIGITS = 10


def text_report(result: TenderResult, language: str) -> str:
    """Ranking, working of every figure, bids set aside and what is undecided, lot by lot."""
    head = f"{result.tender.reference} – {result.tender.title}"
    parts = [head, "=" * len(head), *(line for lot in result.lots for line in _lot(lot, language))]
    return "".join(f"{' '.join(part.splitlines())}\n" for part in parts)  # a name cannot forge a line


def _lot(result: LotResult, language: str) -> Iterator[str]:
    lot = result.lot
    method = AWARDS[lot.award.method]
    yield ""
    yield _LOT.format(code=lot.code, title=lot.title).to(language)
    yield _METHOD.format(method=method.title, words=method.words).to(language)
    rounding = lot.award.rounding
    yield _ROUNDING[rounding.at].format(places=str(rounding.places)).to(language)
    yield ""
    yield from _ranking(result, language)
    for undecided in result.undecided:
        yield f"{_UNDECIDED.to(language)}: {undecided.message.to(language)}"
    for exclusion in result.excluded:
        bid = exclusion.bid
        yield f"{_EXCLUDED.to(language)}: {bid.code} {bid.name} – {exclusion.reason.to(language)}"
    for found in result.ranking:
        yield from _working(result, found, language)


def _ranking(result: LotResult, language: str) -> Iterator[str]:
    if not result.ranking:
        yield _NONE_VALID.to(language)
        return
    yield f"{_RANKING.to(language)}:"
    places = result.lot.award.rounding.places
    for found in result.ranking:
        tie = f"  ({found.tie.to(language)})" if found.tie else ""
        total = _number(found.total, language, places)
        yield f"  {found.rank:>3}. {found.bid.code:<12} {total:>18}  {found.bid.name}{tie}"
    gap = price_gap(result)
    if gap is not None:
        total = _number(gap.total, language, places)
        yield _GAP.format(first=gap.first, second=gap.second, total=total).to(language)


def _working(result: LotResult, found: BidResult, language: str) -> Iterator[str]:
    yield ""
    yield f"{_WORKING.format(bid=found.bid.code).to(language)} – {found.bid.name}"
    for code in found.scores:
        working = explain(result, found.bid.code, code)
        yield f"  {code} – {_title(working, language)} ({_long(working.weight, language)}%)"
        yield from _formula(working, language)
        yield f"      {_points(working, language)}"
        yield from (f"      {note.to(language)}" for note in working.notes)
    total = explain_total(result, found.bid.code)
    yield f"  {_TOTAL.to(language)}"
    yield from _formula(total, language)
    yield f"      {_outcome(total, language)}"


def _formula(working: Working, language: str) -> Iterator[str]:
    """The method in words, what each symbol stands for, and the formula with the numbers in it."""
    yield f"      {working.method.to(language)}: {working.words.to(language)}"
    for entry in working.inputs:
        value = entry.value if isinstance(entry.value, str) else _long(entry.value, language)
        yield f"      {entry.symbol} = {value} ({entry.meaning.to(language)})"
    yield f"      {working.formula} = {working.filled.to(language)}"


def _title(working: Working, language: str) -> str:
    return working.title.to(language) if isinstance(working.title, Text) else working.title


def _points(working: Working, language: str) -> str:
    share, worth = _long(working.share, language), _long(working.worth, language)
    return f"{share} × {worth} {_outcome(working, language)}"


def _outcome(working: Working, language: str) -> str:
    exact, rounded = _long(working.exact, language), _long(working.rounded, language)
    return f"{'' if exact.startswith('≈') else '= '}{exact} → {rounded}"


def _long(value: Decimal | None, language: str) -> str:
    """All digits of an exact value up to ten decimals; ≈ before one that has more."""
    if value is None:
        return "–"
    if decimals(value) > SHOWN_DIGITS:
        return f"≈ {_number(value, language, SHOWN_DIGITS)}"
    return _number(value, language)


def _number(value: Decimal, language: str, places: int | None = None) -> str:
    return english(value, places) if language.startswith("en") else dutch(value, places)


def data_report(result: TenderResult, language: str) -> dict[str, Any]:
    """The same as data; numbers are canonical text."""
    return {
        "reference": result.tender.reference,
        "title": result.tender.title,
        "lots": [_lot_data(lot, language) for lot in result.lots],
    }


def _lot_data(result: LotResult, language: str) -> dict[str, Any]:
    return {
        "code": result.lot.code,
        "title": result.lot.title,
        "method": result.lot.award.method,
        "ranking": [_bid_data(result, found, language) for found in result.ranking],
        "excluded": [
            {"bid": entry.bid.code, "reason": entry.reason.to(language), "place": entry.place}
            for entry in result.excluded
        ],
        "undecided": [
            {"rank": entry.rank, "bids": list(entry.bids), "message": entry.message.to(language)}
            for entry in result.undecided
        ],
    }


def _bid_data(result: LotResult, found: BidResult, language: str) -> dict[str, Any]:
    return {
        "rank": found.rank,
        "bid": found.bid.code,
        "name": found.bid.name,
        "total": plain(found.total),
        "tie": found.tie.to(language) if found.tie else None,
        "scores": [_working_data(explain(result, found.bid.code, code), language) for code in found.scores],
        "working": _working_data(explain_total(result, found.bid.code), language),
    }


def _working_data(working: Working, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": _title(working, language),
        "method": working.method.to(language),
        "formula": working.formula,
        "words": working.words.to(language),
        "filled": working.filled.to(language),
        "inputs": [
            {
                "symbol": entry.symbol,
                "meaning": entry.meaning.to(language),
                "value": entry.value if isinstance(entry.value, str) else plain(entry.value),
            }
            for entry in working.inputs
        ],
        "exact": plain(working.exact),
        "rounded": plain(working.rounded),
        "basis": [citation.label.to(language) for citation in working.basis],
        "notes": [note.to(language) for note in working.notes],
    }
    if working.code:
        numbers = {"share": working.share, "worth": working.worth, "weight": working.weight}
        data |= {name: plain(value) for name, value in numbers.items() if value is not None}
        data |= {"criterion": working.code, "contribution": plain(working.contribution)}
    return data

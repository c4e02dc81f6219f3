"""The ranking of a lot as a table of plain text, for a terminal."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import dutch, english
from tenders.scoring.awards import AWARDS
from tenders.scoring.result import BidResult, LotResult
from tenders.scoring.sensitivity import price_gap

_HEADS = (
    Text(nl="#", en="#"),
    Text(nl="inschrijving", en="bid"),
    Text(nl="kwaliteit", en="quality"),
    Text(nl="prijs (€)", en="price (€)"),
    Text(nl="totaal", en="total"),
    Text(nl="achter op 1", en="behind 1"),
)
_EVALUATION_PRICE = Text(nl="evaluatieprijs (€)", en="evaluation price (€)")
_EXCLUDED = Text(nl="Terzijde gelegd: {bid} – {reason}", en="Set aside: {bid} – {reason}")
_MARGIN = Text(nl="{first} wint met een verschil van {total}.", en="{first} wins by a difference of {total}.")
_TIE_WON = Text(nl="{first} wint bij een gelijk totaal.", en="{first} wins at an equal total.")
_SHARED = Text(nl="Nog geen winnaar: {why}", en="No winner yet: {why}")


def ranking_table(result: LotResult, language: str) -> Iterator[str]:
    """Rows with aligned columns, then the margin, what is undecided and what was set aside."""
    heads = list(_HEADS)
    if AWARDS[result.lot.award.method].in_euros:
        heads[4] = _EVALUATION_PRICE
    rows = [
        [head.to(language) for head in heads],
        *(_row(result, found, language) for found in result.ranking),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    for row in rows:
        yield "  ".join(
            _aligned(text, width, column)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
    yield from _remarks(result, language)


def _aligned(text: str, width: int, column: int) -> str:
    return text.ljust(width) if column == 1 else text.rjust(width)


def _row(result: LotResult, found: BidResult, language: str) -> list[str]:
    places = result.lot.award.rounding.places
    behind = abs(found.total - result.ranking[0].total)
    return [
        str(found.rank),
        f"{found.bid.code} {found.bid.name}",
        _shown(found.quality, language, places),
        _shown(found.price, language, 2),
        _shown(found.total, language, places),
        _shown(behind, language, places) if behind else "",
    ]


def _remarks(result: LotResult, language: str) -> Iterator[str]:
    gap = price_gap(result)
    if result.winner is not None and gap is not None:
        total = _shown(gap.total, language, result.lot.award.rounding.places)
        sentence = _MARGIN if gap.total else _TIE_WON
        yield sentence.format(first=_name(result.winner), total=total).to(language)
    for found in result.ranking:
        if found.tie is not None:
            yield f"{found.bid.code}: {found.tie.to(language)}"
    for undecided in result.undecided:
        yield _SHARED.format(why=undecided.message).to(language)
    for exclusion in result.excluded:
        bid = f"{exclusion.bid.code} {exclusion.bid.name}"
        yield _EXCLUDED.format(bid=bid, reason=exclusion.reason).to(language)


def _name(found: BidResult) -> str:
    return f"{found.bid.code} {found.bid.name}"


def _shown(value: Decimal | None, language: str, places: int) -> str:
    if value is None:
        return ""
    return english(value, places) if language.startswith("en") else dutch(value, places)

"""L47: an estimate just below a threshold, or a need bought in parts, has a reason."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import ProcedureKind
from tenders.lint.finding import Finding
from tenders.lint.law import threshold
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_PLACE = "legal.contract"
_NEAR = Decimal("0.95")  # of the threshold; ours

_JUST_BELOW = Text(
    nl="De raming van € {estimate} ligt net onder de drempel. {threshold}",
    en="The estimate of €{estimate} lies just below the threshold. {threshold}",
)
_APART = Text(
    nl="Een deel van dezelfde behoefte wordt apart gekocht.",
    en="Part of the same need is bought apart.",
)
_EXPLAIN = Text(
    nl="Leg vast hoe u aan de raming komt en waarom een deel apart gaat.",
    en="Record how you came to the estimate and why a part goes apart.",
)
_ABOVE = Text(
    nl="De raming van € {estimate} is de drempel of meer, en u volgt een procedure voor eronder. {threshold}",
    en="The estimate of €{estimate} is the threshold or more, and you follow a procedure for below it. "
    "{threshold}",
)
_EUROPEAN = Text(
    nl="Kies een Europese procedure.",
    en="Choose a European procedure.",
)
_NOT_KNOWN = Text(
    nl="De drempel op {day} is niet bekend.",
    en="The threshold on {day} is not known.",
)
_LOOK_UP = Text(
    nl="Zoek de drempel van die dag op en laat een jurist haar vastleggen.",
    en="Look up the threshold of that day and let a lawyer record it.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    contract = draft.legal.contract
    fields = ("authority", "nature", "estimate", "bought_apart")
    yield from missing(contract, _PLACE, *fields, severity=Severity.MOTIVATE)
    if contract.bought_apart and is_blank(contract.estimate_reason):
        yield wrong(f"{_PLACE}.estimate_reason", _APART, _EXPLAIN, severity=Severity.MOTIVATE)
    if contract.authority and contract.nature and contract.estimate is not None:
        yield from _against_threshold(draft, contract.estimate)


def _against_threshold(draft: Draft, estimate: Decimal) -> Iterator[Finding]:
    level, shown = threshold(draft.legal.contract, draft.on), number(estimate)
    if level is None or level.value is None:
        message, day = _NOT_KNOWN.format(day=f"{draft.on:%d-%m-%Y}"), f"{draft.on:%Y-%m-%d}"
        yield wrong(f"{_PLACE}.estimate", message, _LOOK_UP, severity=Severity.MOTIVATE, quote=day)
    elif estimate >= level.value:
        if draft.legal.course.kind is ProcedureKind.BELOW_THRESHOLD:
            message = _ABOVE.format(estimate=shown, threshold=level.stated)
            yield wrong("legal.course.kind", message, _EUROPEAN, quote=plain(estimate))
    elif estimate >= level.value * _NEAR and is_blank(draft.legal.contract.estimate_reason):
        message = _JUST_BELOW.format(estimate=shown, threshold=level.stated)
        place = f"{_PLACE}.estimate_reason"
        yield wrong(place, message, _EXPLAIN, severity=Severity.MOTIVATE, quote=plain(estimate))


RULE = Rule(
    code="L47",
    title=Text(
        nl="Een raming net onder de drempel of een gesplitste behoefte heeft een reden",
        en="An estimate just below a threshold, or a need that was split, has a reason",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:1.10a"),
        cite("aw2012:2.1"),
        cite("aw2012:2.2"),
        cite("aw2012:2.3"),
        cite("aw2012:2.6a"),
        cite("dir2014-24:18(1)"),
        cite("reg2025-2152:1"),
    ),
    wrong=Text(
        nl="De raming ligt net onder de drempel, een deel wordt apart gekocht, of u volgt boven de "
        "drempel een procedure voor eronder.",
        en="The estimate lies just below the threshold, a part is bought apart, or you follow a "
        "procedure for below the threshold above it.",
    ),
    why=Text(
        nl="U ontwerpt een opdracht niet om de wet te ontlopen of om de mededinging te beperken. De "
        "drempel geldt voor de hele behoefte, zonder btw, met opties en verlengingen.",
        en="You do not design a contract to evade the act or to narrow competition. The threshold "
        "counts for the whole need, without VAT, with options and extensions.",
    ),
    instead=Text(
        nl="Reken de hele behoefte mee, en leg vast hoe u aan de raming komt.",
        en="Count the whole need, and record how you came to the estimate.",
    ),
    bad=Text(
        nl="Wij ramen € 215.000 en kopen de dockingstations later.",
        en="We estimate €215,000 and buy the docking stations later.",
    ),
    good=Text(
        nl="Raming € 208.000: 160 laptops à € 1.300 volgens drie offertes van oktober 2026, opties "
        "meegerekend.",
        en="Estimate €208,000: 160 laptops at €1,300 by three quotations of October 2026, options included.",
    ),
    ours=Text(
        nl="Dat een raming binnen 5% onder de drempel een reden vraagt, is een regel van dit programma.",
        en="That an estimate within 5% below the threshold asks a reason is a rule of this product.",
    ),
    doubt=Text(
        nl="De drempel voor sociale en andere specifieke diensten is uit een tweede bron; een jurist "
        "bevestigt haar.",
        en="The threshold for social and other specific services is from a secondary source; a lawyer "
        "confirms it.",
    ),
    review_by=date(2027, 11, 1),
    check=_check,
)

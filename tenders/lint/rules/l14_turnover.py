"""L14: a turnover requirement has weighty reasons and stays below its limit."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.bidders import SuitabilityKind, SuitabilityRequirement, TurnoverOf
from tenders.lint.finding import Finding
from tenders.lint.law import fact
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_TOO_HIGH = Text(
    nl="De omzet is meer dan {times} keer de waarde. {rule}",
    en="The turnover is more than {times} times the value. {rule}",
)
_LOWER = Text(
    nl="Verlaag de omzet of schrap de eis.",
    en="Lower the turnover or drop the requirement.",
)
_RISK = Text(
    nl="Verlaag de omzet, of laat een jurist vastleggen welk bijzonder risico er is.",
    en="Lower the turnover, or let a lawyer record which special risk there is.",
)
_WRONG_BASE = Text(
    nl="Deze waarde hoort niet bij de opzet: {right}",
    en="This value does not go with the design: {right}",
)
_BY_LOT = Text(
    nl="de opdracht heeft percelen, dus telt de waarde van het perceel of van percelen die tegelijk "
    "worden uitgevoerd.",
    en="the contract has lots, so the value of the lot counts, or of lots that are carried out at the "
    "same time.",
)
_BY_CALL_OFF = Text(
    nl="het is een raamovereenkomst, dus tellen de nadere opdrachten die tegelijk worden uitgevoerd, of "
    "de hele raamovereenkomst als die niet bekend zijn.",
    en="it is a framework agreement, so the call-offs carried out at the same time count, or the whole "
    "framework if those are not known.",
)
_ABOVE_ESTIMATE = Text(
    nl="Deze waarde is hoger dan de raming van alle percelen samen.",
    en="This value is higher than the estimate of all lots together.",
)
_CHOOSE = Text(
    nl="Kies de waarde die bij de opzet hoort en vul haar opnieuw in.",
    en="Choose the value that goes with the design and fill it in again.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, requirement in enumerate(draft.legal.bidders.suitability):
        if requirement.kind is SuitabilityKind.TURNOVER:
            place = f"legal.bidders.suitability[{index}]"
            yield from missing(requirement, place, "reason", "turnover", "turnover_of", "turnover_base")
            yield from _base(draft, requirement, place)
            yield from _height(draft, requirement, place)


def _base(draft: Draft, requirement: SuitabilityRequirement, place: str) -> Iterator[Finding]:
    """The value must be the one that the act names for this design."""
    if requirement.turnover_of is TurnoverOf.CONTRACT:
        if len(draft.tender.lots) > 1:
            yield wrong(f"{place}.turnover_of", _WRONG_BASE.format(right=_BY_LOT), _CHOOSE)
        elif draft.legal.agreement.framework.is_one:
            yield wrong(f"{place}.turnover_of", _WRONG_BASE.format(right=_BY_CALL_OFF), _CHOOSE)
    estimate, base = draft.legal.contract.estimate, requirement.turnover_base
    within = requirement.turnover_of is not TurnoverOf.DYNAMIC_SYSTEM
    if within and estimate is not None and base is not None and base > estimate:
        yield wrong(f"{place}.turnover_base", _ABOVE_ESTIMATE, _CHOOSE)


def _height(draft: Draft, requirement: SuitabilityRequirement, place: str) -> Iterator[Finding]:
    turnover, base = requirement.turnover, requirement.turnover_base
    if turnover is None or base is None:
        return
    for code, severity, advice in (
        ("turnover-act", Severity.BLOCKING, _LOWER),
        ("turnover-directive", Severity.MOTIVATE, _RISK),
    ):
        limit = fact(code, draft.on)
        if limit and limit.value is not None and turnover > limit.value * base:
            message = _TOO_HIGH.format(times=number(limit.value), rule=limit.stated)
            at, quote = f"{place}.turnover", f"{plain(turnover)} > {plain(limit.value)} × {plain(base)}"
            yield wrong(at, message, advice, severity=severity, quote=quote)
            return


RULE = Rule(
    code="L14",
    title=Text(
        nl="Een omzeteis heeft zwaarwegende redenen en blijft onder de grens",
        en="A turnover requirement has weighty reasons and stays below its limit",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.90(3)"),
        cite("aw2012:2.90(5)"),
        cite("dir2014-24:58(3)"),
    ),
    wrong=Text(
        nl="U vraagt een omzet zonder zwaarwegende reden, of meer dan het drievoud van de waarde.",
        en="You ask a turnover without a weighty reason, or more than three times the value.",
    ),
    why=Text(
        nl="Omzet zegt weinig over bekwaamheid en sluit kleine bedrijven uit. De wet verbiedt de eis "
        "daarom, behalve met zwaarwegende argumenten in de stukken, en nooit boven driemaal de "
        "waarde. De richtlijn legt de grens bij tweemaal, tenzij er bijzondere risico's zijn.",
        en="Turnover says little about ability and keeps small firms out. So the act forbids the "
        "requirement, except with weighty reasons in the documents, and never above three times the "
        "value. The Directive draws the line at twice the value, unless there are special risks.",
    ),
    instead=Text(
        nl="Schrap de eis, of leg uit welk risico zij dekt en houd haar op hooguit tweemaal de waarde "
        "van het perceel of de nadere opdrachten.",
        en="Drop the requirement, or explain which risk it covers and keep it to at most twice the "
        "value of the lot or the call-offs.",
    ),
    bad=Text(
        nl="De inschrijver heeft een omzet van € 10 miljoen (opdracht: € 1,2 miljoen).",
        en="The bidder has a turnover of €10 million (contract: €1.2 million).",
    ),
    good=Text(
        nl="De inschrijver heeft een omzet van € 1,5 miljoen per jaar, omdat hij de voorraad van een "
        "jaar voorfinanciert.",
        en="The bidder has a turnover of €1.5 million a year, because it finances a year's stock in advance.",
    ),
    doubt=Text(
        nl="De wet en de richtlijn verschillen: drie keer en twee keer. Tussen twee en drie keer vraagt "
        "dit programma daarom een reden van een jurist.",
        en="The act and the Directive differ: three times and twice. So between twice and three times "
        "this product asks a lawyer's reason.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

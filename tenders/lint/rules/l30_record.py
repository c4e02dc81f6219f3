"""L30: the record is complete, the award notice is in time and large contracts are kept."""

from collections.abc import Iterator
from datetime import date, timedelta

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import Nature
from tenders.lint.draft.decision import NoStandstill, Record
from tenders.lint.finding import Finding, Screen
from tenders.lint.law import fact
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity

_PLACE = "legal.decision.record"
_PARTS = "abcdefghijklmn"
_NOTICE = timedelta(days=30)  # art. 2.134 lid 1

_ABSENT = Text(
    nl="Onderdeel {part} staat niet in het proces-verbaal.",
    en="Part {part} is not in the record.",
)
_UNKNOWN = Text(
    nl="Onderdeel ‘{part}’ bestaat niet; het zijn a tot en met n.",
    en="Part ‘{part}’ does not exist; they are a to n.",
)
_ADD = Text(
    nl="Neem het op, of zeg dat het niet van toepassing is.",
    en="Include it, or say that it does not apply.",
)
_LATE = Text(
    nl="De aankondiging van de gunning komt na {last}.",
    en="The award notice comes after {last}.",
)
_EARLIER = Text(
    nl="Verzend de aankondiging uiterlijk op {last}.",
    en="Send the notice on {last} at the latest.",
)
_COPY = Wanted(
    "contract_copy_kept",
    True,
    Text(
        nl="Een afschrift van dit contract moet bewaard blijven zolang het loopt.",
        en="A copy of this contract must be kept for its term.",
    ),
    Text(
        nl="Leg vast waar het afschrift wordt bewaard.",
        en="Record where the copy is kept.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    record = draft.legal.decision.record
    if draft.legal.decision.standstill.exception is not NoStandstill.CALL_OFF:
        yield from _parts(record)
        yield from _award_notice(draft, record)
    yield from _copy(draft, record)


def _parts(record: Record) -> Iterator[Finding]:
    said = (*record.parts, *record.parts_not_applicable)
    for part in _PARTS:
        if part not in said:
            yield wrong(f"{_PLACE}.parts", _ABSENT.format(part=part), _ADD, quote=part)
    for part in said:
        if len(part) != 1 or part not in _PARTS:
            yield wrong(f"{_PLACE}.parts", _UNKNOWN.format(part=part), _ADD, quote=part)


def _award_notice(draft: Draft, record: Record) -> Iterator[Finding]:
    """Thirty days from the award; from the end of its quarter where the act allows bundling."""
    standstill = draft.legal.decision.standstill
    signed = standstill.signed_on
    yield from missing(record, _PLACE, "award_notice_on")
    yield from missing(standstill, "legal.decision.standstill", "signed_on")
    if signed is None or record.award_notice_on is None:
        return
    social = draft.legal.contract.nature is Nature.SOCIAL
    bundles = social or standstill.exception is NoStandstill.DYNAMIC_SYSTEM
    last = (_end_of_quarter(signed) if bundles else signed) + _NOTICE
    if record.award_notice_on > last:
        shown = f"{last:%d-%m-%Y}"
        place = f"{_PLACE}.award_notice_on"
        yield wrong(place, _LATE.format(last=shown), _EARLIER.format(last=shown), screen=Screen.PROCEDURE)


def _end_of_quarter(day: date) -> date:
    first = (day.month - 1) // 3 * 3 + 1  # month
    following = date(day.year + (first + 3) // 12, (first + 3 - 1) % 12 + 1, 1)
    return following - timedelta(days=1)


def _copy(draft: Draft, record: Record) -> Iterator[Finding]:
    contract = draft.legal.contract
    yield from missing(contract, "legal.contract", "estimate", "nature")
    kind = "copy-works" if contract.nature is Nature.WORKS else "copy-supplies-services"
    limit = fact(kind, draft.on)
    if contract.estimate is None or limit is None or limit.value is None:
        return
    if contract.estimate >= limit.value:
        yield from against(record, _PLACE, (_COPY,))


RULE = Rule(
    code="L30",
    title=Text(
        nl="Het proces-verbaal is volledig en de gunning is op tijd aangekondigd",
        en="The record is complete and the award is announced in time",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.DECISION,
    basis=(
        cite("aw2012:2.132"),
        cite("aw2012:2.132(1)"),
        cite("aw2012:2.132(3)"),
        cite("aw2012:2.134(1)"),
        cite("aw2012:2.134(3)"),
        cite("aw2012:2.135"),
        cite("aw2012:2.136"),
        cite("aw2012:2.138a"),
    ),
    wrong=Text(
        nl="Een onderdeel van het proces-verbaal ontbreekt, de aankondiging van de gunning komt te "
        "laat, of het contract wordt niet bewaard.",
        en="A part of the record is missing, the award notice comes too late, or the contract is not kept.",
    ),
    why=Text(
        nl="Het proces-verbaal heeft de onderdelen a tot en met n, voor zover van toepassing. De "
        "aankondiging volgt binnen dertig dagen na de gunning; sociale en andere specifieke diensten "
        "mogen per kwartaal. Van grote contracten bewaart u een afschrift zolang zij lopen. Voor "
        "nadere opdrachten onder een raamovereenkomst gelden proces-verbaal en aankondiging niet. "
        "Onder een dynamisch aankoopsysteem meldt u binnen dertig dagen, of per kwartaal.",
        en="The record has the parts a to n, as far as they apply. The notice follows within thirty "
        "days after the award; social and other specific services may be bundled per quarter. You "
        "keep a copy of large contracts for their term. For call-offs from a framework neither "
        "record nor notice is needed. Under a dynamic purchasing system you report within thirty "
        "days, or per quarter.",
    ),
    instead=Text(
        nl="Loop de onderdelen na en plan de aankondiging.",
        en="Go through the parts and plan the notice.",
    ),
    bad=Text(
        nl="Het verslag noemt de winnaar en de score.",
        en="The report names the winner and the score.",
    ),
    good=Text(
        nl="Het proces-verbaal heeft a tot en met h en m; i tot en met l en n zijn niet van toepassing. "
        "Aankondiging op 1 april, contract op 23 maart.",
        en="The record has a to h and m; i to l and n do not apply. Notice on 1 April, contract on 23 March.",
    ),
    ours=Text(
        nl="De wet rekent de dertig dagen vanaf de gunning. Dit programma neemt daarvoor de dag waarop "
        "het contract wordt getekend.",
        en="The act counts the thirty days from the award. This product takes the day on which the "
        "contract is signed.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

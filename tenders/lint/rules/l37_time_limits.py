"""L37: bidders get the time that the act gives them."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import Authority, Nature
from tenders.lint.draft.procedure import Planning, ProcedureKind
from tenders.lint.finding import Finding
from tenders.lint.law import fact
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.procedure.time_limits import (
    DOCUMENTS_NOT_ONLINE,
    ELECTRONIC,
    LIMITS,
    REQUESTS_TO_PARTICIPATE,
    URGENT_REQUESTS_TO_PARTICIPATE,
)

_REQUESTS_FIRST = (
    ProcedureKind.RESTRICTED,
    ProcedureKind.NEGOTIATED,
    ProcedureKind.DIALOGUE,
    ProcedureKind.INNOVATION,
)
_MOST_MONTHS = 12  # between a prior information notice and the notice, art. 2.71 lid 6

_TOO_SHORT = Text(
    nl="Van {start} tot {end} zijn {days} dagen; het zijn er ten minste {least}.",
    en="From {start} to {end} there are {days} days; there must be at least {least}.",
)
_LATER = Text(
    nl="Zet het uiterste tijdstip later.",
    en="Move the deadline.",
)
_RATHER_SHORT = Text(
    nl="Na een vooraankondiging is 29 dagen de regel. {days} dagen mag, maar vraagt een reden.",
    en="After a prior information notice 29 days is the rule. {days} days is allowed, but asks a reason.",
)
_NOT_FOR_STATE = Text(
    nl="De Staat mag de termijn niet met gegadigden afspreken.",
    en="Central government may not agree the time limit with candidates.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    course, planning = draft.legal.course, draft.legal.planning
    yield from missing(course, "legal.course", "kind")
    if course.kind is None:
        return
    yield from missing(planning, "legal.planning", "notice_sent", "bids_until")
    if course.kind is ProcedureKind.OPEN:
        yield from _for_bids(draft, course.kind, planning.notice_sent)
    if course.kind in _REQUESTS_FIRST:
        yield from missing(planning, "legal.planning", "requests_until")
        yield from _for_requests(draft, course.kind)
    if course.kind in (ProcedureKind.RESTRICTED, ProcedureKind.NEGOTIATED):
        yield from missing(planning, "legal.planning", "invitation_sent")
        yield from (
            _agreed(draft) if planning.agreed else _for_bids(draft, course.kind, planning.invitation_sent)
        )


def _for_requests(draft: Draft, kind: ProcedureKind) -> Iterator[Finding]:
    """Urgency shortens this in the restricted and the negotiated procedure only (art. 2.74 onder b)."""
    planning = draft.legal.planning
    urgent = not is_blank(planning.urgency) and kind.value in LIMITS
    least = URGENT_REQUESTS_TO_PARTICIPATE if urgent else REQUESTS_TO_PARTICIPATE
    yield from _span(planning.notice_sent, planning.requests_until, least, "legal.planning.requests_until")


def _agreed(draft: Draft) -> Iterator[Finding]:
    """All candidates agreed: no least number of days, but not for the State (art. 2.74a)."""
    yield from missing(draft.legal.contract, "legal.contract", "authority")
    if draft.legal.contract.authority is Authority.CENTRAL:
        yield wrong("legal.planning.agreed", _NOT_FOR_STATE, _LATER)


def _for_bids(draft: Draft, kind: ProcedureKind, start: date | None) -> Iterator[Finding]:
    planning, limit, place = draft.legal.planning, LIMITS[kind.value], "legal.planning.bids_until"
    if not is_blank(planning.urgency):
        yield from _span(start, planning.bids_until, limit.urgent_days, place)
        return
    more = 0 if draft.legal.documents.free_and_complete is not False else DOCUMENTS_NOT_ONLINE
    if _announced(draft) and limit.announced_days and limit.announced_least:
        yield from _after_announcement(
            planning, start, limit.announced_days + more, limit.announced_least + more
        )
        return
    yield from missing(planning, "legal.planning", "electronic")
    less = ELECTRONIC if planning.electronic else 0
    yield from _span(start, planning.bids_until, limit.days - less + more, place)


def _after_announcement(planning: Planning, start: date | None, rule: int, least: int) -> Iterator[Finding]:
    place = "legal.planning.bids_until"
    yield from _span(start, planning.bids_until, least, place)
    days = _days(start, planning.bids_until)
    if days is not None and least <= days < rule:
        message = _RATHER_SHORT.format(days=str(days))
        yield wrong(place, message, _LATER, severity=Severity.MOTIVATE, quote=str(days))


def _announced(draft: Draft) -> bool:
    """A prior information notice counts when it came 52 days to twelve months before the notice."""
    announced, sent = draft.legal.planning.announced_on, draft.legal.planning.notice_sent
    earliest = fact("prior-notice-days", draft.on)
    if announced is None or sent is None or earliest is None or earliest.value is None:
        return False
    months = (sent.year - announced.year) * 12 + sent.month - announced.month
    within_a_year = months < _MOST_MONTHS or (months == _MOST_MONTHS and sent.day <= announced.day)
    return within_a_year and (sent - announced).days >= earliest.value


def _days(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else (end - start).days


def _span(start: date | None, end: date | None, least: int, place: str) -> Iterator[Finding]:
    days = _days(start, end)
    if start is None or end is None or days is None or days >= least:
        return
    message = _TOO_SHORT.format(
        start=f"{start:%d-%m-%Y}", end=f"{end:%d-%m-%Y}", days=str(days), least=str(least)
    )
    yield wrong(place, message, _LATER, quote=f"{end:%Y-%m-%d}")


def _applies(draft: Draft) -> bool:
    below = draft.legal.course.kind is ProcedureKind.BELOW_THRESHOLD
    return not below and draft.legal.contract.nature is not Nature.SOCIAL


RULE = Rule(
    code="L37",
    title=Text(
        nl="Inschrijvers krijgen de wettelijke tijd",
        en="Bidders get the time that the act gives",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.71(1)"),
        cite("aw2012:2.71(2)"),
        cite("aw2012:2.71(3)"),
        cite("aw2012:2.71(4)"),
        cite("aw2012:2.71(5)"),
        cite("aw2012:2.71(6)"),
        cite("aw2012:2.72"),
        cite("aw2012:2.74"),
        cite("aw2012:2.74a"),
        cite("aw2012:2.74b"),
    ),
    wrong=Text(
        nl="Tussen de aankondiging of uitnodiging en het uiterste tijdstip zitten te weinig dagen.",
        en="There are too few days between notice or invitation and the deadline.",
    ),
    why=Text(
        nl="Een openbare procedure geeft ten minste 45 dagen, 40 bij elektronische inschrijving. In de "
        "andere procedures zijn het 30 dagen voor verzoeken en 40 of 35 dagen voor inschrijvingen. "
        "Korter kan alleen na een volledige vooraankondiging, bij onderbouwde urgentie, of in "
        "overleg met alle gegadigden. Staan niet alle stukken vrij online, dan komen er vijf dagen "
        "bij. Een dag telt vanaf de dag van verzending.",
        en="An open procedure gives at least 45 days, 40 with electronic bids. The other procedures "
        "give 30 days for requests and 40 or 35 days for bids. Less is possible only after a full "
        "prior information notice, in substantiated urgency, or by agreement with all candidates. "
        "Where not all documents are freely online, five days are added. Days count from the day of "
        "sending.",
    ),
    instead=Text(
        nl="Zet het uiterste tijdstip later, of leg vast waarom een kortere termijn mag.",
        en="Move the deadline, or record why a shorter time limit is allowed.",
    ),
    bad=Text(
        nl="Aankondiging op 1 december, inschrijven tot en met 4 januari.",
        en="Notice on 1 December, bids until 4 January.",
    ),
    good=Text(
        nl="Aankondiging op 1 december, elektronisch inschrijven tot en met 10 januari (40 dagen).",
        en="Notice on 1 December, electronic bids until 10 January (40 days).",
    ),
    ours=Text(
        nl="De wet staat na een vooraankondiging 29 dagen toe en nooit minder dan 22. Dat 22 tot en met "
        "28 dagen een reden vraagt, is onze regel.",
        en="After a prior information notice the act allows 29 days and never less than 22. That 22 to "
        "28 days asks a reason is our rule.",
    ),
    doubt=Text(
        nl="Sociale en andere specifieke diensten hebben een eigen, lichte procedure zonder deze "
        "termijnen. Dat artikel is niet gelezen; een jurist bevestigt het.",
        en="Social and other specific services have a light procedure of their own without these time "
        "limits. That article was not read; a lawyer confirms it.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

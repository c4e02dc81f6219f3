"""L38: the clarification note reaches all in time, and a late or large change moves the deadline."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import Wanted, against, is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import Planning
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity
from tenders.lint.shown import number
from tenders.procedure.time_limits import CLARIFIED_BEFORE, CLARIFIED_BEFORE_WHEN_URGENT

_ALL = Wanted(
    "clarifications_to_all",
    True,
    Text(
        nl="De nota van inlichtingen gaat niet naar alle ondernemers.",
        en="The clarification note does not go to all operators.",
    ),
    Text(
        nl="Zend de nota aan alle gegadigden of inschrijvers.",
        en="Send the note to all candidates or bidders.",
    ),
)
_LATE = Text(
    nl="De nota verschijnt {days} dagen voor het uiterste tijdstip; het zijn er ten minste {least}. De "
    "termijn is niet verlengd.",
    en="The note appears {days} days before the deadline; there must be at least {least}. The time "
    "limit was not extended.",
)
_CHANGED = Text(
    nl="De stukken zijn wezenlijk gewijzigd en de termijn is niet verlengd.",
    en="The documents changed substantially and the time limit was not extended.",
)
_SHORT = Text(
    nl="De verlenging ({given} dagen) is korter dan de {needed} dagen die ontbreken.",
    en="The extension ({given} days) is shorter than the {needed} days that are missing.",
)
_EXTEND = Text(
    nl="Verleng de termijn met ten minste {needed} dagen.",
    en="Extend the time limit by at least {needed} days.",
)
_IN_PROPORTION = Text(
    nl="Verleng de termijn in verhouding tot de wijziging.",
    en="Extend the time limit in proportion to the change.",
)
_PLACE = "legal.planning.extended_days"


def _check(draft: Draft) -> Iterator[Finding]:
    planning = draft.legal.planning
    yield from against(planning, "legal.planning", (_ALL,))
    yield from missing(
        planning, "legal.planning", "clarifications_until", "bids_until", "changed_substantially"
    )
    given = planning.extended_days or Decimal(0)
    if planning.changed_substantially and given <= 0:
        yield wrong(_PLACE, _CHANGED, _IN_PROPORTION)
    yield from _late(planning, given)


def _late(planning: Planning, given: Decimal) -> Iterator[Finding]:
    """`bids_until` is the deadline as it was before the extension."""
    if planning.clarifications_until is None or planning.bids_until is None:
        return
    days = (planning.bids_until - planning.clarifications_until).days
    least = CLARIFIED_BEFORE if is_blank(planning.urgency) else CLARIFIED_BEFORE_WHEN_URGENT
    if days >= least:
        return
    needed = str(least - days)
    if given <= 0:
        message = _LATE.format(days=str(days), least=str(least))
        yield wrong(_PLACE, message, _EXTEND.format(needed=needed))
    elif given < least - days:
        message = _SHORT.format(given=number(given), needed=needed)
        advice, quote = _EXTEND.format(needed=needed), plain(given)
        yield wrong(_PLACE, message, advice, severity=Severity.MOTIVATE, quote=quote)


RULE = Rule(
    code="L38",
    title=Text(
        nl="De nota van inlichtingen komt op tijd bij iedereen",
        en="The clarification note reaches all in time",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.CLARIFICATION,
    basis=(
        cite("aw2012:2.53(2)"),
        cite("aw2012:2.54"),
        cite("aw2012:2.73"),
    ),
    wrong=Text(
        nl="De nota gaat niet naar iedereen, komt te laat, of de stukken zijn wezenlijk gewijzigd "
        "zonder langere termijn.",
        en="The note does not go to all, comes too late, or the documents changed substantially without "
        "more time.",
    ),
    why=Text(
        nl="Alle inschrijvers krijgen dezelfde antwoorden, ten minste tien dagen voor het uiterste "
        "tijdstip (vier bij urgentie). Komt informatie later, of wijzigen de stukken aanzienlijk, "
        "dan verlengt u de termijn in verhouding.",
        en="All bidders get the same answers, at least ten days before the deadline (four in urgency). "
        "Where information comes later, or the documents change substantially, you extend the time "
        "limit in proportion.",
    ),
    instead=Text(
        nl="Publiceer eerder, of verleng de termijn met ten minste de dagen die ontbreken.",
        en="Publish earlier, or extend the time limit by at least the days that are missing.",
    ),
    bad=Text(
        nl="Nota op 12 januari, inschrijven tot en met 18 januari.",
        en="Note on 12 January, bids until 18 January.",
    ),
    good=Text(
        nl="Nota op 12 januari; inschrijven kan daarom tot en met 22 januari in plaats van 18 januari.",
        en="Note on 12 January; bids can therefore come in until 22 January instead of 18 January.",
    ),
    ours=Text(
        nl="De wet vraagt een verlenging in verhouding. Dat zij ten minste de ontbrekende dagen telt, "
        "is onze lezing.",
        en="The act asks for an extension in proportion. That it has at least the missing days is our "
        "reading.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

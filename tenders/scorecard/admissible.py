"""Does a piece of evidence count on this day? The first reason why not, or None.

The tests come from art. 2.97 (certificates and equivalent measures), 2.78a (labels) and 2.78b
(test reports) of the procurement act: valid, about this performance, by a body that may issue it,
and, where it stands in for a certificate or label, judged equivalent by the buyer.
"""

from datetime import date
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import NotANumber, parse
from tenders.scorecard.model import Evidence, EvidenceKind

_ACCREDITED = frozenset({EvidenceKind.ISO_14001, EvidenceKind.TEST_REPORT})
_ENDS = frozenset(
    {
        EvidenceKind.ISO_14001,
        EvidenceKind.EMAS,
        EvidenceKind.ENERGY_STAR,
        EvidenceKind.TCO_CERTIFIED,
        EvidenceKind.EPEAT,
        EvidenceKind.EU_ECOLABEL,
        EvidenceKind.BLAUER_ENGEL,
    }
)
_STANDS_IN = frozenset({EvidenceKind.EQUIVALENT_MEASURES, EvidenceKind.DECLARATION})

_NOT_YET = Text(
    nl="Pas geldig vanaf {day}, dus nog niet op {on}.", en="Valid only from {day}, so not yet on {on}."
)
_EXPIRED = Text(
    nl="Verlopen: geldig tot en met {day}, de peildatum is {on}.",
    en="Expired: valid until {day} inclusive, the reference date is {on}.",
)
_NO_END = Text(
    nl="De einddatum ontbreekt, dus de geldigheid op {on} staat niet vast. Vraag de einddatum op.",
    en="The end date is missing, so validity on {on} is not established. Ask for the end date.",
)
_SCOPE = Text(
    nl="De reikwijdte dekt deze opdracht niet{scope}.", en="The scope does not cover this contract{scope}."
)
_BODY = Text(
    nl="De instantie is niet geaccrediteerd{body}. Gelijkwaardig bewijs kan nog wel tellen, als u de "
    "gelijkwaardigheid vaststelt.",
    en="The body is not accredited{body}. Equivalent proof may still count, if you establish the "
    "equivalence.",
)
_OF_WHAT = Text(
    nl="Niet vermeld is waaraan dit bewijs gelijkwaardig is.",
    en="It is not stated what this evidence is equivalent to.",
)
_NOT_JUDGED = Text(
    nl="U hebt nog niet vastgesteld dat dit gelijkwaardig is aan {what}, en dat het certificaat of keurmerk "
    "zelf buiten de schuld van de leverancier niet op tijd te krijgen was.",
    en="You have not yet established that this is equivalent to {what}, and that the certificate or label "
    "itself was out of reach in time through no fault of the supplier.",
)
_NO_FIGURE = Text(nl="De waarde ontbreekt of is geen getal.", en="The value is missing or is not a number.")


def why_not(evidence: Evidence, on: date) -> Text | None:
    return _dates(evidence, on) or _scope(evidence) or _body(evidence) or _equivalence(evidence)


def why_no_figure(evidence: Evidence, on: date) -> Text | None:
    """As `why_not`, for what rests on the figure that the evidence states."""
    return why_not(evidence, on) or (_NO_FIGURE if stated_figure(evidence) is None else None)


def stated_figure(evidence: Evidence) -> Decimal | None:
    try:
        return parse(evidence.value)
    except NotANumber:
        return None


def day_shown(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def _dates(evidence: Evidence, on: date) -> Text | None:
    if evidence.valid_from is not None and evidence.valid_from > on:
        return _NOT_YET.format(day=day_shown(evidence.valid_from), on=day_shown(on))
    if evidence.valid_until is None:
        return _NO_END.format(on=day_shown(on)) if evidence.kind in _ENDS else None
    if evidence.valid_until < on:
        return _EXPIRED.format(day=day_shown(evidence.valid_until), on=day_shown(on))
    return None


def _scope(evidence: Evidence) -> Text | None:
    if evidence.covers_performance:
        return None
    return _SCOPE.format(scope=f" ({evidence.scope})" if evidence.scope else "")


def _body(evidence: Evidence) -> Text | None:
    if evidence.kind not in _ACCREDITED or evidence.accredited:
        return None
    return _BODY.format(body=f" ({evidence.body})" if evidence.body else "")


def _equivalence(evidence: Evidence) -> Text | None:
    if evidence.kind not in _STANDS_IN:
        return None
    if not evidence.equivalent_of:
        return _OF_WHAT
    if evidence.checked_on is None:
        return _NOT_JUDGED.format(what=evidence.equivalent_of)
    return None

"""Between the letters and the contract: the standstill, interim proceedings, and when none is needed."""

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.models import Lot, Proceedings, StandstillWaiver, Tender
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.services.decided import decision_of
from tenders.services.phases import Refused, require_phase

_FUTURE = Text(nl="Kies een dag die al is geweest.", en="Choose a day that has passed.")
_ENDED = Text(nl="Dit kort geding is al geëindigd.", en="These proceedings have ended already.")
_BEFORE_START = Text(
    nl="De beslissing kan niet vóór het begin liggen.", en="The ruling cannot lie before the start."
)
_NO_OUTCOME = Text(nl="Schrijf op wat de uitkomst is.", en="Write down what the outcome is.")
_NO_DECISION = Text(
    nl="Er is geen gunningsbeslissing over dit perceel.", en="There is no award decision about this lot."
)
_LAWYER = Text(
    nl="Alleen een jurist kan vastleggen dat de opschortende termijn niet hoeft.",
    en="Only a lawyer can record that no standstill is needed.",
)
_NO_REASON = Text(nl="Schrijf op waarom de uitzondering geldt.", en="Write down why the exception applies.")
_GROUND = Text(nl="Kies een grond van artikel 2.127 lid 4.", en="Choose a ground of article 2.127(4).")
_NOT_SOLE = Text(
    nl="Er zijn meer inschrijvingen geopend. Dan is de winnaar niet de enige betrokken inschrijver.",
    en="More bids were opened. Then the winner is not the only bidder concerned.",
)
_WAIVED = Text(
    nl="Dit is voor deze beslissing al vastgelegd.", en="This was recorded for this decision already."
)
_NOTICE = Text(
    nl="Voor deze procedure is een aankondiging vereist. Deze grond geldt dan niet.",
    en="This procedure requires a notice. Then this ground does not apply.",
)
_NO_RULING = Text(nl="Kies wat de rechter besliste.", en="Choose what the court decided.")
_NOT_AGAINST = Text(
    nl="Dit is alleen nodig na een toegewezen vordering, en maar één keer.",
    en="This is only needed after a claim was granted, and only once.",
)
_CLEARED_BY = Text(
    nl="Alleen een jurist kan vastleggen waarom de overeenkomst toch mag.",
    en="Only a lawyer can record why the contract may be concluded all the same.",
)
_NO_GROUND = Text(
    nl="Schrijf op waarom de overeenkomst toch mag.", en="Write down why the contract may be concluded."
)


def proceedings_of(lot: Lot) -> list[Proceedings]:
    return list(Proceedings.objects.filter(lot=lot).order_by("pk"))


@transaction.atomic
def start_proceedings(
    *, lot: Lot, started_on: date, reference: str, at: datetime, actor: User
) -> Proceedings:
    """From here on no contract until the ruling (art. 2.131 Aw 2012). Raises `Refused`."""
    require_phase(lot, Phase.AWARD, Phase.STANDSTILL)
    _refuse([_FUTURE] if started_on > sent_on(at) else [])
    row = Proceedings.objects.create(lot=lot, started_on=started_on, reference=reference.strip())
    _recorded(lot, "proceedings.started", at, actor, {"started_on": started_on.isoformat()}, "", "running")
    return row


@transaction.atomic
def end_proceedings(
    *, proceedings: Proceedings, ended_on: date, ruling: str, outcome: str, at: datetime, actor: User
) -> None:
    """A claim that was granted keeps holding the contract, see `clear_ruling`. Raises `Refused`."""
    Lot.objects.select_for_update(no_key=True).get(pk=proceedings.lot_id)
    proceedings.refresh_from_db()
    wrong = [
        (proceedings.ended_on is not None, _ENDED),
        (ended_on > sent_on(at), _FUTURE),
        (ended_on < proceedings.started_on, _BEFORE_START),
        (ruling not in Proceedings.Ruling.values, _NO_RULING),
        (not outcome.strip(), _NO_OUTCOME),
    ]
    _refuse(reason for applies, reason in wrong if applies)
    proceedings.ended_on, proceedings.outcome = ended_on, outcome.strip()
    proceedings.ruling, proceedings.ruled_at = ruling, at
    proceedings.save(update_fields=["ended_on", "outcome", "ruling", "ruled_at"])
    details = {"ended_on": ended_on.isoformat(), "ruling": ruling}
    _recorded(proceedings.lot, "proceedings.ended", at, actor, details, "running", ruling)


@transaction.atomic
def clear_ruling(*, proceedings: Proceedings, reason: str, at: datetime, actor: User) -> None:
    """A lawyer records why the contract may be concluded although the claim was granted. Raises `Refused`."""
    lot = proceedings.lot
    require_phase(lot, Phase.AWARD, Phase.STANDSTILL)
    proceedings.refresh_from_db()
    wrong = [
        (not _is_lawyer(actor, lot), _CLEARED_BY),
        (not proceedings.holds_the_contract, _NOT_AGAINST),
        (not reason.strip(), _NO_GROUND),
    ]
    _refuse(text for applies, text in wrong if applies)
    proceedings.cleared_at, proceedings.cleared_by = at, actor
    proceedings.cleared_because = reason.strip()
    proceedings.save(update_fields=["cleared_at", "cleared_by", "cleared_because"])
    details = {"reason": proceedings.cleared_because}
    _recorded(lot, "proceedings.cleared", at, actor, details, proceedings.ruling, "cleared")


@transaction.atomic
def waive_standstill(*, lot: Lot, ground: str, reason: str, at: datetime, actor: User) -> StandstillWaiver:
    """A lawyer records on which ground of art. 2.127 lid 4 this decision needs no standstill.

    Only before the letters: a term that they promise is kept. Raises `Refused`.
    """
    require_phase(lot, Phase.AWARD)
    decision = decision_of(lot)
    if decision is None:
        raise Refused([_NO_DECISION])
    shares = ground == StandstillWaiver.Ground.SOLE_BIDDER and lot.bids.count() > 1
    has_notice = ground == StandstillWaiver.Ground.NO_NOTICE and _has_notice(lot)
    wrong = [
        (not _is_lawyer(actor, lot), _LAWYER),
        (ground not in StandstillWaiver.Ground.values, _GROUND),
        (not reason.strip(), _NO_REASON),
        (shares, _NOT_SOLE),
        (has_notice, _NOTICE),
        (StandstillWaiver.objects.filter(decision=decision).exists(), _WAIVED),
    ]
    _refuse(text for applies, text in wrong if applies)
    row = StandstillWaiver.objects.create(
        decision=decision, ground=ground, reason=reason.strip(), at=at, made_by=actor
    )
    details = {"decision": str(decision.number), "ground": ground, "reason": row.reason}
    _recorded(lot, "standstill.waived", at, actor, details, "standstill", "waived")
    return row


def _has_notice(lot: Lot) -> bool:
    return lot.tender.procedure != Tender.Procedure.BELOW_THRESHOLD


def _is_lawyer(actor: User, lot: Lot) -> bool:
    return has_role(actor, lot.tender.organisation, Role.LAWYER) and not actor.is_superuser


def _refuse(reasons: Iterable[Text]) -> None:
    found = tuple(reasons)
    if found:
        raise Refused(found)


def _recorded(
    lot: Lot, action: str, at: datetime, actor: User, details: dict[str, str], before: str, after: str
) -> None:
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number}",
        details=details,
        before=before,
        after=after,
    )

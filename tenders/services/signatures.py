"""Who may sign for a step, and the first of two signatures for as long as the second may follow it."""

from datetime import datetime

from django.contrib.auth.models import User

from procurement.audit.attempts import record_attempt
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.access_resets import reason_against_both, reason_against_signing
from procurement.organisations.models import Organisation, Role
from tenders.models import FirstSignature, Lot, PhaseChange
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.procedure.transition import Scope, Transition


def may_take(actor: User, transition: Transition, organisation: Organisation) -> bool:
    """Who runs the site takes no step in a procedure."""
    roles = [Role(role.value) for role in transition.roles]
    return not actor.is_superuser and has_role(actor, organisation, *roles)


def reasons_against_signing(actor: User, first: FirstSignature | None, *, at: datetime) -> list[Text]:
    """Why `actor` cannot be one of the two people of a step, or not the other one beside `first`."""
    signer = first.made_by if first is not None else None
    both = reason_against_both(signer, actor, at=at) if signer is not None else None
    return [reason for reason in (reason_against_signing(actor, at=at), both) if reason is not None]


def record_refusal(lot: Lot, transition: Transition, *, at: datetime, actor: User) -> None:
    """Who tried a step of two people in vain stands in the log. After the refusal was rolled back."""
    record_attempt(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="procedure.refused",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"transition": transition.code},
    )


def waiting_signature(lot: Lot, transition: Transition, *, at: datetime) -> FirstSignature | None:
    """The first of two signatures, as long as the second may still follow it.

    Any step of the lot since spends it: what was signed for was another state. So does losing the role.
    """
    if transition.people == 1:
        return None
    changes = PhaseChange.objects.filter(lot=lot, at__lte=at)
    spent = changes.order_by("-number").values_list("at", flat=True).first()
    signatures = FirstSignature.objects.filter(
        transition=transition.code, at__gt=at - PEOPLE_WITHIN, at__lte=at, **_whose(lot, transition)
    )
    if spent is not None:
        signatures = signatures.filter(at__gt=spent)
    first = signatures.select_related("made_by").order_by("-pk").first()
    return first if first is not None and _may_still(first, lot, transition) else None


def _may_still(first: FirstSignature, lot: Lot, transition: Transition) -> bool:
    """Does who signed first still work here, in a role that signs for this?"""
    signer = first.made_by
    return signer is not None and signer.is_active and may_take(signer, transition, lot.tender.organisation)


def _whose(lot: Lot, transition: Transition) -> dict[str, int]:
    """A step of the whole tender may be signed from any of its lots."""
    return {"lot": lot.pk} if transition.scope is Scope.LOT else {"lot__tender": lot.tender_id}

"""Who may work on a clarification, and that there is one at a time."""

from django.contrib.auth.models import User

from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.models import Clarification, Tender
from tenders.procedure.phases import TITLES, Phase
from tenders.services.phases import Refused, phases_of

ONE_OPEN = Text(
    nl="Nota {number} staat nog open. Publiceer of verwerp haar eerst.",
    en="Clarification {number} is still open. Publish or discard it first.",
)
_CLOSED = Text(
    nl="Deze nota is al gepubliceerd of verworpen.",
    en="This clarification has been published or discarded already.",
)
_WRONG_PHASE = Text(
    nl="Een nota van inlichtingen kan alleen in de fase ‘{phase}’. Open eerst de vragenronde.",
    en="A clarification can only be made in the phase ‘{phase}’. Open the round of questions first.",
).format(phase=TITLES[Phase.CLARIFICATION])
_OFFICE = Text(
    nl="Alleen een inkoper of projectleider van deze organisatie werkt aan een nota.",
    en="Only a procurement officer or project lead of this organisation works on a clarification.",
)


def open_clarification(tender: Tender) -> Clarification | None:
    """The one that is being written, if any."""
    return tender.clarifications.filter(published_at=None, discarded_at=None).first()


def why_none_can_start(tender: Tender) -> Text | None:
    """What stands in the way of the next clarification, whoever asks."""
    opened = open_clarification(tender)
    if opened is not None:
        return ONE_OPEN.format(number=str(opened.number))
    return None if _asks(tender) else _WRONG_PHASE


def hold(tender: Tender) -> None:
    """One change at a time: of the clarifications of this tender, and of the rows they open."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)


def hold_open(clarification: Clarification) -> Clarification:
    """The row as it is now, held for this transaction. Raises `Refused` when it is closed."""
    hold(clarification.tender)
    row = Clarification.objects.select_related("tender__organisation").get(pk=clarification.pk)
    if not row.is_open:
        raise Refused([_CLOSED])
    return row


def hold_open_to(actor: User, clarification: Clarification) -> Clarification:
    """Held, to be worked on by this person in the round of questions. Raises `Refused`."""
    row = hold_open(clarification)
    require_office(row.tender, actor)
    require_clarification_phase(row.tender)
    return row


def require_clarification_phase(tender: Tender) -> None:
    """Every lot that still goes on is in the round of questions. Raises `Refused`."""
    if not _asks(tender):
        raise Refused([_WRONG_PHASE])


def _asks(tender: Tender) -> bool:
    phases = set(phases_of(list(tender.lots.all())).values()) - {Phase.STOPPED}
    return phases == {Phase.CLARIFICATION}


def require_office(tender: Tender, actor: User) -> None:
    """Raises `Refused`."""
    if actor.is_superuser or not has_role(actor, tender.organisation, Role.OFFICER, Role.PROJECT_LEAD):
        raise Refused([_OFFICE])

"""What every step of a proposal shares: holding its row, who and when, and the event."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from clauses.models import ClauseProposal
from procurement.audit.log import record


class ProposalRefused(Exception):
    """This step cannot be taken; the message says why and what to do."""


def held(proposal: ClauseProposal) -> ClauseProposal:
    """The row as it is now, held for this transaction."""
    return ClauseProposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)


def only_author(row: ClauseProposal, actor: User) -> None:
    if row.author_id != actor.pk:
        raise ProposalRefused(_("Alleen wie het voorstel schreef, verandert het of dient het in."))


def only_in(row: ClauseProposal, state: str) -> None:
    if row.state != state:
        now = row.get_state_display()
        raise ProposalRefused(
            _("Dit kan niet meer. De stand van het voorstel is: %(state)s.") % {"state": now}
        )


def move(row: ClauseProposal, state: str) -> str:
    """To the new state; gives the one before."""
    before = row.state
    row.state = state
    row.save(update_fields=["state", "submitted_at"])
    return before


def log_proposal(
    row: ClauseProposal,
    action: str,
    at: datetime,
    actor: User,
    details: Mapping[str, object],
    *,
    before: object = None,
    after: object = None,
) -> None:
    record(
        organisation=row.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=str(row),
        details=details,
        before=before,
        after=after,
    )

"""From the award decision to the draft of the contract, at the push of a button."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clauses.access import EDITORS
from procurement.organisations.access import has_role
from procurement.words import asked_language
from tenders.services.contract_start import NotAwarded, start_contract
from tenders.views.access import lot_or_404


@login_required
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """What was promised goes into the draft of this lot; without a decision the page says what to do."""
    lot = lot_or_404(request.user, pk)
    if not has_role(request.user, lot.tender.organisation, *EDITORS):
        raise PermissionDenied
    try:
        draft = start_contract(
            lot=lot,
            language=asked_language(request),
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except NotAwarded as refused:
        messages.error(request, str(refused))
        return redirect("tenders:documents", lot.tender_id)
    messages.success(request, _("De toezeggingen van de winnende inschrijving staan in het concept."))
    return redirect("clauses:fill_in", draft.pk)

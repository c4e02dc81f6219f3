"""The life-cycle cost of all bids as a workbook with live formulas."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from procurement.documents.properties import Properties
from procurement.words import readers_language
from procurement.workbook_files import asked_file, workbook_response
from tenders.lifecycle.cost.workbook import Compared, cost_workbook
from tenders.reports.files import file_name
from tenders.views.access import lot_or_404
from tenders.views.life_cycle.gathered import gathered
from tenders.views.unread_bids import refuse_if_sealed


@never_cache
@login_required
@require_safe
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """A 404 as long as the prices are sealed, and where no cost can be computed."""
    kind = asked_file(request)
    refuse_if_sealed(request, pk)
    lot = lot_or_404(request.user, pk)
    found = gathered(lot)
    plan = found.calculation.plan
    if plan is None or not found.costs:
        raise Http404
    made = cost_workbook(
        Compared(
            costs=list(found.costs.values()),
            titles={kind.code: kind.title for kind in plan.kinds},
            estimates=found.estimates,
            missing=found.without_cost,
        ),
        properties=Properties(
            author=lot.tender.organisation.name, subject=_("Levenscycluskosten"), created=timezone.now()
        ),
        language=readers_language(),
    )
    name = file_name(lot.tender.reference, f"levenscycluskosten-perceel-{lot.number}.xlsx")
    return workbook_response(made, name, kind)

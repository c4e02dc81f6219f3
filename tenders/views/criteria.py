"""The criteria editor of a lot: its tree, its award rule, and copying criteria into it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from procurement.words import readers_language
from tenders.catalogue.loading import catalogue
from tenders.forms.tree import TreeForm
from tenders.models import Lot
from tenders.services.requirements import add_requirement
from tenders.services.tree import TreeChanged, save_tree, tree_version
from tenders.views.access import lot_or_404, require_editor
from tenders.views.closed_tree import closed_rows
from tenders.views.copying import copy_from, copy_sources
from tenders.views.lot_page import lot_context, refuse_frozen, why_closed

_WHY_NOT_SAVED: dict[type[Exception], Promise] = {
    TreeChanged: gettext_lazy(
        "Niet opgeslagen: iemand anders heeft deze criteria intussen gewijzigd. Open de pagina opnieuw."
    ),
    ProtectedError: gettext_lazy(
        "Niet opgeslagen: bij een criterium dat u weghaalt, staan al waarden van inschrijvingen."
    ),
}


@login_required
@require_http_methods(["GET", "POST"])
def criteria_page(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    closed = why_closed(request.user, lot.tender)
    if request.method == "POST":
        refuse_frozen(closed)
        return _posted_tree(request, lot)
    if closed:
        return _show(request, lot, {"rows": closed_rows(_rows(lot)), "closed": closed})
    return _show_tree(request, lot, TreeForm.of_lot(lot))


def _posted_tree(request: HttpRequest, lot: Lot) -> HttpResponse:
    require_editor(request.user, lot.tender.organisation)
    tree = TreeForm.posted(lot, request.POST)
    action = request.POST.get("act", "")
    if action != "save":
        if tree.rest_has_no_place(action):
            messages.warning(
                request, _("Er is niets verdeeld: er is geen lege weging. Maak er eerst een leeg.")
            )
        return _show_tree(request, lot, tree.after(action), draft=True)
    if not tree.is_valid():
        messages.error(request, _("Niet opgeslagen. Herstel de velden met een rode rand en sla opnieuw op."))
        return _show_tree(request, lot, tree, draft=True, status=422)
    return _save(request, lot, tree)


def _save(request: HttpRequest, lot: Lot, tree: TreeForm) -> HttpResponse:
    seen, now = request.POST.get("seen", ""), timezone.now()
    try:
        save_tree(lot=lot, nodes=tree.values(), seen=seen, at=now, actor=request.user)  # type: ignore[arg-type]
    except (TreeChanged, ProtectedError) as refusal:
        messages.error(request, str(_WHY_NOT_SAVED[type(refusal)]))
        return _show_tree(request, lot, tree, draft=True, status=409)
    messages.success(request, _("De criteria zijn opgeslagen."))
    return redirect("tenders:criteria", pk=lot.pk)


def _show_tree(
    request: HttpRequest, lot: Lot, tree: TreeForm, *, draft: bool = False, status: int = 200
) -> HttpResponse:
    seen = request.POST.get("seen") or tree_version(lot)
    copying = copy_sources(request.user, lot)
    return _show(request, lot, {"tree": tree, "draft": draft, "seen": seen, "copying": copying}, status)


def _show(request: HttpRequest, lot: Lot, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {**lot_context(lot), **context}
    return render(request, "tenders/criteria.html", context, status=status)


def _rows(lot: Lot) -> Any:
    return lot.criteria.prefetch_related("levels")


@login_required
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Append criteria from a set, the catalogue or another lot, named like "set:…", "item:…", "lot:…"."""
    lot = lot_or_404(request.user, pk)
    require_editor(request.user, lot.tender.organisation)
    refuse_frozen(why_closed(request.user, lot.tender))
    source, language = request.POST.get("source", ""), readers_language()
    try:
        added = copy_from(request.user, lot, source, at=timezone.now(), language=language)
    except LookupError as unknown:
        raise BadRequest(str(unknown)) from unknown
    messages.success(request, _("Overgenomen: %(codes)s.") % {"codes": ", ".join(row.code for row in added)})
    return redirect(f"{reverse('tenders:criteria', args=[lot.pk])}#c{added[0].pk}")


@login_required
@require_POST
def copy_requirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Append a knock-out from the catalogue and open it, so that the officer can fit it to the lot."""
    lot = lot_or_404(request.user, pk)
    require_editor(request.user, lot.tender.organisation)
    refuse_frozen(why_closed(request.user, lot.tender))
    try:
        item = catalogue()[request.POST.get("item", "")]
        row = add_requirement(
            lot=lot,
            item=item,
            language=readers_language(),
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # login_required
        )
    except LookupError as unknown:
        raise BadRequest(str(unknown)) from unknown
    messages.success(request, _("Overgenomen: %(codes)s.") % {"codes": row.code})
    return redirect("admin:tenders_requirement_change", row.pk)

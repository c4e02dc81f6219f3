"""The page where an officer lays down what a lot calculates, and what each criterion takes from it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from procurement.words import words
from tenders.forms.life_cycle.figures import FiguresForm
from tenders.forms.life_cycle.plan import PlanForm
from tenders.lifecycle.plan import Plan, plan_from_data, problems_of_plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.reference import FIGURES
from tenders.lifecycle.working import as_decimal
from tenders.models import Criterion, Lot
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem
from tenders.services.check import problems_of_calculation
from tenders.services.life_cycle import plan_version, save_figures, save_plan, stored_plan
from tenders.services.offered import leaves_of
from tenders.services.phases import Refused
from tenders.services.tree import TreeChanged, tree_version
from tenders.views.access import lot_or_404, require_editor
from tenders.views.lot_page import lot_context, refuse_frozen, why_closed

COUNTED = (Criterion.Kind.PRICE, Criterion.Kind.QUANTITY)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_page(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    closed = why_closed(request.user, lot.tender)
    if request.method == "POST":
        refuse_frozen(closed)
        require_editor(request.user, lot.tender.organisation)
    page = PlanPage(request, lot)
    if request.method == "POST":
        return page.posted()
    if closed:
        page.close()
    return page.shown(closed=closed)


class PlanPage:
    """Two forms: the calculation, and what criteria take from it. The button says which was sent."""

    def __init__(self, request: HttpRequest, lot: Lot) -> None:
        self.request, self.lot, self.stored = request, lot, stored_plan(lot)
        self.leaves = [row for row in leaves_of(lot) if row.kind in COUNTED]
        self.kept = _readable(self.stored)
        act = request.POST.get("act") if request.method == "POST" else None
        self.takes_known = act == "known"
        self.plan = PlanForm(
            request.POST if act in ("plan", "known") else None, stored=self.stored, seen=plan_version(lot)
        )
        self.figures = FiguresForm(
            request.POST if act == "figures" else None,
            leaves=self.leaves,
            plan=self.kept,
            tree=tree_version(lot),
            prefix="take",
        )
        self.sent = {"plan": self.plan, "figures": self.figures}.get(act or "")

    def close(self) -> None:
        self.plan.close()
        self.figures.close()

    def posted(self) -> HttpResponse:
        if self.takes_known:
            self.plan = self.plan.with_known()
            return self.shown()
        if self.sent is None or not self.sent.is_valid():
            messages.error(
                self.request, _("Niet opgeslagen. Herstel de velden met een rode rand en sla opnieuw op.")
            )
            return self.shown(status=422)
        refused = self._saved()
        if refused:
            for reason in refused:
                self.sent.add_error(None, reason)
            return self.shown(status=409)
        messages.success(self.request, _("De berekening is opgeslagen."))
        return redirect("tenders:calculation", pk=self.lot.pk)

    def _saved(self) -> list[str]:
        """Why it was not; empty when it was."""
        who: dict[str, Any] = {"lot": self.lot, "at": timezone.now(), "actor": self.request.user}
        try:
            if self.sent is self.plan:
                given = self.plan.cleaned_data
                save_plan(plan=given["data"], seen=given["seen"], **who)
            else:
                save_figures(figures=self.figures.figures(), seen=self.figures.cleaned_data["tree"], **who)
        except Refused as refused:
            return [words(reason) for reason in refused.reasons]
        except TreeChanged:
            return [_("De criteria zijn intussen gewijzigd. Lees ze eerst opnieuw.")]
        return []

    def shown(self, *, closed: str = "", status: int = 200) -> HttpResponse:
        context = {
            **lot_context(self.lot),
            "form": self.plan,
            "figures": self.figures,
            "closed": closed,
            "needed": [words(problem.message) for problem in self._needed()],
            "has_plan": bool(self.stored),
            "is_empty": bool(closed) and not self.stored,
            "known": [(each, words(each.about), words(_exactly(each.value))) for each in FIGURES],
        }
        return render(self.request, "tenders/life_cycle_plan.html", context, status=status)

    def _needed(self) -> Iterable[Problem]:
        """What the check before publication would say of the calculation and of what criteria take."""
        if not self.stored:
            return ()
        try:
            return dict.fromkeys(problems_of_calculation(self.lot))
        except UnreadableTender:  # the criteria are not complete yet: the check of the lot says what lacks
            return dict.fromkeys(problems_of_plan(self.kept))


def _exactly(value: Quantity) -> Text:
    """With every decimal that the source gives."""
    places = -int(as_decimal(value).normalize().as_tuple().exponent)
    return value.label(max(0, places))


def _readable(stored: dict[str, Any]) -> Plan:
    return plan_from_data(stored) if stored else Plan()

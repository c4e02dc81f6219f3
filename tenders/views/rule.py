"""The award rule of a lot: method, points, rounding, ties and the rule for a price of zero."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.forms.rule import RuleForm, initial_rule
from tenders.models import Lot
from tenders.scoring.method import Verdict
from tenders.services.rule import save_rule
from tenders.views.access import lot_or_404, require_editor
from tenders.views.lot_page import lot_context, refuse_frozen, why_closed


@login_required
@require_http_methods(["GET", "POST"])
def rule_page(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    closed = why_closed(request.user, lot.tender)
    if request.method == "POST":
        refuse_frozen(closed)
        return _posted(request, lot)
    form = RuleForm(criteria=_criteria(lot), initial=initial_rule(lot))
    if closed:
        form.close()
    return _show(request, lot, form, closed=closed)


def _posted(request: HttpRequest, lot: Lot) -> HttpResponse:
    require_editor(request.user, lot.tender.organisation)
    form = RuleForm(criteria=_criteria(lot), data=request.POST)
    if request.POST.get("act") == "refresh":
        return _show(request, lot, RuleForm(criteria=_criteria(lot), initial=form.typed()))
    if not form.is_valid():
        messages.error(request, _("Niet opgeslagen. Herstel de velden met een rode rand en sla opnieuw op."))
        return _show(request, lot, form, status=422)
    save_rule(lot=lot, rule=form.values(), at=timezone.now(), actor=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De gunningsregels zijn opgeslagen."))
    return redirect("tenders:rule", pk=lot.pk)


def _criteria(lot: Lot) -> list[tuple[str, str]]:
    return [(row.code, str(row)) for row in lot.criteria.all()]


def _show(
    request: HttpRequest, lot: Lot, form: RuleForm, *, closed: str = "", status: int = 200
) -> HttpResponse:
    context = {**lot_context(lot), "form": form, "closed": closed, "award": _award_words(form)}
    return render(request, "tenders/rule.html", context, status=status)


def _award_words(form: RuleForm) -> dict[str, str]:
    award = form.award
    if award is None:
        return {}
    remark = "" if award.verdict == Verdict.ALLOWED else words(award.remark)
    return {"formula": award.formula, "words": words(award.words), "remark": remark}

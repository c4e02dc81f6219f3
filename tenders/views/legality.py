"""The panel of the legality check: what was found, where it is mended, and a lawyer's reasons."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from procurement.words import words
from tenders.forms.legal_reason import LegalReasonForm
from tenders.lint.rules import RULES
from tenders.lint.severity import Moment, Severity
from tenders.models import Tender
from tenders.scoring.files import UnreadableTender
from tenders.services.check import calculation_problems
from tenders.services.frozen import FrozenTender, is_frozen
from tenders.services.legal_reasons import give_reason, take_back_reason
from tenders.services.legal_rewrites import accept_rewrite
from tenders.services.phases import Refused
from tenders.stages import progress_of_one
from tenders.views.access import may_edit, reads_checklist, require_editor, tender_or_404
from tenders.views.documents import LANGUAGES
from tenders.views.findings import what_cannot_be_read
from tenders.views.legal_findings import Findings, OfRule, Shown, findings_now
from tenders.views.legal_links import question_url
from tenders.views.lot_page import refuse_frozen

LATER = tuple(OfRule(rule) for rule in RULES if rule.moment is not Moment.PUBLICATION)


class Gone(Exception):
    """What was asked about is not found any more: a text or an answer changed meanwhile."""


@login_required
@require_http_methods(["GET", "POST"])
def legality(request: HttpRequest, pk: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    return _posted(request, tender) if request.method == "POST" else _page(request, tender)


def _posted(request: HttpRequest, tender: Tender) -> HttpResponse:
    act = next((act for name, act in ACTS.items() if name in request.POST), None)
    if act is None:
        raise BadRequest
    refuse_frozen(_why_closed(tender))
    try:
        return act(request, tender)
    except (Gone, UnreadableTender):
        messages.error(
            request, _("Niet gewijzigd: dit punt is er niet meer. Hieronder staat wat de toets nu vindt.")
        )
    except FrozenTender as frozen:
        raise PermissionDenied(_why_closed(tender)) from frozen
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, words(reason))
    return _page(request, tender, status=409)


def _accept(request: HttpRequest, tender: Tender) -> HttpResponse:
    """For whoever may write this text on its own page, so also for who runs the site; it is in the log."""
    require_editor(request.user, tender.organisation)
    offer = request.POST["accept"]
    shown = _found(request, tender, lambda each: each.offer == offer != "")
    assert shown.rewrite is not None
    text = accept_rewrite(
        tender=tender,
        about=shown.about,
        new=shown.rewrite.new,
        at=timezone.now(),
        actor=_person(request),
    )
    messages.success(request, _("Overgenomen. De tekst is nu: %(text)s") % {"text": text})
    return redirect("tenders:legality", pk=tender.pk)


def _give_reason(request: HttpRequest, tender: Tender) -> HttpResponse:
    _require_lawyer(request, tender)
    key = request.POST["give_reason"]
    shown = _found(request, tender, lambda each: each.key == key and each.severity is Severity.MOTIVATE)
    form = LegalReasonForm(request.POST, finding=key)
    if not form.is_valid():
        messages.error(request, _("Niet opgeslagen. Schrijf bij het punt waarom deze afwijking mag."))
        return _page(request, tender, form=form, status=422)
    text = form.cleaned_data["text"]
    give_reason(tender=tender, about=shown.about, text=text, at=timezone.now(), actor=_person(request))
    messages.success(request, _("De motivering is vastgelegd. Zij komt in de stukken."))
    return redirect("tenders:legality", pk=tender.pk)


def _take_back(request: HttpRequest, tender: Tender) -> HttpResponse:
    _require_lawyer(request, tender)
    key = request.POST["take_back"]
    shown = _found(request, tender, lambda each: each.key == key)
    take_back_reason(tender=tender, about=shown.about, at=timezone.now(), actor=_person(request))
    messages.success(request, _("De motivering is teruggenomen. Dit punt wacht weer op een jurist."))
    return redirect("tenders:legality", pk=tender.pk)


Act = Callable[[HttpRequest, Tender], HttpResponse]
ACTS: Mapping[str, Act] = {"accept": _accept, "give_reason": _give_reason, "take_back": _take_back}


def _found(request: HttpRequest, tender: Tender, wanted: Callable[[Shown], bool]) -> Shown:
    """Raises `Gone`."""
    shown = next(filter(wanted, findings_now(tender, request.user).all), None)
    if shown is None:
        raise Gone
    return shown


def _page(
    request: HttpRequest, tender: Tender, *, form: LegalReasonForm | None = None, status: int = 200
) -> HttpResponse:
    closed = _why_closed(tender)
    context: dict[str, Any] = {
        "tender": tender,
        "closed": closed,
        "may_edit": may_edit(request.user, tender.organisation) and not closed,
        "may_reason": _is_lawyer(request, tender) and not closed,
        "later": LATER,
        "has_error": form is not None,
        "questions": question_url(tender.pk, "legal.contract"),
        "reads_checklist": reads_checklist(request.user, tender.organisation),
        "languages": LANGUAGES,
    }
    problems = None
    try:
        found = findings_now(tender, request.user)
        problems = len(calculation_problems(tender)) + len(found.report.open(Severity.BLOCKING))
    except UnreadableTender as unreadable:
        context["incomplete"] = what_cannot_be_read(tender, unreadable.problems)
    else:
        context |= {"found": found, "forms": _forms(found, form) if context["may_reason"] else {}}
    context["stepper"] = progress_of_one(tender, now=timezone.now(), problems=problems)
    return render(request, "tenders/legality.html", context, status=status)


def _forms(found: Findings, sent: LegalReasonForm | None) -> dict[str, LegalReasonForm]:
    """One for each finding that asks a reason; the one that was sent keeps what was typed."""
    asked = (each.key for each in found.all if each.severity is Severity.MOTIVATE)
    forms = {key: LegalReasonForm(finding=key) for key in asked}
    return forms | ({str(sent.prefix): sent} if sent is not None else {})


def _why_closed(tender: Tender) -> str:
    if not is_frozen(tender):
        return ""
    return _("Deze aanbesteding is gepubliceerd. Wat is getoetst en gemotiveerd, is bevroren.")


def _is_lawyer(request: HttpRequest, tender: Tender) -> bool:
    """Who runs the site gives no reasons."""
    return not request.user.is_superuser and has_role(request.user, tender.organisation, Role.LAWYER)


def _require_lawyer(request: HttpRequest, tender: Tender) -> None:
    if not _is_lawyer(request, tender):
        raise PermissionDenied(_("Alleen een jurist van deze organisatie legt een motivering vast."))


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user

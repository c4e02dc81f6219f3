"""An assessor takes the scores along as a workbook, and brings them back."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from procurement.language import Language
from procurement.returned_pages import ChangedSince, NotTakenOver, Returning, returned_page, sheet_key
from procurement.returned_sheets import Answers, Form, issued
from procurement.words import asked_language
from procurement.workbook_files import workbook_response
from tenders.models import Assessor
from tenders.procedure.phases import Phase
from tenders.services.assessment_sheet import (
    SheetIsStale,
    remarks_on,
    sheet_of,
    stored_answers,
    take_over_sheet,
)
from tenders.services.jury import Duty, duty_of
from tenders.services.phases import Refused, phase_of
from tenders.services.scoring_alone import FINAL, WrongEntry
from tenders.views.jury.access import assessor_or_404


@never_cache
@login_required
@require_safe
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """With what was scored so far, in the language of the reader."""
    duty = _duty(request, pk)
    if not duty.may_read:
        return redirect("tenders:jury_declaration", pk)
    if not duty.size:
        raise Http404
    form = sheet_of(duty, language=asked_language(request), at=timezone.now())
    workbook = issued(form, stored_answers(duty), sheet_key())
    return workbook_response(workbook, _name(duty.assessor), kind)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def worksheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a filled-in sheet, see what it changes, take it over."""
    duty = _duty(request, pk)
    if not duty.may_read:
        return redirect("tenders:jury_declaration", pk)
    assessor = duty.assessor
    returning = Returning(
        title=_("Werkblad inlezen"),
        back=reverse("tenders:panels"),
        make=partial(_sheet, duty),
        stored=lambda _form: stored_answers(duty),
        take_over=partial(_take_over, assessor),
        template="jury/worksheet.html",
        keeps_stored=True,
        remarks=remarks_on,
        closed=FINAL if assessor.ready_at else None,
        context={"assessor": assessor, "lot": assessor.lot, "size": duty.size},
    )
    return returned_page(request, returning)


def _duty(request: HttpRequest, pk: int) -> Duty:
    """404 outside the assessment, and for whose sheet it is not."""
    assessor = assessor_or_404(request.user, pk)
    if phase_of(assessor.lot) is not Phase.ASSESSMENT:
        raise Http404
    return duty_of(assessor)


def _sheet(duty: Duty, language: Language) -> Form:
    return sheet_of(duty, language=language, at=timezone.now())


def _take_over(assessor: Assessor, _form: Form, answers: Answers, before: Answers) -> None:
    try:
        take_over_sheet(assessor=assessor, answers=answers, before=before, at=timezone.now())
    except SheetIsStale:
        raise ChangedSince from None
    except WrongEntry as wrong:
        raise NotTakenOver(wrong.reasons, 422) from None
    except Refused as refused:
        raise NotTakenOver(refused.reasons, 409) from None


def _name(assessor: Assessor) -> str:
    """By tender, lot and letter; no name of anybody."""
    reference = slugify(assessor.lot.tender.reference) or str(assessor.lot_id)
    return f"{_('beoordelingsblad')}-{reference}-{assessor.lot.number}-{assessor.letter.lower()}.xlsx"

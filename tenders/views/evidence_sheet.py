"""The register of evidence goes out as a workbook to fill in, and comes back."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from procurement.language import Language, language_named
from procurement.organisations.models import Organisation
from procurement.returned_pages import ChangedSince, NotTakenOver, Returning, returned_page, sheet_key
from procurement.returned_sheets import Answers, Form, Problem, issued
from procurement.words import asked_language
from procurement.workbook_files import workbook_response
from tenders.services.evidence_sheet import (
    RegisterIsStale,
    register_sheet,
    stored_register,
    take_over_register,
)
from tenders.services.evidence_sheet_check import problems_of
from tenders.services.phases import Refused
from tenders.views.access import READERS, require_part
from tenders.views.award.page import person
from tenders.views.documents import LANGUAGES
from tenders.views.one_organisation import seat_of


@login_required
@require_safe
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    organisation, language = _organisation(request, pk), asked_language(request)
    form = register_sheet(organisation, language=language, at=timezone.now())
    workbook = issued(form, stored_register(organisation, language), sheet_key())
    with override(language):
        return workbook_response(workbook, _("bewijsmiddelen-invullen.xlsx"), kind)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def worksheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a filled-in sheet, see what it changes, take it over."""
    organisation = _organisation(request, pk)
    returning = Returning(
        title=_("Bewijsmiddelen inlezen"),
        back=f"{reverse('tenders:evidence_register')}?organisation={organisation.pk}",
        make=lambda language: register_sheet(organisation, language=language, at=timezone.now()),
        stored=lambda form: stored_register(organisation, _language(form)),
        check=partial(_check, organisation),
        take_over=partial(_take_over, organisation, person(request)),
        template="tenders/evidence_sheet.html",
        context={"organisation": organisation, "languages": LANGUAGES},
    )
    return returned_page(request, returning)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    """Whoever reads the register but does not keep it gets a 403."""
    organisation = seat_of(request.user, str(pk), *READERS).organisation
    require_part(request.user, organisation)
    return organisation


def _language(form: Form) -> Language:
    return language_named(form.identity.language)


def _check(organisation: Organisation, form: Form, answers: Answers) -> list[Problem]:
    stored = stored_register(organisation, _language(form))
    return problems_of(form, answers, stored, today=timezone.localdate())


def _take_over(
    organisation: Organisation, actor: User, form: Form, answers: Answers, before: Answers
) -> None:
    problems = _check(organisation, form, answers)
    if problems:
        raise NotTakenOver([each.text for each in problems], 422)
    try:
        take_over_register(
            organisation=organisation,
            language=_language(form),
            answers=answers,
            before=before,
            at=timezone.now(),
            actor=actor,
        )
    except RegisterIsStale:
        raise ChangedSince from None
    except Refused as refused:
        raise NotTakenOver(refused.reasons, 409) from None

"""The house style of an organisation: add a file, look at a sample, choose it, or go back to another."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clauses.access import HOUSE_STYLE_EDITORS, HOUSE_STYLE_READERS, house_styles_for
from clauses.forms.house_style import HouseStyleForm
from clauses.house_styles import chosen_version, style_of, taken_over
from clauses.models import HouseStyleVersion
from clauses.services.house_styles import HouseStyleRefused, add_house_style, choose_house_style
from clauses.views.seat import reader
from clauses.word_file import WORD
from procurement.documents.house_style.sample import sample
from procurement.documents.house_style.value import HouseStyle, UnusableHouseStyle
from procurement.documents.writers.docx import docx_bytes
from procurement.organisations.access import has_role, organisations_with_role
from procurement.organisations.models import Organisation
from procurement.words import readers_language, words

NONE = "geen"


@dataclass(frozen=True, slots=True)
class Look:
    """What one version brings; or `problems`, when this program cannot read it any more."""

    version: HouseStyleVersion
    style: HouseStyle | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def taken_over(self) -> list[str]:
        return list(taken_over(self.style)) if self.style else []

    @property
    def remarks(self) -> list[str]:
        return [words(each) for each in self.style.remarks] if self.style else []


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def house_style(request: HttpRequest, pk: int) -> HttpResponse:
    """`versie` asks for what another version than the newest brings."""
    organisation = _organisation(request, pk)
    if request.method != "POST":
        return _page(request, organisation, HouseStyleForm())
    _only_editors(request, organisation)
    form = HouseStyleForm(request.POST, request.FILES)
    added = _added(request, organisation, form) if form.is_valid() else None
    if added is None:
        return _page(request, organisation, form, status=422)
    messages.success(
        request,
        _("Versie %(number)s is bewaard. Bekijk het voorbeeld en kies daarna deze huisstijl.")
        % {"number": added.number},
    )
    return redirect(_address(organisation, added.number))


def _added(
    request: HttpRequest, organisation: Organisation, form: HouseStyleForm
) -> HouseStyleVersion | None:
    file = form.cleaned_data["file"]
    try:
        return add_house_style(
            organisation=organisation,
            content=file.read(),
            name=file.name or "",
            at=timezone.now(),
            actor=reader(request),
        )
    except UnusableHouseStyle as unusable:
        form.refuse(unusable)
    except HouseStyleRefused as refusal:
        form.add_error("file", str(refusal))
    return None


@login_required
@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """`version`: a number, or `geen` for the style of the program."""
    organisation = _organisation(request, pk)
    _only_editors(request, organisation)
    typed = request.POST.get("version", "")
    row = None if typed == NONE else _numbered(request, organisation, typed)
    if row is None and typed != NONE:
        messages.error(request, _("Kies een huisstijl."))
        return redirect(_address(organisation))
    try:
        choose_house_style(organisation=organisation, version=row, at=timezone.now(), actor=reader(request))
    except HouseStyleRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Contracten krijgen voortaan deze stijl. Wat definitief is, blijft zo."))
    return redirect(_address(organisation, row.number if row else None))


@login_required
@require_safe
def sample_file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A document with every kind of block, in this version."""
    organisation = _organisation(request, pk)
    row = get_object_or_404(house_styles_for(request.user), organisation=organisation, number=number)
    try:
        style = style_of(row.pk, row.digest)
    except UnusableHouseStyle:
        messages.error(request, _("Dit bestand is niet meer te lezen. Voeg het opnieuw toe."))
        return redirect(_address(organisation, number))
    language = readers_language()
    response = HttpResponse(docx_bytes(sample(language), style), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="voorbeeld-huisstijl-{number}.docx"'
    return response


def _page(
    request: HttpRequest, organisation: Organisation, form: HouseStyleForm, *, status: int = 200
) -> HttpResponse:
    rows = house_styles_for(request.user).filter(organisation=organisation)
    versions = list(rows.select_related("uploaded_by").defer("content").order_by("-number"))
    asked = request.GET.get("versie", "")
    shown = next((each for each in versions if str(each.number) == asked), None) or next(iter(versions), None)
    chosen = chosen_version(organisation.pk)
    context = {
        "title": _("Huisstijl"),
        "organisation": organisation,
        "form": form,
        "versions": versions,
        "chosen": chosen[0] if chosen else None,
        "look": _look(shown) if shown else None,
        "may_change": has_role(request.user, organisation, *HOUSE_STYLE_EDITORS),
        "none": NONE,
    }
    return render(request, "clauses/house_style.html", context, status=status)


def _look(row: HouseStyleVersion) -> Look:
    try:
        return Look(row, style_of(row.pk, row.digest))
    except UnusableHouseStyle as unusable:
        return Look(row, problems=[f"{each.place}: {words(each.text)}" for each in unusable.problems])


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    """Of another organisation the page does not exist."""
    return get_object_or_404(organisations_with_role(request.user, *HOUSE_STYLE_READERS), pk=pk)


def _only_editors(request: HttpRequest, organisation: Organisation) -> None:
    if not has_role(request.user, organisation, *HOUSE_STYLE_EDITORS):
        raise PermissionDenied


def _numbered(request: HttpRequest, organisation: Organisation, typed: str) -> HouseStyleVersion | None:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        return None
    rows = house_styles_for(request.user).filter(organisation=organisation, number=int(typed))
    return rows.defer("content").first()


def _address(organisation: Organisation, number: int | None = None) -> str:
    page = reverse("clauses:house_style", args=[organisation.pk])
    return page if number is None else f"{page}?versie={number}"

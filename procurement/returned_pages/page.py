"""The page: the file first, then what would change, then the button."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from procurement.incoming import Refused
from procurement.language import Text, language_named
from procurement.returned_pages.carrying import Carried, carried, language_of, opened
from procurement.returned_pages.forms import ReturnedSheetForm
from procurement.returned_pages.receiving import MakeForm, recognised
from procurement.returned_sheets import Answers, Form, Problem, WrongSheet, differences, kept_where_empty
from procurement.words import words

MOST_SHOWN = 50  # problems at a time; who repairs these sees the others


class NotTakenOver(Exception):
    """The answers cannot be stored; `reasons` say why, `status` is 409 (not now) or 422 (wrong)."""

    def __init__(self, reasons: Sequence[Text], status: int) -> None:
        super().__init__(*(reason.en for reason in reasons))
        self.reasons, self.status = tuple(reasons), status


class ChangedSince(Exception):
    """What is stored is no longer what the list of differences showed; nothing was taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """One sort of sheet on its page. `make` is the form as of now; `stored` what it would be filled in with.

    `take_over` gets the form, the new answers and those of before; it stores all or nothing in one
    transaction and raises `ChangedSince` when something else was stored in the meantime, or `NotTakenOver`.
    `closed` says why nothing can be taken over now, if so. `check` finds, for the list of differences
    already, what `take_over` would refuse. With `keeps_stored` an empty cell leaves what is stored.
    `remarks` stand beside the list and keep nothing out.
    """

    title: str
    back: str
    make: MakeForm
    stored: Callable[[Form], Answers]
    take_over: Callable[[Form, Answers, Answers], None]
    closed: Text | None = None
    template: str = "returned/page.html"
    check: Callable[[Form, Answers], Sequence[Problem]] = lambda _form, _answers: ()
    context: Mapping[str, object] = field(default_factory=dict)
    keeps_stored: bool = False
    remarks: Callable[[Form, Answers], Sequence[Problem]] = lambda _form, _answers: ()

    def meant(self, before: Answers, answers: Answers) -> Answers:
        """What would be stored of the answers in the file."""
        return kept_where_empty(before, answers) if self.keeps_stored else answers


def returned_page(request: HttpRequest, returning: Returning) -> HttpResponse:
    """GET shows the form, POST with a file the differences, POST with `waiting` takes them over."""
    if request.method != "POST":
        return _page(request, returning)
    if returning.closed:
        return _page(request, returning, status=409)
    if "waiting" in request.POST:
        return _taken_over(request, returning)
    upload = ReturnedSheetForm(request.POST, request.FILES)
    if not upload.is_valid():
        return _page(request, returning, upload=upload, status=422)
    file = upload.cleaned_data["file"]
    try:
        form, found = recognised(file.read(), file.name or "", returning.make)
        problems = found.problems or tuple(returning.check(form, found.answers))
        if not problems:
            return _compared(request, returning, form, found.answers)
    except (Refused, WrongSheet) as refused:
        upload.refuse(refused)
        return _page(request, returning, upload=upload, status=422)
    return _page(request, returning, upload=upload, problems=problems, status=422)


def _compared(
    request: HttpRequest,
    returning: Returning,
    form: Form,
    answers: Answers,
    *,
    reasons: Sequence[Text] = (),
    status: int = 200,
) -> HttpResponse:
    """The list of differences with what is stored now. Raises `WrongSheet` when it is too much for a page."""
    before = returning.stored(form)
    meant = returning.meant(before, answers)
    found = differences(before, meant, form.blanks)
    rows = [tuple(map(words, (each.title, each.place, each.old, each.new))) for each in found]
    waiting = carried(Carried(answers, before), form=form, user=request.user.pk or 0)
    context = {
        "is_compared": True,
        "differences": rows,
        "kept": len(differences(answers, meant, form.blanks)),
        "remarks": [(words(each.place), words(each.text)) for each in returning.remarks(form, answers)],
        "waiting": waiting,
        "reasons": [words(reason) for reason in reasons],
    }
    return _rendered(request, returning, context, status)


def _taken_over(request: HttpRequest, returning: Returning) -> HttpResponse:
    sealed = request.POST["waiting"]
    try:
        form = returning.make(language_named(language_of(sealed)))
        found = opened(sealed, form=form, user=request.user.pk or 0)
        if not differences(found.before, returning.meant(found.before, found.answers), form.blanks):
            return _compared(request, returning, form, found.answers)
        return _stored(request, returning, form, found)
    except WrongSheet as wrong:
        return _page(request, returning, reasons=[wrong.text], status=409)


def _stored(request: HttpRequest, returning: Returning, form: Form, found: Carried) -> HttpResponse:
    try:
        returning.take_over(form, returning.meant(found.before, found.answers), found.before)
    except ChangedSince:
        stored = returning.stored(form)
        if not differences(stored, returning.meant(stored, found.answers), form.blanks):
            messages.info(request, _("Het werkblad was al overgenomen."))
            return redirect(returning.back)
        return _compared(request, returning, form, found.answers, reasons=[_CHANGED], status=409)
    except NotTakenOver as refused:
        return _page(request, returning, reasons=refused.reasons, status=refused.status)
    messages.success(request, _("Het werkblad is overgenomen."))
    return redirect(returning.back)


_CHANGED = Text(
    nl="Intussen is er iets anders opgeslagen. Er is niets overgenomen. Kijk de lijst opnieuw na.",
    en="Something else was saved in the meantime. Nothing was taken over. Check the list again.",
)


def _page(
    request: HttpRequest,
    returning: Returning,
    *,
    upload: ReturnedSheetForm | None = None,
    problems: Sequence[Problem] = (),
    reasons: Sequence[Text] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "upload": upload or ReturnedSheetForm(),
        "problems": [(words(each.place), words(each.text)) for each in problems[:MOST_SHOWN]],
        "more": max(0, len(problems) - MOST_SHOWN),
        "reasons": [words(reason) for reason in reasons],
    }
    return _rendered(request, returning, context, status)


def _rendered(
    request: HttpRequest, returning: Returning, context: Mapping[str, object], status: int
) -> HttpResponse:
    closed = words(returning.closed) if returning.closed else ""
    everything = {
        "title": returning.title,
        "closed": closed,
        "back": returning.back,
        **returning.context,
        **context,
    }
    return render(request, returning.template, everything, status=status)

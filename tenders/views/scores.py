"""The offered values of a lot: all criteria × all bids, or one criterion × all bids.

Prices come out of the vault and scores from the assessors; here they can only be read.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from procurement.audit.attempts import mark_refusal
from procurement.language import Text
from procurement.words import words
from tenders.forms.scores import Cell, ScoreForm
from tenders.forms.values import value_shown
from tenders.models import Bid, Criterion, Lot
from tenders.procedure.phases import QUALITY
from tenders.scorecard.verified import Verified
from tenders.services.bids import Change, is_by_hand
from tenders.services.phases import Refused, why_not_in
from tenders.services.scores import CellKey, Conflict, StaleCells, save_scores, stored_cells
from tenders.stages import progress_of_one
from tenders.supplier_evidence import reference_day
from tenders.views.access import lot_or_404, require_part, takes_part
from tenders.views.grid import bids_of, cells_of, failed_bids, grid_of, leaves_of, tree_of
from tenders.views.proof import Proof, verified_cells
from tenders.views.readings import readings_of

SHOWN_CHANGES = 5  # in the message after saving; the log holds all of them


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about: a lot, and one criterion of it or all."""

    lot: Lot
    tree: Sequence[tuple[Criterion, int]]
    bids: Sequence[Bid]
    failed: Collection[int]  # the bids that are set aside: nothing is filled in for them
    only: Criterion | None

    @property
    def shown_tree(self) -> Sequence[tuple[Criterion, int]]:
        return self.tree if self.only is None else [(self.only, 0)]

    @property
    def closed(self) -> Text | None:
        """Why no value can be saved now."""
        return why_not_in(self.lot, *QUALITY)

    def form(self, request: HttpRequest) -> ScoreForm:
        cells = cells_of(by_hand(self.shown_tree), self.bids)
        data = request.POST if request.method == "POST" else None
        stored = stored_cells(self.lot)
        return ScoreForm(data, cells=cells, stored=stored, radios=self.only is not None, closed=self.failed)

    def verified(self, failed: Collection[int]) -> Mapping[CellKey, Verified]:
        day = reference_day(self.lot.tender)
        return verified_cells(by_hand(self.shown_tree), self.bids, day, failed)


def by_hand(tree: Sequence[tuple[Criterion, int]]) -> list[Criterion]:
    return [leaf for leaf in leaves_of(tree) if is_by_hand(leaf)]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    subject = _subject(request, pk)
    form = subject.form(request)
    if request.method != "POST":
        return _page(request, subject, form)
    assert isinstance(request.user, User)
    require_part(request.user, subject.lot.tender.organisation)
    if subject.closed:
        mark_refusal(request)
        return _page(request, subject, form, status=409)
    if "take" in request.POST:
        return _taken(request, subject, form)
    if not form.is_valid():
        return _page(request, subject, form, status=422)
    try:
        changes = save_scores(
            lot=subject.lot,
            entries=form.entries(),
            seen=form.cleaned_data["seen"],
            at=timezone.now(),
            actor=request.user,
        )
    except StaleCells as stale:
        form.take_over(stored_cells(subject.lot))
        return _page(request, subject, form, conflicts=stale.conflicts, status=409)
    except Refused as refusal:
        return _page(request, subject, form, refused=refusal.reasons, status=409)
    messages.success(request, _saved(changes))
    return redirect(request.get_full_path())


def _subject(request: HttpRequest, pk: int) -> Subject:
    lot = lot_or_404(request.user, pk)
    tree = tree_of(lot)
    code = request.GET.get("criterion")
    only = next((leaf for leaf in by_hand(tree) if leaf.code == code), None)
    if code and only is None:
        raise Http404
    return Subject(lot, tree, bids_of(lot), failed_bids(lot), only)


def _taken(request: HttpRequest, subject: Subject, form: ScoreForm) -> HttpResponse:
    """Put the value that the evidence proves in its cell on the page; the officer still saves."""
    cell = next((cell for cell in form.cells if cell.name == request.POST["take"]), None)
    verified = subject.verified(subject.failed).get(cell.key) if cell else None
    if cell is None or verified is None or verified.value is None:
        raise BadRequest("no proven value for this cell")
    proof = Proof(cell.criterion, verified, "")
    form.enter(cell, proof.to_enter, proof.draft)
    return _page(request, subject, form, taken=cell)


def _page(
    request: HttpRequest,
    subject: Subject,
    form: ScoreForm,
    *,
    conflicts: Sequence[Conflict] = (),
    taken: Cell | None = None,
    refused: Sequence[Text] = (),
    status: int = 200,
) -> HttpResponse:
    lot, failed, closed = subject.lot, subject.failed, subject.closed
    leaves = by_hand(subject.tree)
    readings = readings_of(lot, leaves_of(subject.shown_tree), subject.bids, form.stored, subject.failed)
    editor = takes_part(request.user, lot.tender.organisation)
    context = {
        "title": _("Aangeboden waarden: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "form": form,
        "grid": grid_of(form, subject.shown_tree, subject.bids, failed, subject.verified(failed), readings),
        "taken": taken,
        "only": subject.only,
        "has_criteria": bool(subject.tree),
        "neighbours": _neighbours(leaves, subject.only),
        "wrong": list(form.wrong_cells()) if form.is_bound else [],
        "conflicts": [_both(conflict) for conflict in conflicts],
        "refused": [words(reason) for reason in refused],
        "closed": words(closed) if closed else "",
        "may_write": editor and not closed,
        "may_edit": editor,
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    template = "tenders/scores_criterion.html" if subject.only else "tenders/scores.html"
    return render(request, template, context, status=status)


def _neighbours(leaves: Sequence[Criterion], only: Criterion | None) -> dict[str, Criterion | None]:
    """The criteria before and after the one on screen."""
    place = leaves.index(only) if only else 0
    return {
        "previous": leaves[place - 1] if place > 0 else None,
        "next": leaves[place + 1] if place + 1 < len(leaves) else None,
    }


def _both(conflict: Conflict) -> dict[str, str]:
    entry = conflict.entry
    return {
        "criterion": entry.criterion.title,
        "bid": str(entry.bid),
        "mine": value_shown(entry.value, entry.criterion),
        "my_motivation": entry.motivation,
        "stored": value_shown(conflict.stored_value, entry.criterion),
        "stored_motivation": conflict.stored_motivation,
    }


def _saved(changes: Sequence[Change]) -> str:
    """What was saved and how it was read, for the first few cells."""
    if not changes:
        return _("Er was niets veranderd. Alles staat zoals u het zag.")
    text = ngettext("%(count)s cel opgeslagen.", "%(count)s cellen opgeslagen.", len(changes))
    shown = "; ".join(_described(change) for change in changes[:SHOWN_CHANGES])
    rest = " …" if len(changes) > SHOWN_CHANGES else ""
    return f"{text % {'count': len(changes)}} {shown}{rest}"


def _described(change: Change) -> str:
    entry = change.entry
    value = value_shown(entry.value, entry.criterion)
    return f"{entry.criterion.title} – {entry.bid.code}: {value}"

"""What an assessor declares about each bidder. The one page of the panel with names, and without labels.

Fields are named by tokens of this page alone, so that a name here leads to no label elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.assessment.order import token_of
from tenders.models import Assessor, Bid, Declaration
from tenders.procedure.phases import Phase
from tenders.services.jury import admitted_bids
from tenders.services.phases import Refused, phase_of
from tenders.services.scoring_alone import DECLARING, Answer, WrongEntry, declare
from tenders.views.jury.access import assessor_or_404

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Bidder:
    key: int
    token: str
    name: str
    answer: str  # YES, NO, or nothing yet
    explanation: str
    is_declared: bool
    lacks_explanation: bool = False


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def declaration(request: HttpRequest, pk: int) -> HttpResponse:
    assessor = assessor_or_404(request.user, pk)
    if phase_of(assessor.lot) not in DECLARING:
        raise Http404
    bidders = _bidders(assessor, request.POST)
    if request.method != "POST":
        return _page(request, assessor, bidders)
    answers = {each.key: Answer(each.answer == YES, each.explanation) for each in bidders if each.answer}
    try:
        declare(assessor=assessor, answers=answers, at=timezone.now())
    except Refused as refused:
        status = 422 if isinstance(refused, WrongEntry) else 409
        return _page(request, assessor, bidders, refused=refused, status=status)
    if len(answers) < len(bidders):
        return _page(request, assessor, _bidders(assessor, request.POST), status=422)
    messages.success(request, _("Uw verklaring is vastgelegd."))
    return redirect("tenders:panels")


def _bidders(assessor: Assessor, typed: Mapping[str, str]) -> list[Bidder]:
    """In alphabetical order; what was typed goes before what was declared."""
    keys = [bid.pk for bid in admitted_bids(assessor.lot)]
    rows = Bid.objects.filter(pk__in=keys).values_list("pk", "supplier__name")
    newest = {row.bid_id: row for row in Declaration.objects.filter(assessor=assessor).order_by("pk")}
    ordered = sorted(rows, key=lambda row: (row[1].casefold(), row[0]))
    return [_bidder(assessor, key, name, newest.get(key), typed) for key, name in ordered]


def _bidder(
    assessor: Assessor, key: int, name: str, declared: Declaration | None, typed: Mapping[str, str]
) -> Bidder:
    token = token_of(assessor.seed, key, "declaration")
    answer = typed.get(f"conflict-{token}", _declared_answer(declared))
    explanation = typed.get(f"explanation-{token}", declared.reason if declared else "")
    return Bidder(
        key=key,
        token=token,
        name=name,
        answer=answer if answer in (YES, NO) else "",
        explanation=explanation,
        is_declared=declared is not None,
        lacks_explanation=bool(typed) and answer == YES and not explanation.strip(),
    )


def _declared_answer(declared: Declaration | None) -> str:
    if declared is None:
        return ""
    return YES if declared.has_conflict else NO


def _page(
    request: HttpRequest,
    assessor: Assessor,
    bidders: list[Bidder],
    *,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": _("Verklaring over belangen"),
        "assessor": assessor,
        "lot": assessor.lot,
        "bidders": bidders,
        "open": [each for each in bidders if not each.answer],
        "is_sent": request.method == "POST",
        "reasons": [words(reason) for reason in refused.reasons] if refused else [],
        "is_late": phase_of(assessor.lot) is Phase.CONSENSUS,
    }
    return render(request, "jury/declaration.html", context, status=status)

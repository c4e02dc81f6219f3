"""What is touched if an article changes: the clause texts that rest on it, and the contracts with them."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from clauses.uses import touched_by
from clauses.views.seat import seat_of
from procurement.citations import CITATIONS
from procurement.words import words


@login_required
@require_safe
def article(request: HttpRequest, citation: str) -> HttpResponse:
    seat = seat_of(request)
    if citation not in CITATIONS:
        raise Http404
    source = CITATIONS[citation]
    context = {
        "title": words(source.label),
        "citation": source,
        "stated": words(source.stated),
        "seat": seat,
        "organisation": seat.organisation,
        "touched": touched_by(citation, seat.organisation, today=timezone.localdate()),
    }
    return render(request, "clauses/article.html", context)

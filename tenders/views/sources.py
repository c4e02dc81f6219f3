"""Every law, ruling, standard and guide that anything in the program refers to, with its code."""

from datetime import date
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from procurement.citations import CITATIONS
from procurement.law import Article, Citation
from procurement.words import readers_language


class Shown(NamedTuple):
    """A source in the language of the reader."""

    code: str
    stated: str
    about: str
    valid_from: date | None  # of an article
    valid_until: date | None
    review_by: date | None  # of guidance


@login_required
@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    language = readers_language()
    words = request.GET.get("words", "")
    shown = [found for citation in CITATIONS if _fits(found := _shown(citation, language), words)]
    return render(
        request, "tenders/sources.html", {"sources": shown, "total": len(CITATIONS), "words": words}
    )


def _shown(citation: Citation, language: str) -> Shown:
    stated, about = citation.stated.to(language), citation.about.to(language)
    if isinstance(citation, Article):
        return Shown(citation.code, stated, about, citation.valid_from, citation.valid_until, None)
    return Shown(citation.code, stated, about, None, None, citation.review_by)


def _fits(source: Shown, words: str) -> bool:
    text = f"{source.code} {source.stated} {source.about}".casefold()
    return all(word in text for word in words.casefold().split())

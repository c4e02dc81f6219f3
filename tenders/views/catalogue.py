"""The catalogue of sustainability criteria: browse, filter, read, and take over into a lot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from procurement.citations import CITATIONS
from procurement.organisations.access import organisations_with_role
from procurement.words import readers_language
from tenders.catalogue.ambition import AMBITION_SCALES
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import CatalogueItem, ItemKind
from tenders.forms.catalogue import CatalogueFilter
from tenders.models import Lot
from tenders.services.requirements import KINDS
from tenders.views.access import EDITORS, lots_for


@dataclass(frozen=True, slots=True)
class Shown:
    """An item in the language of the reader."""

    item: CatalogueItem
    language: str
    today: date
    ambition: str

    @property
    def texts(self) -> list[tuple[str, str]]:
        item = self.item
        pairs = [
            (_("Wat u vraagt"), item.text),
            (_("Bewijs"), item.proof),
            (_("Controle"), item.verification),
            (_("Verband met het voorwerp"), item.link),
        ]
        return [(label, text.to(self.language)) for label, text in pairs]

    @property
    def title(self) -> str:
        return self.item.title.to(self.language)

    @property
    def unit(self) -> str:
        return self.item.unit.to(self.language) if self.item.unit else ""

    @property
    def threshold(self) -> str:
        return self.item.threshold.note.to(self.language)

    @property
    def basis(self) -> list[str]:
        return [_cited(code, self.language) for code in self.item.basis]

    @property
    def sources(self) -> list[str]:
        return [_cited(code, self.language) for code in self.item.source]

    @property
    def overdue(self) -> bool:
        return self.item.review_by < self.today

    @property
    def is_award(self) -> bool:
        return self.item.kind == ItemKind.AWARD

    @property
    def is_knock_out(self) -> bool:
        return self.item.kind in KINDS


def _cited(code: str, language: str) -> str:
    return CITATIONS[code].stated.to(language)


@login_required
@require_GET
def catalogue_page(request: HttpRequest) -> HttpResponse:
    form = CatalogueFilter(request.GET)
    chosen: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    context = {
        "form": form,
        "items": _shown(chosen),
        "total": len(catalogue()),
        "lots": _open_lots(request),
        "into": request.GET.get("lot", ""),
    }
    return render(request, "tenders/catalogue.html", context)


def _shown(chosen: dict[str, Any]) -> list[Shown]:
    language = readers_language()
    today = timezone.localdate()
    scale = AMBITION_SCALES["mvi"]
    return [
        Shown(item, language, today, scale.name(item.ambition).to(language))
        for item in catalogue()
        if _fits(item, chosen, language)
    ]


def _fits(item: CatalogueItem, chosen: dict[str, Any], language: str) -> bool:
    facets = {"kind": item.kind, "group": item.group, "theme": item.theme, "ambition": str(item.ambition)}
    words = str(chosen.get("words", "")).casefold().split()
    text = f"{item.code} {item.title.to(language)} {item.text.to(language)}".casefold()
    same = all(not chosen.get(name) or chosen[name] == value for name, value in facets.items())
    return same and all(word in text for word in words)


def _open_lots(request: HttpRequest) -> Sequence[Lot]:
    """Lots whose criteria this user may still change."""
    mine = organisations_with_role(request.user, *EDITORS)
    rows = lots_for(request.user).filter(tender__organisation__in=mine, tender__publications=None)
    return list(rows.order_by("-tender", "number")[:50])

"""The law that changes by date: what changes when, and which tenders and clauses that touches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clauses.models import ClauseVersion
from procurement.citations import CITATIONS
from procurement.language import Text
from procurement.law import Citation
from procurement.organisations.access import organisations_of
from tenders.forms.law import LawPeriod
from tenders.lint.law import DATED, TOUCHES, Fact
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.models import Tender
from tenders.services.law_changes import LawChange, law_changes
from tenders.views.access import tenders_for


@dataclass(frozen=True, slots=True)
class ShownTender:
    tender: Tender
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in the order in which the page tells it."""

    change: LawChange

    @property
    def kind(self) -> str:
        before, after = self.change.shift.before, self.change.shift.after
        return _("wijzigt") if before and after else _("gaat gelden") if after else _("vervalt")

    @property
    def rules(self) -> list[Rule]:
        return [RULES[code] for code in self.change.shift.reach.rules]

    @property
    def tenders(self) -> list[ShownTender]:
        return [
            ShownTender(each.tender, tuple(TOUCHES[touch] for touch in each.touches))
            for each in self.change.tenders
        ]

    @property
    def clauses(self) -> Iterator[tuple[ClauseVersion, list[Citation]]]:
        for each in self.change.clauses:
            yield each.version, [CITATIONS[code] for code in each.cites]


@dataclass(frozen=True, slots=True)
class ShownFact:
    fact: Fact
    today: date

    @property
    def overdue(self) -> bool:
        return self.fact.review_by < self.today

    @property
    def standing(self) -> str:
        if self.fact.holds_on(self.today):
            return _("geldt nu")
        return _("komt nog") if self.today < self.fact.valid_from else _("vervallen")


@login_required
@require_safe
def law(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    form = LawPeriod(request.GET or None, today=today)
    period = form.usual if not form.is_bound else form.cleaned_data if form.is_valid() else None
    context = {
        "form": form,
        "period": period,
        "changes": _changes(request, period, today) if period else [],
        "facts": [
            ShownFact(each, today) for each in sorted(DATED, key=lambda each: (each.code, each.valid_from))
        ],
        "today": today,
    }
    return render(request, "tenders/law.html", context, status=200 if period else 422)


def _changes(request: HttpRequest, period: dict[str, date], today: date) -> list[ShownChange]:
    """From the first day of the period on: what changes on that day counts as well."""
    found = law_changes(
        tenders=tenders_for(request.user),
        organisations=organisations_of(request.user),
        earlier=period["since"] - timedelta(days=1),
        later=period["until"],
        today=today,
    )
    return [ShownChange(each) for each in found]

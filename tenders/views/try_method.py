"""Trying out a scoring method before a tender uses it; a refused method says why."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.numbers import in_both
from procurement.words import words
from tenders import trial
from tenders.charts.curve import Axis, Mark, Point, curve
from tenders.charts.svg import Svg
from tenders.forms.try_method import TryForm, example, fixed_shares, states_level, takes_numbers
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.numbers import percent_of
from tenders.scoring.stated import YES_NO_SHARES

HUNDRED = Decimal(100)


@login_required
@require_safe
def try_method(request: HttpRequest) -> HttpResponse:
    method = _chosen(request.GET.get("method", ""))
    context: dict[str, Any] = {
        "title": _("Methode uitproberen"),
        "groups": _groups(),
        "method": method,
    }
    if method is not None and method.verdict is not Verdict.REFUSED:
        context |= _outcome(request, method)
    return render(request, "tenders/try_method.html", context)


def _chosen(code: str) -> ScoringMethod | None:
    if not code:
        return None
    if code not in METHODS:
        raise Http404
    return METHODS[code]


def _groups() -> list[tuple[str, list[ScoringMethod]]]:
    titles = (
        (Verdict.ALLOWED, _("Te gebruiken")),
        (Verdict.WARNED, _("Te gebruiken, met een waarschuwing")),
        (Verdict.REFUSED, _("Geweigerd")),
    )
    return [(title, [method for method in METHODS if method.verdict is verdict]) for verdict, title in titles]


def _outcome(request: HttpRequest, method: ScoringMethod) -> dict[str, Any]:
    asked = "points" in request.GET
    form = TryForm(request.GET if asked else example(method), method=method)
    outcome: dict[str, Any] = {"form": form, "is_example": not asked}
    if not form.is_valid():
        return outcome
    criterion, points = form.criterion(), form.cleaned_data["points"]
    if not takes_numbers(method):
        return outcome | {"levels": _levels(method, criterion, points)}
    values = form.cleaned_data["values"]
    found = trial.problems(method, criterion, values)
    if found:
        return outcome | {"problems": found}
    tried = trial.tried(method, criterion, values, points)
    drawing = _curve(tried, criterion, stepped=method.code in STEPPED)
    return outcome | {"trial": tried, "formula": method.formula_for(criterion), "curve": drawing}


STEPPED = ("step-table", "rank-ladder")  # their share jumps; a slope between two samples would be untrue


def _levels(method: ScoringMethod, criterion: Criterion, points: Decimal) -> list[dict[str, object]]:
    if states_level(method):
        named = [(level.title, level.share) for level in criterion.levels]
    else:
        found = fixed_shares(method) or YES_NO_SHARES
        named = [(_words(code), share) for code, share in found.items()]
    return [
        {"title": title, "share": share * HUNDRED, "points": percent_of(share * HUNDRED, points)}
        for title, share in named
    ]


def _words(code: str) -> str:
    return {
        "label": _("Keurmerk"),
        "equivalent": _("Gelijkwaardig bewijs"),
        "none": _("Geen bewijs"),
        "yes": _("Ja"),
        "no": _("Nee"),
    }[code]


def _curve(tried: trial.Trial, criterion: Criterion, *, stepped: bool) -> Svg:
    xs = [sample.value for sample in tried.samples]
    ys = [sample.share * HUNDRED for sample in tried.samples]
    low, high = min(Decimal(0), *ys), max(HUNDRED, *ys)
    what = _("Prijs") if criterion.kind is Kind.PRICE else _("Waarde")
    return curve(
        name="method",
        title=_("Deel van de punten per waarde"),
        description=_described(tried.rows),
        line=[Point(x, y) for x, y in zip(xs, ys, strict=True)],
        marks=[Mark(row.value, row.share * HUNDRED, row.letter) for row in tried.rows],
        x=Axis(what, xs[0], xs[-1], _shown(xs[0]), _shown(xs[-1])),
        y=Axis(_("Deel van de punten (%)"), low, high, f"{_shown(low)}%", f"{_shown(high)}%"),
        stepped=stepped,
    )


def _described(rows: Sequence[trial.Tried]) -> str:
    return "; ".join(
        _("%(letter)s: waarde %(value)s krijgt %(share)s%%")
        % {"letter": row.letter, "value": _shown(row.value), "share": _shown(row.share * HUNDRED)}
        for row in rows
    )


def _shown(value: Decimal) -> str:
    places = 0 if value == value.to_integral_value() else 2
    return words(in_both(value, places))

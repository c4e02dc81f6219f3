"""A table of product footprints to look at: what was read, what was not, and what its maintainers say."""

from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from procurement.numbers import in_both
from procurement.words import readers_language
from tenders.forms.life_cycle.product_table import ProductTableForm
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.table.column import Column
from tenders.lifecycle.table.product_row import ProductRow, ProductTable
from tenders.views.access import lot_or_404
from tenders.views.lot_page import lot_context

MOST_SHOWN = 500  # rows, and as many problems: more makes a page that nobody reads
PLACES = 1


class Line(NamedTuple):
    """As shown; a dash where the table says nothing. `axes` in kg CO2e per device, in the order of `Axis`."""

    row: ProductRow
    total: Text
    axes: tuple[Text, ...]
    energy: Text
    lifetime: Text
    reported: str
    source: str


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def product_table(request: HttpRequest, pk: int) -> HttpResponse:
    """The file is read and kept nowhere; nothing of it reaches a bid."""
    lot = lot_or_404(request.user, pk)
    is_posted = request.method == "POST"
    form = ProductTableForm(request.POST, request.FILES) if is_posted else ProductTableForm()
    found = form.cleaned_data["file"] if is_posted and form.is_valid() else None
    context = lot_context(lot) | {"form": form} | (_read(found) if found is not None else {})
    status = 422 if is_posted and found is None else 200
    return render(request, "tenders/product_table.html", context, status=status)


def _read(table: ProductTable) -> dict[str, Any]:
    language = readers_language()
    return {
        "table": table,
        "axes": [axis.label for axis in Axis],
        "lines": [_line(row) for row in table.rows[:MOST_SHOWN]],
        "problems": [problem.to(language) for problem in table.problems[:MOST_SHOWN]],
        "most": MOST_SHOWN,
    }


def _line(row: ProductRow) -> Line:
    return Line(
        row=row,
        total=_shown(row.total),
        axes=tuple(_shown(row.on(axis)) for axis in Axis),
        energy=_shown(row.amounts.get(Column.ENERGY)),
        lifetime=_shown(row.amounts.get(Column.LIFETIME)),
        reported=row.texts.get(Column.REPORTED, "–"),
        source=row.texts.get(Column.SOURCE, "–"),
    )


def _shown(amount: Quantity | None) -> Text:
    return Text(nl="–", en="–") if amount is None else in_both(amount.rounded(PLACES), PLACES)

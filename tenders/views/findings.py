"""The problems of a lot or a tender as the officer reads them: which lot, which criterion, what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.words import words
from tenders.forms.outline import Entry, Outline
from tenders.lint.asking import question_of
from tenders.lint.questions import topic_of
from tenders.models import Criterion, Lot, Tender
from tenders.scoring.check import lot_publication_problems
from tenders.scoring.check.tree import tree_problems
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem
from tenders.snapshots import lot_snapshot, tree_snapshot
from tenders.views.legal_links import question_url

STEP = re.compile(r"(?:criteria|children)\[(\d+)\]")

# How the screen calls each part of the award rule; the first that fits the place is used.
RULE_FIELDS = (
    ("method", gettext_lazy("Gunningsmethode")),
    ("parameters", gettext_lazy("Gunningsmethode")),
    ("points", gettext_lazy("Punten voor 100%")),
    ("rounding.at", gettext_lazy("Afronden")),
    ("rounding", gettext_lazy("Decimalen bij afronding")),
    ("ties", gettext_lazy("Volgorde bij gelijke stand")),
    ("zero_price", gettext_lazy("Prijs van 0")),
    ("combination", gettext_lazy("Scores van beoordelaars samenvoegen")),
    ("falling_away", gettext_lazy("Als een inschrijving vervalt")),
    ("", gettext_lazy("Gunningsregels")),
)


@dataclass(frozen=True, slots=True)
class Finding:
    where: str  # "Perceel 1 › D1 CO2-voetafdruk"
    message: str
    url: str


def findings_of(lot: Lot) -> list[Finding]:
    """Everything that stands in the way of publishing this lot."""
    rows = list(lot.criteria.all())
    places = _places(rows)
    return [_finding(lot, problem, places) for problem in _problems(lot)]


def findings_of_tender(tender: Tender) -> list[Finding]:
    lots = tender.lots.order_by("number").prefetch_related("criteria")
    return [finding for lot in lots for finding in findings_of(lot)]


def what_cannot_be_read(tender: Tender, problems: Iterable[Problem]) -> list[Finding]:
    """What must be completed before the check can read the tender; `problems` says it of the whole."""
    elsewhere = (problem for problem in problems if not problem.place.startswith("lots["))
    return [*findings_of_tender(tender), *(_outside_the_lots(tender, problem) for problem in elsewhere)]


def _outside_the_lots(tender: Tender, problem: Problem) -> Finding:
    message = words(problem.message)
    if not problem.place.startswith("legal."):
        return Finding(_("Opzet"), message, reverse("admin:tenders_tender_change", args=[tender.pk]))
    where = words(question_of(f"legal.{topic_of(problem.place)}"))
    return Finding(f"{_('Juridische vragen')} › {where}", message, question_url(tender.pk, problem.place))


def _problems(lot: Lot) -> Iterable[Problem]:
    try:
        return lot_publication_problems(lot_snapshot(lot, with_bids=False).lots[0])
    except UnreadableTender as unreadable:
        return (*unreadable.problems, *_problems_of_the_tree(lot))


def _problems_of_the_tree(lot: Lot) -> Iterable[Problem]:
    """The weights are told of at once, not only after the award rule is complete."""
    try:
        return tree_problems(tree_snapshot(lot))
    except UnreadableTender:
        return ()


def _places(rows: list[Criterion]) -> dict[tuple[int, ...], Criterion]:
    """The criterion at each path of indexes: (2, 0) is the first under the third."""
    by_key = {f"c{row.pk}": row for row in rows}
    outline = Outline.of(Entry(f"c{row.pk}", f"c{row.parent_id}" if row.parent_id else "") for row in rows)
    places: dict[tuple[int, ...], Criterion] = {}

    def visit(parent: str, path: tuple[int, ...]) -> None:
        for place, key in enumerate(outline.children(parent)):
            places[(*path, place)] = by_key[key]
            visit(key, (*path, place))

    visit("", ())
    return places


def _finding(lot: Lot, problem: Problem, places: dict[tuple[int, ...], Criterion]) -> Finding:
    row = places.get(tuple(int(place) for place in STEP.findall(problem.place)))
    message = words(problem.message)
    number = _("Perceel %(number)s") % {"number": lot.number}
    if row is not None:
        return Finding(
            f"{number} › {row}", message, f"{reverse('tenders:criteria', args=[lot.pk])}#c{row.pk}"
        )
    field = next((name for part, name in RULE_FIELDS if f"award.{part}" in problem.place), None)
    if field is None:
        return Finding(number, message, reverse("tenders:criteria", args=[lot.pk]))
    return Finding(f"{number} › {field}", message, reverse("tenders:rule", args=[lot.pk]))

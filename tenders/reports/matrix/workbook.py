"""The whole scoring workbook from one edition and the assessments of its lots."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from procurement.documents.workbook import Name, Sheet, Workbook
from procurement.language import Text
from tenders.reports.award.stamp import stamp_of
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.comparison import comparison_sheet
from tenders.reports.matrix.criteria import Lookups, criteria_sheet
from tenders.reports.matrix.guide import guide_sheet
from tenders.reports.matrix.inputs import input_sheet
from tenders.reports.matrix.names import LotSheets, lots_in
from tenders.reports.matrix.scores import scores_sheet
from tenders.reports.matrix.totals import totals_sheet
from tenders.reports.matrix.what_if import what_if_sheet
from tenders.reports.wording import Wording
from tenders.scoring.model import Tender
from tenders.scoring.result import LotResult

TITLE = Text(nl="Beoordeling", en="Assessment")


def scoring_workbook(
    edition: Edition,
    assessments: Sequence[Assessment],
    annexes: Sequence[Sheet] = (),
    tried: Mapping[str, LotResult] = MappingProxyType({}),
) -> Workbook:
    """`annexes` are sheets that stand behind those of the lots: suppliers, clauses.

    `tried`: by lot code, the same lot and bids under the weights that the what-if sheet shows when it is
    opened; without them those are the published weights.
    """
    say = Wording(edition.language)
    assessed = {each.lot.code: each for each in assessments}
    published, lookups, names = criteria_sheet(_as_assessed(edition.tender, assessed), say)
    found = dict(zip((lot.code for lot in edition.tender.lots), lookups, strict=True))
    parts = [(titles, each, found[each.lot.code]) for titles, each in lots_in(edition, assessments, say)]
    lot_sheets, lot_names = _lots(parts, tried, say)
    others = (published.title, *(sheet.title for sheet in annexes))
    guide = guide_sheet(edition, [(titles, each) for titles, each, _lookups in parts], others, say)
    return Workbook(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp_of(edition, assessments)),
        sheets=(guide, published, *lot_sheets, *annexes),
        names=(*names, *lot_names),
    )


def weight_places(edition: Edition, assessments: Sequence[Assessment]) -> dict[tuple[str, str], str]:
    """By sheet and cell ("G12"), what the published weight in that cell is of."""
    say, assessed = Wording(edition.language), {each.lot.code: each for each in assessments}
    tender = _as_assessed(edition.tender, assessed)
    sheet, lookups, _names = criteria_sheet(tender, say)
    return {
        (
            sheet.title,
            found.weights[node.code].rpartition("!")[2].replace("$", ""),
        ): f"{node.code} {node.title}"
        for lot, found in zip(tender.lots, lookups, strict=True)
        for node in lot.nodes()
    }


def _as_assessed(tender: Tender, assessed: dict[str, Assessment]) -> Tender:
    """Each lot as it was when it was assessed."""
    lots = tuple(assessed[lot.code].lot if lot.code in assessed else lot for lot in tender.lots)
    return replace(tender, lots=lots)


def _lots(
    parts: Sequence[tuple[LotSheets, Assessment, Lookups]], tried: Mapping[str, LotResult], say: Wording
) -> tuple[list[Sheet], list[Name]]:
    sheets: list[Sheet] = []
    names: list[Name] = []
    for titles, each, lookups in parts:
        totals, outcome = totals_sheet(each.lot, each.result, titles, lookups, say)
        trial = tried.get(each.lot.code, each.result)
        what_if, trial_names = what_if_sheet(each.result, trial, outcome, lookups, say)
        comparison, compared = comparison_sheet(each.result, outcome, say)
        sheets += [
            input_sheet(each.lot, each.result, titles, lookups, say),
            scores_sheet(each.lot, each.result, titles, lookups, say),
            totals,
            comparison,
            what_if,
        ]
        names += [*outcome.named(), *trial_names, compared]
    return sheets, names

"""What bids state once for the whole lot, on the page of all bids and on that of one."""

from procurement.language import Language
from tenders.lifecycle.sheet.circularity import CircularitySheet, circularity_sheet, circularity_table
from tenders.lifecycle.sheet.data_centre import DATA_CENTRE, data_centre_sheet
from tenders.lifecycle.sheet.ladder import ladder_table
from tenders.lifecycle.sheet.part import PartSheet, side_by_side
from tenders.lifecycle.sheet.software import SOFTWARE, software_sheet
from tenders.lifecycle.sheet.table import ChartTable
from tenders.views.life_cycle.gathered import Gathered, Promised


def tables_of(found: Gathered, say: Language) -> list[ChartTable]:
    """All bids side by side, a table for each part of the calculation that some bid has figures for."""
    software = [software_sheet(each) for each in found.software.values()]
    centres = [data_centre_sheet(code, each) for code, each in found.data_centres.items()]
    tables = (
        circularity_table([circularity_of(each) for each in found.circularity.values()], say),
        side_by_side(SOFTWARE, software, say),
        side_by_side(DATA_CENTRE, centres, say),
        ladder_table(found.ladder, say),
    )
    return [table for table in tables if table is not None]


def parts_of(found: Gathered, code: str) -> list[PartSheet]:
    """Of one bid the parts that are shown row by row."""
    software, centre = found.software.get(code), found.data_centres.get(code)
    sheets = (
        software_sheet(software) if software else None,
        data_centre_sheet(code, centre) if centre else None,
    )
    return [sheet for sheet in sheets if sheet is not None]


def circularity_of(promised: Promised) -> CircularitySheet:
    return circularity_sheet(promised.score, promised.promise)

"""The page on which a filled-in workbook comes back: choose a file, see what would change, take it over.

Nothing is stored between the last two: the answers travel in the page, signed for this person and this sheet.
"""

from procurement.returned_pages.carrying import Carried, carried, opened, sheet_key
from procurement.returned_pages.page import ChangedSince, NotTakenOver, Returning, returned_page
from procurement.returned_pages.receiving import recognised

__all__ = [
    "Carried",
    "ChangedSince",
    "NotTakenOver",
    "Returning",
    "carried",
    "opened",
    "recognised",
    "returned_page",
    "sheet_key",
]

"""A target in a sheet: a number to calculate with, looking as its words do."""

from procurement import numbers
from procurement.documents.workbook import Cell, CellLike, Style
from procurement.language import Language

_EURO, _PERCENT = "€ ", "%"


def target_cell(words: str, language: Language) -> CellLike:
    """`words` as the contract has them, such as "€ 1.250,50" or "12,5%"; what is no number stays text."""
    bare = words.removeprefix(_EURO).removesuffix(_PERCENT)
    try:
        number = numbers.parse_dutch(bare) if language == "nl" else numbers.parse(bare.replace(",", ""))
    except numbers.NotANumber:
        return words
    if words.startswith(_EURO):
        return Cell(number, style=Style.EURO)
    return Cell(number, style=Style.PERCENT_POINTS if words.endswith(_PERCENT) else Style.NUMBER)

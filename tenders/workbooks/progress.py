"""What is still to be filled in, live: a sentence beside each score, and a figure at the top for all."""

from procurement.documents.formulas import text_literal
from procurement.documents.workbook import Cell, Style
from procurement.language import Text
from tenders.reports.wording import Wording

_CHOOSE = Text(nl="Kies een niveau.", en="Choose a level.")
_WRITE = Text(nl="Schrijf waarom.", en="Write why.")
_BOTH = Text(nl="Kies een niveau en schrijf waarom.", en="Choose a level and write why.")
_SHORT = Text(
    nl="De motivering is korter dan {least} tekens. Schrijf meer op.",
    en="The reasons have fewer than {least} characters. Write more.",
)
_DONE = Text(nl="Alles is ingevuld.", en="Everything is filled in.")
_NOT_DONE = Text(nl="Nog in te vullen: ", en="Still to fill in: ")
_OF = Text(nl=" van {all}. Kijk in de kolom Controle.", en=" of {all}. See the column Check.")


def of_one(level_at: str, why_at: str, level: str, why: str, least: int, say: Wording) -> Cell:
    """The sentence of one score; empty when it is complete. `least`: characters of the reasons."""
    too_short = say(_SHORT, least=str(least))
    both, choose, write = (text_literal(say(text)) for text in (_BOTH, _CHOOSE, _WRITE))
    length = f'IF(LEN({why_at})<{least},{text_literal(too_short)},"")'
    formula = f'IF({level_at}="",IF({why_at}="",{both},{choose}),IF({why_at}="",{write},{length}))'
    if not (level and why):
        return Cell(say((_CHOOSE if why else _BOTH) if not level else _WRITE), formula, Style.WRAPPED)
    short = _is_short(why, least)
    return Cell(None if short is None else too_short if short else "", formula, Style.WRAPPED)


def _is_short(why: str, least: int) -> bool | None:
    """None where office programs differ: some count an emoji as two characters."""
    fewest, most = len(why), len(why.encode("utf-16-le")) // 2
    return None if fewest < least <= most else most < least


def of_all(to_do: int | None, size: int, sentences: str, count_at: str, say: Wording) -> tuple[Cell, Cell]:
    """How many, and the same in a sentence.

    `sentences`: the range with those of each score; `count_at`: where the first of the two cells stands;
    `to_do`: None where office programs count differently.
    """
    ending = say(_OF, all=str(size))
    count = f"SUMPRODUCT(--(LEN({sentences})>0))" if sentences else "0"
    done, begin, end = (text_literal(text) for text in (say(_DONE), say(_NOT_DONE), ending))
    formula = f"IF({count_at}=0,{done},{begin}&{count_at}&{end})"
    if to_do is None:
        return Cell(None, count, Style.CENTRED), Cell(None, formula, Style.BOLD)
    told = f"{say(_NOT_DONE)}{to_do}{ending}" if to_do else say(_DONE)
    return Cell(to_do, count, Style.CENTRED), Cell(told, formula, Style.BOLD)

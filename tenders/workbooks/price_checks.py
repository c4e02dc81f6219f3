"""The sentence beside a cell of the price sheet, live: what is missing or cannot be, and where it is."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from procurement.documents.formulas import text_literal
from procurement.documents.workbook import Cell, Style
from procurement.language import Text
from procurement.numbers import plain
from procurement.returned_sheets import Answers, BlankKind
from tenders.reports.wording import Wording
from tenders.scoring.numbers import round_half_up
from tenders.scoring.price_lines import CENTS, PriceLine, line_amount
from tenders.workbooks.price_entries import Entry

_UNITS = Decimal(2)  # of the fifteenth digit
_LINE = Text(nl="Vul de prijs van regel {number} in.", en="Fill in the price of line {number}.")
_CHOOSE = Text(nl="Kies een antwoord uit de lijst.", en="Choose an answer from the list.")
_FILL_IN = Text(nl="Vul dit in.", en="Fill this in.")
_NUMBER = Text(
    nl="Vul een getal in, zonder letters of tekens.", en="Enter a number, without letters or signs."
)
_LOWEST = Text(nl="Vul een getal in van {least} of meer.", en="Enter a number of {least} or more.")
_HIGHEST = Text(nl="Vul hooguit {most} in.", en="Enter at most {most}.")
_PLACES = Text(nl="Rond af op {most} decimalen.", en="Round to {most} decimals.")
_NOT_HERE = Text(
    nl="Laat dit leeg: het hoort niet bij uw andere antwoorden.",
    en="Leave this empty: it does not go with your other answers.",
)
_WHO = Text(nl="Vul uw naam in.", en="Fill in your name.")
_DONE = Text(nl="Alles is ingevuld.", en="Everything is filled in.")
_NOT_DONE = Text(nl="Nog te doen: ", en="Still to do: ")
_OF = Text(nl=" van {all}. Kijk in de kolom Controle.", en=" of {all}. See the column Check.")
_EIGHT = Text(nl="Een KvK-nummer heeft 8 cijfers.", en="A Chamber of Commerce number has 8 digits.")


class Checks:
    """`at`: by key the cell of each entry as seen from the other sheets."""

    def __init__(self, entries: Mapping[str, Entry], at: Mapping[str, str], say: Wording) -> None:
        self.entries, self.at, self.say = entries, at, say

    def of(self, entry: Entry, cell: str, answers: Answers) -> Cell:
        """The told sentence is that of answers that could be read: others are refused before it counts."""
        missing = "" if entry.is_optional else self.say(_missing(entry))
        asked = self._is_asked(entry, answers)
        if answers.get(entry.key) is None:
            told = missing if asked else ""
        else:
            told = "" if asked else self.say(_NOT_HERE)
        return Cell(told, self._formula(entry, cell, missing), Style.WRAPPED)

    def _formula(self, entry: Entry, cell: str, missing: str) -> str:
        needed, fitting = text_literal(missing), '""'
        condition = self._condition(entry)
        if condition:
            needed = f'IF({condition},{needed},"")'
            fitting = f'IF({condition},"",{text_literal(self.say(_NOT_HERE))})'
        if entry.kind is BlankKind.NUMBER:
            for test, sentence in reversed(self._faults(entry, cell)):
                fitting = f"IF({test},{text_literal(sentence)},{fitting})"
        return f'IF({cell}="",{needed},{fitting})'

    def _faults(self, entry: Entry, cell: str) -> list[tuple[str, str]]:
        found = [(f"NOT(ISNUMBER({cell}))", self.say(_NUMBER))]
        if entry.lowest is not None:
            least = self.say.number(entry.lowest)
            found.append((f"{cell}<{plain(entry.lowest)}", self.say(_LOWEST, least=least)))
        if entry.highest is not None:
            most = self.say.number(entry.highest)
            found.append((f"{cell}>{plain(entry.highest)}", self.say(_HIGHEST, most=most)))
        found.append((f"ROUND({cell},{entry.places})<>{cell}", self.say(_PLACES, most=str(entry.places))))
        return found

    def _condition(self, entry: Entry) -> str:
        """Empty where it is always asked."""
        if entry.only_if is None:
            return ""
        options = dict(self.entries[entry.only_if.code].options)
        asking = [text_literal(self.say(options[code])) for code in sorted(entry.only_if.answers)]
        cell = self.at[entry.only_if.code]
        return f"OR({','.join(f'{cell}={each}' for each in asking)})"

    def _is_asked(self, entry: Entry, answers: Answers) -> bool:
        if entry.only_if is None:
            return True
        options = dict(self.entries[entry.only_if.code].options)
        return answers.get(entry.only_if.code) in {self.say(options[code]) for code in entry.only_if.answers}

    def of_supplier(self, cell: str, name: object) -> Cell:
        told = "" if isinstance(name, str) and name.strip() else self.say(_WHO)
        return Cell(told, f'IF(LEN(TRIM({cell}))=0,{text_literal(self.say(_WHO))},"")', Style.WRAPPED)

    def of_chamber(self, cell: str, number: object) -> Cell:
        eight = self.say(_EIGHT)
        told = "" if not isinstance(number, str) or len(number) in (0, 8) else eight
        return Cell(told, f'IF(OR(LEN({cell})=0,LEN({cell})=8),"",{text_literal(eight)})', Style.WRAPPED)


def _missing(entry: Entry) -> Text:
    if entry.line is not None:
        return _LINE.format(number=str(entry.line.number))
    return _CHOOSE if entry.kind is BlankKind.CHOICE else _FILL_IN


def amount_cell(quantity_at: str, price_at: str, line: PriceLine, price: object) -> Cell:
    """Quantity × price in whole cents; empty without a price, and no value where programs may differ."""
    formula = f'IF(ISNUMBER({price_at}),ROUND({quantity_at}*{price_at},2),"")'
    if not isinstance(price, Decimal):
        return Cell("", formula, Style.EURO)
    on_edge = is_on_the_edge(line.quantity * price)
    return Cell(None if on_edge else line_amount(line, price), formula, Style.EURO)


def is_on_the_edge(product: Decimal) -> bool:
    """Is this so little below half a cent that a spreadsheet, which keeps fifteen digits, may round it up?

    It cannot keep half a unit of the fifteenth digit, and LibreOffice's own ROUND adds about one.
    """
    near = product + _UNITS.scaleb(product.adjusted() - 14)
    return round_half_up(near, CENTS) != round_half_up(product, CENTS)


def progress(
    to_do: int, size: int, sentences: Sequence[str], count_at: str, say: Wording
) -> tuple[Cell, Cell]:
    """How many of the checks say something, and that in a sentence. `sentences`: the ranges they stand in."""
    ending = say(_OF, all=str(size))
    count = "+".join(f"SUMPRODUCT(--(LEN({each})>0))" for each in sentences)
    done, begin, end = (text_literal(text) for text in (say(_DONE), say(_NOT_DONE), ending))
    told = f"{say(_NOT_DONE)}{to_do}{ending}" if to_do else say(_DONE)
    formula = f"IF({count_at}=0,{done},{begin}&{count_at}&{end})"
    return Cell(to_do, count, Style.CENTRED), Cell(told, formula, Style.BOLD)

"""Why a table of product footprints, or a row of it, is refused, and what to do."""

from procurement.language import Text
from tenders.scoring.problem import Problem

TOO_LARGE = Text(
    nl="Het bestand is groter dan {most} MB. Splits de tabel.",
    en="The file is larger than {most} MB. Split the table.",
)
TOO_MANY = Text(
    nl="De tabel heeft meer dan {most} rijen. Splits haar.",
    en="The table has more than {most} rows. Split it.",
)
NOT_TEXT = Text(
    nl="Dit bestand is geen tekst in UTF-8. Sla de tabel op als CSV (UTF-8).",
    en="This file is no text in UTF-8. Save the table as CSV (UTF-8).",
)
NO_TABLE = Text(
    nl="De eerste regel noemt niet de kolommen {needed}, of noemt er een twee keer. Gebruik de kolomnamen "
    "uit de handleiding.",
    en="The first line does not name the columns {needed}, or names one twice. Use the column names of the "
    "manual.",
)
WRONG_UNIT = Text(
    nl="Deze kolom staat in ‘{given}’ en hoort in {wanted}. Reken de kolom om of pas de eenheid aan.",
    en="This column is in ‘{given}’ and belongs in {wanted}. Convert the column or change the unit.",
)
BROKEN = Text(
    nl="De tabel is vanaf regel {line} niet te lezen. Sla haar opnieuw op als CSV.",
    en="The table cannot be read from line {line} on. Save it as CSV again.",
)
MISSING = Text(nl="Deze waarde ontbreekt.", en="This value is missing.")
LONG = Text(nl="Deze tekst is te lang.", en="This text is too long.")
BELOW_ZERO = Text(nl="Dit mag niet kleiner zijn dan nul.", en="This may not be below zero.")
SHARE = Text(
    nl="Dit is een deel van het totaal, van 0 tot en met 1. Schrijf 15% als 0,15.",
    en="This is a part of the total, from 0 to 1. Write 15% as 0.15.",
)
NO_LIFE = Text(nl="Een levensduur is langer dan nul.", en="A lifetime is longer than zero.")


class UnreadableTable(ValueError):
    """The file as a whole is refused; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.to("en"))
        self.problem = problem

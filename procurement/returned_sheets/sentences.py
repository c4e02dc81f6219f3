"""What somebody reads whose workbook cannot be taken over: what happened, and what to do."""

from procurement.language import Text

NOT_OURS = Text(
    nl="Dit bestand is niet met Tenderwijzer gemaakt, of het verborgen blad met het kenmerk is weg. "
    "Download het blad opnieuw en vul dat in.",
    en="This file was not made with Tenderwijzer, or its hidden sheet with the identity is gone. "
    "Download the sheet again and fill that in.",
)
FORGED = Text(
    nl="Het kenmerk van dit bestand is veranderd. Download het blad opnieuw en vul dat in.",
    en="The identity of this file was changed. Download the sheet again and fill that in.",
)
OTHER_KIND = Text(
    nl="Dit is een ander soort blad. Kies het blad dat bij deze pagina hoort.",
    en="This is another kind of sheet. Choose the sheet that belongs to this page.",
)
OTHER_TENDER = Text(
    nl="Dit blad is van een andere aanbesteding ({found}). Kies het blad van {expected}.",
    en="This sheet is of another tender ({found}). Choose the sheet of {expected}.",
)
OTHER_LOT = Text(
    nl="Dit blad is van een ander perceel ({found}). Kies het blad van perceel {expected}.",
    en="This sheet is of another lot ({found}). Choose the sheet of lot {expected}.",
)
OTHER_SEAT = Text(
    nl="Dit blad is van iemand anders. Kies het blad dat u zelf hebt gedownload.",
    en="This sheet is somebody else's. Choose the sheet that you downloaded yourself.",
)
STALE = Text(
    nl="Dit blad hoort bij een oudere versie. De aanbesteding is daarna veranderd. Download het blad opnieuw "
    "en neem uw antwoorden over.",
    en="This sheet is of an earlier version. The tender was changed since. Download the sheet again and copy "
    "your answers.",
)
SHEET_GONE = Text(
    nl="Dit blad ontbreekt. Download het bestand opnieuw en vul dat in.",
    en="This sheet is missing. Download the file again and fill that in.",
)
SHEET_TWICE = Text(
    nl="Dit blad staat twee keer in het bestand. Haal het tweede weg.",
    en="This sheet is in the file twice. Take out the second one.",
)
SHEET_ADDED = Text(
    nl="Dit blad hoort niet in het bestand. Haal het weg.",
    en="This sheet does not belong in the file. Take it out.",
)
CHANGED = Text(
    nl="Deze cel is veranderd. Hier hoort te staan: ‘{expected}’. Zet dat terug.",
    en="This cell was changed. It should say: ‘{expected}’. Put that back.",
)
ADDED = Text(
    nl="Hier hoort niets te staan. Maak deze cel leeg.",
    en="Nothing should stand here. Empty this cell.",
)
ROWS_ADDED = Text(
    nl="In dit blad zijn rijen ingevoegd ({count}): wat in rij {place} hoort, staat in rij {now}. Haal de "
    "ingevoegde rijen weg.",
    en="Rows were put into this sheet ({count}): what belongs in row {place} stands in row {now}. Take out "
    "the rows that were put in.",
)
ROWS_GONE = Text(
    nl="Uit dit blad zijn rijen weggehaald ({count}), vanaf rij {place}. Zet ze terug, of download het blad "
    "opnieuw en neem uw antwoorden over.",
    en="Rows were taken out of this sheet ({count}), from row {place} on. Put them back, or download the "
    "sheet again and copy your answers.",
)
COLUMNS_ADDED = Text(
    nl="In dit blad zijn kolommen ingevoegd ({count}): wat in kolom {place} hoort, staat in kolom {now}. "
    "Haal de ingevoegde kolommen weg.",
    en="Columns were put into this sheet ({count}): what belongs in column {place} stands in column {now}. "
    "Take out the columns that were put in.",
)
COLUMNS_GONE = Text(
    nl="Uit dit blad zijn kolommen weggehaald ({count}), vanaf kolom {place}. Zet ze terug, of download het "
    "blad opnieuw en neem uw antwoorden over.",
    en="Columns were taken out of this sheet ({count}), from column {place} on. Put them back, or download "
    "the sheet again and copy your answers.",
)
FORMULA_GONE = Text(
    nl="Hier hoort een formule te staan. Download het blad opnieuw en neem uw antwoorden over.",
    en="A formula should stand here. Download the sheet again and copy your answers.",
)
NOT_RECALCULATED = Text(
    nl="De uitkomst in deze cel hoort niet bij wat is ingevuld. Hier hoort te staan: ‘{expected}’. Open het "
    "bestand, laat het opnieuw rekenen en bewaar het.",
    en="The result in this cell does not follow from what was filled in. It should say: ‘{expected}’. Open "
    "the file, have it calculate again and save it.",
)
NO_FORMULA = Text(
    nl="Hier staat een formule. Vul de waarde zelf in.",
    en="This is a formula. Fill in the value itself.",
)
ERROR_VALUE = Text(
    nl="Hier staat een foutmelding ({found}). Vul een waarde in.",
    en="This is an error ({found}). Fill in a value.",
)
NO_NUMBER = Text(
    nl="‘{found}’ is geen getal. Vul een getal in.",
    en="‘{found}’ is not a number. Fill in a number.",
)
NO_DATE = Text(
    nl="‘{found}’ is geen datum. Vul een datum in, zonder tijd.",
    en="‘{found}’ is not a date. Fill in a date, without a time.",
)
NO_TEXT = Text(
    nl="‘{found}’ is hier als getal of datum bewaard. Zet een apostrof (') voor de tekst.",
    en="‘{found}’ was saved as a number or a date here. Put an apostrophe (') before the text.",
)
NO_CHOICE = Text(
    nl="‘{found}’ staat niet in de keuzelijst. Kies een waarde uit de lijst.",
    en="‘{found}’ is not in the list. Choose a value from the list.",
)
TOO_LOW = Text(
    nl="{found} is te laag. Vul minstens {least} in.", en="{found} is too low. Fill in at least {least}."
)
TOO_HIGH = Text(
    nl="{found} is te hoog. Vul hooguit {most} in.", en="{found} is too high. Fill in at most {most}."
)
TOO_EXACT = Text(
    nl="{found} heeft te veel cijfers achter de komma. Gebruik er hooguit {most}.",
    en="{found} has too many decimals. Use at most {most}.",
)
TOO_LONG = Text(
    nl="Deze tekst heeft {found} tekens. Gebruik er hooguit {most}.",
    en="This text has {found} characters. Use at most {most}.",
)
ODD_SIGNS = Text(
    nl="In deze tekst staan onzichtbare tekens. Typ de tekst opnieuw zonder te plakken.",
    en="This text has invisible characters in it. Type it again without pasting.",
)

"""What somebody reads whose workbook cannot be taken over: what happened, and what to do."""

from procurement.language import Text
from procurement.returned_sheets.told import Told, told

NOT_OURS = told(
    happened=Text(
        nl="Dit bestand is niet met Tenderwijzer gemaakt, of het verborgen blad met het kenmerk is weg.",
        en="This file was not made with Tenderwijzer, or its hidden sheet with the identity is gone.",
    ),
    to_do=Text(
        nl="Download het blad opnieuw en vul dat in.", en="Download the sheet again and fill that in."
    ),
)
FORGED = told(
    happened=Text(
        nl="Het kenmerk van dit bestand is veranderd.", en="The identity of this file was changed."
    ),
    to_do=Text(
        nl="Download het blad opnieuw en vul dat in.", en="Download the sheet again and fill that in."
    ),
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
STALE = told(
    happened=Text(
        nl="Dit blad hoort bij een oudere versie. De aanbesteding of het programma is daarna veranderd.",
        en="This sheet is of an earlier version. The tender or the program was changed since.",
    ),
    to_do=Text(
        nl="Download het blad opnieuw en neem uw antwoorden over.",
        en="Download the sheet again and copy your answers.",
    ),
)
SHEET_GONE = told(
    happened=Text(nl="Dit blad ontbreekt.", en="This sheet is missing."),
    to_do=Text(
        nl="Download het bestand opnieuw en vul dat in.", en="Download the file again and fill that in."
    ),
)
SHEET_TWICE = told(
    happened=Text(nl="Dit blad staat twee keer in het bestand.", en="This sheet is in the file twice."),
    to_do=Text(nl="Haal het tweede weg.", en="Take out the second one."),
)
SHEET_ADDED = told(
    happened=Text(nl="Dit blad hoort niet in het bestand.", en="This sheet does not belong in the file."),
    to_do=Text(nl="Haal het weg.", en="Take it out."),
)
CHANGED = told(
    happened=Text(
        nl="Deze cel is veranderd. Hier hoort te staan: ‘{expected}’.",
        en="This cell was changed. It should say: ‘{expected}’.",
    ),
    to_do=Text(nl="Zet dat terug.", en="Put that back."),
)
ADDED = told(
    happened=Text(nl="Hier hoort niets te staan.", en="Nothing should stand here."),
    to_do=Text(nl="Maak deze cel leeg.", en="Empty this cell."),
)
ROWS_ADDED = told(
    happened=Text(
        nl="In dit blad zijn rijen ingevoegd ({count}): wat in rij {place} hoort, staat in rij {now}.",
        en="Rows were put into this sheet ({count}): what belongs in row {place} stands in row {now}.",
    ),
    to_do=Text(nl="Haal de ingevoegde rijen weg.", en="Take out the rows that were put in."),
)
ROWS_GONE = told(
    happened=Text(
        nl="Uit dit blad zijn rijen weggehaald ({count}), vanaf rij {place}.",
        en="Rows were taken out of this sheet ({count}), from row {place} on.",
    ),
    to_do=Text(
        nl="Zet ze terug, of download het blad opnieuw en neem uw antwoorden over.",
        en="Put them back, or download the sheet again and copy your answers.",
    ),
)
COLUMNS_ADDED = told(
    happened=Text(
        nl="In dit blad zijn kolommen ingevoegd ({count}): wat in kolom {place} hoort, staat in kolom {now}.",
        en="Columns were put into this sheet ({count}): what belongs in column {place} is in column {now}.",
    ),
    to_do=Text(nl="Haal de ingevoegde kolommen weg.", en="Take out the columns that were put in."),
)
COLUMNS_GONE = told(
    happened=Text(
        nl="Uit dit blad zijn kolommen weggehaald ({count}), vanaf kolom {place}.",
        en="Columns were taken out of this sheet ({count}), from column {place} on.",
    ),
    to_do=Text(
        nl="Zet ze terug, of download het blad opnieuw en neem uw antwoorden over.",
        en="Put them back, or download the sheet again and copy your answers.",
    ),
)
FORMULA_GONE = told(
    happened=Text(nl="Hier hoort een formule te staan.", en="A formula should stand here."),
    to_do=Text(
        nl="Download het blad opnieuw en neem uw antwoorden over.",
        en="Download the sheet again and copy your answers.",
    ),
)
NOT_RECALCULATED = told(
    happened=Text(
        nl="De uitkomst in deze cel hoort niet bij wat is ingevuld. Hier hoort te staan: ‘{expected}’.",
        en="The result in this cell does not follow from what was filled in. It should say: ‘{expected}’.",
    ),
    to_do=Text(
        nl="Open het bestand, laat het opnieuw rekenen en bewaar het.",
        en="Open the file, have it calculate again and save it.",
    ),
)
NO_FORMULA = told(
    happened=Text(nl="Hier staat een formule.", en="This is a formula."),
    to_do=Text(nl="Vul de waarde zelf in.", en="Fill in the value itself."),
)
ERROR_VALUE = told(
    happened=Text(nl="Hier staat een foutmelding ({found}).", en="This is an error ({found})."),
    to_do=Text(nl="Vul een waarde in.", en="Fill in a value."),
)
NO_NUMBER = told(
    happened=Text(nl="‘{found}’ is geen getal.", en="‘{found}’ is not a number."),
    to_do=Text(nl="Vul een getal in.", en="Fill in a number."),
)
AS_TEXT = told(
    happened=Text(nl="‘{found}’ staat als tekst in de cel.", en="‘{found}’ is text in this cell."),
    to_do=Text(nl="Zet de cel op Getal en typ het opnieuw.", en="Set the cell to Number and type it again."),
)
NO_DATE = told(
    happened=Text(nl="‘{found}’ is geen datum.", en="‘{found}’ is not a date."),
    to_do=Text(nl="Vul een datum in, zonder tijd.", en="Fill in a date, without a time."),
)
NO_TEXT = told(
    happened=Text(
        nl="‘{found}’ is hier als getal of datum bewaard.",
        en="‘{found}’ was saved as a number or a date here.",
    ),
    to_do=Text(nl="Zet een apostrof (') voor de tekst.", en="Put an apostrophe (') before the text."),
)
NO_CHOICE = told(
    happened=Text(nl="‘{found}’ staat niet in de keuzelijst.", en="‘{found}’ is not in the list."),
    to_do=Text(nl="Kies een waarde uit de lijst.", en="Choose a value from the list."),
)
TOO_LOW = Told(
    "{found} is te laag. Vul minstens {least} in.",
    "{found} is too low. Fill in at least {least}.",
    happened=Text(
        nl="{found} is te laag; het laagste is {least}.", en="{found} is too low; the lowest is {least}."
    ),
)
TOO_HIGH = Told(
    "{found} is te hoog. Vul hooguit {most} in.",
    "{found} is too high. Fill in at most {most}.",
    happened=Text(
        nl="{found} is te hoog; het hoogste is {most}.", en="{found} is too high; the highest is {most}."
    ),
)
TOO_EXACT = Told(
    "{found} heeft te veel cijfers achter de komma. Gebruik er hooguit {most}.",
    "{found} has too many decimals. Use at most {most}.",
    happened=Text(
        nl="{found} heeft te veel cijfers achter de komma; er passen er {most}.",
        en="{found} has too many decimals; {most} fit.",
    ),
)
TOO_LONG = Told(
    "Deze tekst heeft {found} tekens. Gebruik er hooguit {most}.",
    "This text has {found} characters. Use at most {most}.",
    happened=Text(
        nl="Deze tekst heeft {found} tekens; er passen er {most}.",
        en="This text has {found} characters; {most} fit.",
    ),
)
ODD_SIGNS = told(
    happened=Text(
        nl="In deze tekst staan onzichtbare tekens.", en="This text has invisible characters in it."
    ),
    to_do=Text(nl="Typ de tekst opnieuw zonder te plakken.", en="Type it again without pasting."),
)

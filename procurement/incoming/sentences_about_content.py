"""What somebody reads whose file is refused for what stands in it."""

from collections.abc import Mapping

from procurement.incoming.codes import Code
from procurement.language import Text

ABOUT_CONTENT: Mapping[Code, Text] = {
    Code.DOCTYPE: Text(
        nl=(
            "Het bestand bevat een documenttype of entiteiten. "
            "Bewaar het opnieuw met Excel, Word of LibreOffice."
        ),
        en="The file holds a document type or entities. Save it again with Excel, Word or LibreOffice.",
    ),
    Code.ENCODING: Text(
        nl="Het bestand gebruikt een tekenset die hier niet wordt gelezen. Bewaar het opnieuw als UTF-8.",
        en="The file uses a character set that is not read here. Save it again as UTF-8.",
    ),
    Code.BROKEN_XML: Text(
        nl=(
            "Een deel van het bestand is geen geldige XML. "
            "Open het in uw kantoorprogramma en bewaar het opnieuw."
        ),
        en="A part of the file is not valid XML. Open it in your office program and save it again.",
    ),
    Code.XML_TOO_DEEP: Text(
        nl="Een deel van het bestand is dieper dan {most} lagen genest. Maak de opmaak eenvoudiger.",
        en="A part of the file is nested deeper than {most} layers. Make the layout simpler.",
    ),
    Code.XML_TOO_LARGE: Text(
        nl="Het bestand bevat meer dan {most} aan onderdelen. Haal rijen, bladen of opmaak weg.",
        en="The file holds more than {most} of content. Take out rows, sheets or layout.",
    ),
    Code.MACROS: Text(
        nl="Het bestand bevat macro's. Bewaar het als .xlsx, .docx, .ods of .odt zonder macro's.",
        en="The file holds macros. Save it as .xlsx, .docx, .ods or .odt without macros.",
    ),
    Code.SCRIPT: Text(
        nl="Het bestand bevat een script. Haal het script of de afbeelding waar het in staat weg.",
        en="The file holds a script. Take out the script, or the picture that holds it.",
    ),
    Code.ACTIVE_CONTROL: Text(
        nl="Het bestand bevat een besturingselement (ActiveX of invoegtoepassing). Verwijder het.",
        en="The file holds a control (ActiveX or an add-in). Remove it.",
    ),
    Code.EMBEDDED_FILE: Text(
        nl=(
            "In het bestand zit een ander bestand. "
            "Verwijder het en stuur het apart, of plak het als afbeelding."
        ),
        en="Another file is inside this file. Remove it and send it separately, or paste it as a picture.",
    ),
    Code.DATA_CONNECTION: Text(
        nl=(
            "Het bestand haalt gegevens op uit een ander bestand of programma. "
            "Verbreek de koppelingen, plak de waarden en bewaar het opnieuw."
        ),
        en=(
            "The file fetches data from another file or program. "
            "Break the links, paste the values and save it again."
        ),
    ),
    Code.OUTSIDE_SOURCE: Text(
        nl=(
            "Het bestand laadt een sjabloon, afbeelding of ander deel van buiten. "
            "Neem dat op in het bestand of verwijder het."
        ),
        en=(
            "The file loads a template, picture or other part from outside. "
            "Put it into the file or remove it."
        ),
    ),
    Code.UNSAFE_LINK: Text(
        nl="Een link in het bestand leidt niet naar een website of e-mailadres. Verwijder of wijzig de link.",
        en="A link in the file does not lead to a website or an e-mail address. Remove or change the link.",
    ),
    Code.ACTIVE_FIELD: Text(
        nl="Het bestand bevat een veld of formule die iets van buiten kan ophalen of starten. Verwijder dat.",
        en="The file holds a field or formula that can fetch or start something outside. Remove it.",
    ),
    Code.NOT_A_TABLE: Text(
        nl="Dit bestand heeft geen bladen met cellen. Kies een bestand als {most}.",
        en="This file has no sheets with cells. Choose a file as {most}.",
    ),
    Code.NOT_A_TEXT: Text(
        nl="Dit is geen Word-bestand. Bewaar de tekst als .docx en kies het bestand opnieuw.",
        en="This is not a Word file. Save the text as .docx and choose the file again.",
    ),
    Code.TOO_MANY_SHEETS: Text(
        nl="Het bestand heeft meer dan {most} bladen. Haal bladen weg of verdeel het bestand.",
        en="The file has more than {most} sheets. Take out sheets or split the file.",
    ),
    Code.FAR_CELL: Text(
        nl="Een cel ligt te ver weg: gebruik hooguit {most}. Verwijder losse cellen ver buiten de tabel.",
        en="A cell is too far away: use at most {most}. Delete stray cells far outside the table.",
    ),
    Code.TOO_MANY_CELLS: Text(
        nl="Het bestand heeft meer dan {most} gevulde cellen. Verdeel het over meer bestanden.",
        en="The file has more than {most} filled cells. Split it over several files.",
    ),
    Code.LONG_TEXT: Text(
        nl="Een cel bevat meer dan {most} tekens. Kort de tekst in.",
        en="A cell holds more than {most} characters. Shorten the text.",
    ),
    Code.TOO_MUCH_TEXT: Text(
        nl="Het bestand bevat meer dan {most} tekens. Verdeel het over meer bestanden.",
        en="The file holds more than {most} characters. Split it over several files.",
    ),
    Code.CELL_TWICE: Text(
        nl=(
            "Een cel staat twee keer of op de verkeerde plek in het bestand. "
            "Bewaar het opnieuw met Excel of LibreOffice."
        ),
        en="A cell stands in the file twice or out of order. Save it again with Excel or LibreOffice.",
    ),
    Code.NULL_CHARACTERS: Text(
        nl="Het bestand bevat tekens die niet in een tekst horen. Bewaar het opnieuw als CSV (UTF-8).",
        en="The file holds characters that do not belong in a text. Save it again as CSV (UTF-8).",
    ),
    Code.UNKNOWN_CHARACTERS: Text(
        nl="De letters in het bestand zijn niet te herkennen. Bewaar het opnieuw als CSV (UTF-8).",
        en="The letters in the file cannot be recognised. Save it again as CSV (UTF-8).",
    ),
    Code.OPEN_QUOTE: Text(
        nl=(
            "Een aanhalingsteken wordt niet of op de verkeerde plek gesloten. "
            "Herstel de regel die genoemd is."
        ),
        en="A quotation mark is not closed, or in the wrong place. Mend the line that is named.",
    ),
    Code.TOO_HEAVY: Text(
        nl="Het lezen van dit bestand vraagt te veel tijd of geheugen. Haal rijen, bladen of opmaak weg.",
        en="Reading this file takes too much time or memory. Take out rows, sheets or layout.",
    ),
    Code.UNREADABLE: Text(
        nl=(
            "Het bestand is niet te lezen. "
            "Open het in uw kantoorprogramma, bewaar het opnieuw en kies het nog eens."
        ),
        en="The file cannot be read. Open it in your office program, save it again and choose it once more.",
    ),
}

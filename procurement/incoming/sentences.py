"""What somebody reads whose file is refused: what happened, and what to do."""

from collections.abc import Mapping

from procurement.incoming.codes import Code
from procurement.language import Text

SENTENCES: Mapping[Code, Text] = {
    Code.EMPTY: Text(
        nl="Het bestand is leeg. Kies het bestand opnieuw.",
        en="The file is empty. Choose the file again.",
    ),
    Code.FILE_TOO_LARGE: Text(
        nl="Het bestand is groter dan {most}. Haal afbeeldingen of bladen weg of verdeel het bestand.",
        en="The file is larger than {most}. Take out pictures or sheets, or split the file.",
    ),
    Code.UNKNOWN_TYPE: Text(
        nl="Dit soort bestand wordt hier niet gelezen. Bewaar het als {most} en kies het opnieuw.",
        en="This kind of file is not read here. Save it as {most} and choose it again.",
    ),
    Code.WRONG_TYPE: Text(
        nl=(
            "De inhoud hoort niet bij de naam van het bestand. Open het bestand, kies ‘Opslaan als’ "
            "en bewaar het als {most}."
        ),
        en=(
            "The content does not belong to the file name. "
            "Open the file, choose ‘Save as’ and save it as {most}."
        ),
    ),
    Code.OLD_FORMAT: Text(
        nl="Dit is een Office-bestand van voor 2007. Open het en bewaar het als .xlsx of .docx.",
        en="This is an Office file from before 2007. Open it and save it as .xlsx or .docx.",
    ),
    Code.ENCRYPTED: Text(
        nl="Het bestand is met een wachtwoord versleuteld. Haal het wachtwoord weg en bewaar het opnieuw.",
        en="The file is encrypted with a password. Remove the password and save it again.",
    ),
    Code.BROKEN_ZIP: Text(
        nl=(
            "Het bestand is beschadigd. "
            "Open het in uw kantoorprogramma, bewaar het opnieuw en kies het nog eens."
        ),
        en="The file is damaged. Open it in your office program, save it again and choose it once more.",
    ),
    Code.UNSUPPORTED_ZIP: Text(
        nl=(
            "Het bestand is op een ongewone manier ingepakt. "
            "Bewaar het opnieuw met Excel, Word of LibreOffice."
        ),
        en="The file is packed in an unusual way. Save it again with Excel, Word or LibreOffice.",
    ),
    Code.HIDDEN_DATA: Text(
        nl=(
            "In het bestand staan gegevens die een kantoorprogramma niet toont. "
            "Open het bestand en bewaar het onder een nieuwe naam."
        ),
        en=(
            "The file holds data that an office program does not show. "
            "Open the file and save it under a new name."
        ),
    ),
    Code.TOO_MANY_ENTRIES: Text(
        nl="Het bestand bestaat uit meer dan {most} delen. Haal afbeeldingen of bladen weg.",
        en="The file consists of more than {most} parts. Take out pictures or sheets.",
    ),
    Code.ENTRY_TOO_LARGE: Text(
        nl="Een deel van het bestand is uitgepakt groter dan {most}. Haal rijen of afbeeldingen weg.",
        en="A part of the file is larger than {most} when unpacked. Take out rows or pictures.",
    ),
    Code.TOTAL_TOO_LARGE: Text(
        nl="Het bestand is uitgepakt groter dan {most}. Haal rijen of afbeeldingen weg.",
        en="The file is larger than {most} when unpacked. Take out rows or pictures.",
    ),
    Code.TOO_COMPRESSED: Text(
        nl=(
            "Een deel wordt bij het uitpakken meer dan {most} keer zo groot, zoals bij een aanval. "
            "Verwijder lege opgemaakte rijen en bewaar het bestand opnieuw."
        ),
        en=(
            "A part grows more than {most} times when unpacked, as in an attack. "
            "Delete empty formatted rows and save the file again."
        ),
    ),
    Code.CHECKSUM: Text(
        nl=(
            "Een deel van het bestand is beschadigd: het controlegetal klopt niet. "
            "Verstuur het bestand opnieuw."
        ),
        en="A part of the file is damaged: its checksum is wrong. Send the file again.",
    ),
    Code.ODD_PATH: Text(
        nl=(
            "Een deel van het bestand heeft een naam die buiten het bestand kan wijzen. "
            "Bewaar het opnieuw met Excel, Word of LibreOffice."
        ),
        en=(
            "A part of the file has a name that can point outside the file. "
            "Save it again with Excel, Word or LibreOffice."
        ),
    ),
    Code.DUPLICATE_ENTRY: Text(
        nl=(
            "Een deel staat twee keer in het bestand, zodat het op twee manieren te lezen is. "
            "Bewaar het opnieuw met Excel, Word of LibreOffice."
        ),
        en=(
            "A part stands in the file twice, so that it can be read in two ways. "
            "Save it again with Excel, Word or LibreOffice."
        ),
    ),
    Code.NOT_A_FILE: Text(
        nl=(
            "Een deel van het bestand is een verwijzing naar een andere plek. "
            "Bewaar het opnieuw zonder verwijzingen."
        ),
        en="A part of the file is a pointer to another place. Save it again without pointers.",
    ),
    Code.MISSING_PART: Text(
        nl="Er ontbreekt een deel van het bestand. Open het in uw kantoorprogramma en bewaar het opnieuw.",
        en="A part of the file is missing. Open it in your office program and save it again.",
    ),
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
        nl="Dit bestand heeft geen bladen met cellen. Kies een bestand als .xlsx, .ods of .csv.",
        en="This file has no sheets with cells. Choose a file as .xlsx, .ods or .csv.",
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

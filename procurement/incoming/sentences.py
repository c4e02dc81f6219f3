"""What somebody reads whose file is refused: what happened, and what to do."""

from collections.abc import Mapping

from procurement.incoming.codes import Code
from procurement.incoming.sentences_about_content import ABOUT_CONTENT
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
    **ABOUT_CONTENT,
}

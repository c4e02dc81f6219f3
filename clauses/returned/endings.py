"""Kinds of file that a party may well send back and that cannot be compared: what to do instead."""

from procurement.language import Text

_PDF = Text(
    nl="Een pdf kan niet worden vergeleken: daarin staat niet meer wat van welke clausule is. Vraag om het "
    "Word-bestand (.docx) waarin is gewerkt en kies dat.",
    en="A PDF cannot be compared: it no longer says what belongs to which clause. Ask for the Word file "
    "(.docx) that was worked in and choose that.",
)
_OPEN_DOCUMENT = Text(
    nl="Dit is een OpenDocument-bestand. Open het in LibreOffice of Word, kies ‘Opslaan als’ en dan Word "
    "(.docx), en kies dat bestand hier. Wijzigingen die zijn bijgehouden gaan mee.",
    en="This is an OpenDocument file. Open it in LibreOffice or Word, choose ‘Save as’ and then Word "
    "(.docx), and choose that file here. Changes that were tracked come along.",
)
_OLDER = Text(
    nl="Dit bestand is van een ander soort dan Word nu schrijft. Open het in Word, kies ‘Opslaan als’ en dan "
    "Word-document (.docx), en kies dat bestand hier.",
    en="This file is of another kind than Word writes now. Open it in Word, choose ‘Save as’ and then Word "
    "Document (.docx), and choose that file here.",
)
_PICTURE = Text(
    nl="Een foto of scan kan niet worden vergeleken. Vraag om het Word-bestand (.docx) waarin is gewerkt en "
    "kies dat.",
    en="A photo or scan cannot be compared. Ask for the Word file (.docx) that was worked in and choose "
    "that.",
)
_BY_ENDING = {
    "pdf": _PDF,
    "odt": _OPEN_DOCUMENT,
    "ott": _OPEN_DOCUMENT,
    "fodt": _OPEN_DOCUMENT,
    **dict.fromkeys(("doc", "dot", "rtf", "txt", "wps", "pages"), _OLDER),
    **dict.fromkeys(("jpg", "jpeg", "png", "tif", "tiff", "heic"), _PICTURE),
}


def instead_of(name: str) -> Text | None:
    """What to do about a file of this name; None where its content has to say so."""
    return _BY_ENDING.get(name.rpartition(".")[2].lower())

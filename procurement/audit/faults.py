"""What can be wrong with a log, in words."""

from procurement.language import Text

WRONG_NUMBER = Text(
    nl="Hier staat een gebeurtenis met nummer {number}. Er is er een weggehaald, verwisseld of herhaald.",
    en="Here stands an event with number {number}. One was removed, swapped or repeated.",
)
OTHER_CONTENT = Text(
    nl="De inhoud hoort niet bij de hash. De gebeurtenis is gewijzigd.",
    en="The content does not go with the hash. The event was changed.",
)
BROKEN_LINK = Text(
    nl="De gebeurtenis sluit niet aan op de vorige. Een eerdere gebeurtenis is gewijzigd of weggehaald.",
    en="The event does not follow on the one before it. An earlier event was changed or removed.",
)
CUT = Text(
    nl="Het eerder genoteerde eindpunt {head} ontbreekt: het log eindigt bij {last}. Het einde is afgeknipt.",
    en="The head {head} that was written down is missing: the log ends at {last}. Its tail was cut off.",
)
REWRITTEN = Text(
    nl="Het eerder genoteerde eindpunt {head} staat niet in het log. Het log is herschreven.",
    en="The head {head} that was written down is not in the log. The log was rewritten.",
)
UNKNOWN_HEAD = Text(
    nl="Geen gebeurtenis heeft de eerder genoteerde hash {hash}. Het einde is afgeknipt of het log is "
    "herschreven.",
    en="No event has the hash {hash} that was written down. The tail was cut off or the log was rewritten.",
)
UNREADABLE = Text(
    nl="Deze regel is geen gebeurtenis in de vorm waarin het log wordt bewaard.",
    en="This line is not an event in the form in which the log is kept.",
)

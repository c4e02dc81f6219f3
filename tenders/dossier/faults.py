"""Why a dossier is not accepted, in words."""

from procurement.language import Text


class Rejected(Exception):
    """The first thing that is wrong with a dossier: `place` is a path in it, with what is wrong there."""

    def __init__(self, place: str, reason: Text) -> None:
        super().__init__(f"{place}: {reason.nl}")
        self.place = place
        self.reason = reason


NOT_A_DOSSIER = Text(
    nl="Dit bestand is geen dossier van Tenderwijzer, of het is na het maken gewijzigd.",
    en="This file is no dossier of Tenderwijzer, or it was changed after it was made.",
)
OTHER_VERSION = Text(
    nl="Deze versie van het dossier is onbekend: {version}. Gebruik een nieuwere versie van Tenderwijzer.",
    en="This version of the dossier is unknown: {version}. Use a newer version of Tenderwijzer.",
)
OTHER_FILES = Text(
    nl="De bestanden in het dossier zijn niet die van de inhoudsopgave.",
    en="The files in the dossier are not those of the manifest.",
)
OTHER_CONTENT = Text(
    nl="De inhoud van dit bestand hoort niet bij de SHA-256 in de inhoudsopgave.",
    en="The content of this file does not go with the SHA-256 in the manifest.",
)
BROKEN_CHAIN = Text(nl="Gebeurtenis {number}: {fault}", en="Event {number}: {fault}")
OTHER_HEAD = Text(
    nl="Het log eindigt niet bij het eindpunt van de inhoudsopgave.",
    en="The log does not end at the head in the manifest.",
)
NOT_SEALED = Text(
    nl="De laatste gebeurtenis legt niet deze inhoud vast. Een bestand is gewijzigd, toegevoegd of "
    "weggehaald, of een gebeurtenis is verzwegen.",
    en="The last event does not record this content. A file was changed, added or removed, or an event was "
    "withheld.",
)
OTHER_ABOUT = Text(
    nl="Organisatie, aanbesteding, titel of tijdstip in de inhoudsopgave zijn niet die van het log.",
    en="The organisation, tender, title or moment in the manifest are not those of the log.",
)
NOT_RECORDED = Text(
    nl="Geen gebeurtenis in het log noemt de SHA-256 van dit bestand.",
    en="No event in the log names the SHA-256 of this file.",
)
LEFT_OUT = Text(
    nl="Het log noemt een momentopname die niet in het dossier zit: {digest}.",
    en="The log names a snapshot that is not in the dossier: {digest}.",
)
NOT_CALCULABLE = Text(
    nl="Uit deze momentopname volgt geen rangorde: {reason}",
    en="No ranking follows from this snapshot: {reason}",
)
OTHER_RANKING = Text(
    nl="De rangorde in het log volgt niet uit deze momentopname. Nagerekend: {calculated}.",
    en="The ranking in the log does not follow from this snapshot. Calculated: {calculated}.",
)
OTHER_VALUE = Text(
    nl="Inschrijving {bid}, criterium {criterion}: de waarde in deze momentopname is niet die van de opening "
    "van de prijzen of het vastzetten van de scores.",
    en="Bid {bid}, criterion {criterion}: the value in this snapshot is not the one of the opening of the "
    "prices or the locking of the scores.",
)
SIGNED_OTHER_SCORES = Text(
    nl="Gebeurtenis {number}: het getekende verslag hoort niet bij de scores die toen vaststonden.",
    en="Event {number}: the signed record does not go with the scores as they were locked then.",
)
NOT_THE_SIGNED = Text(
    nl="Dit bestand is geen getekend verslag uit het log. SHA-256 van dit bestand: {digest}.",
    en="This file is no signed record in the log. SHA-256 of this file: {digest}.",
)
OTHER_WINNER = Text(
    nl="Gebeurtenis {number} gunt aan {winner}, maar de rangorde geeft {calculated}.",
    en="Event {number} awards to {winner}, but the ranking gives {calculated}.",
)
OTHER_PHASES = Text(
    nl="De fasen zijn niet die van het log. Het verschil begint bij stap {number}.",
    en="The phases are not those of the log. The difference starts at step {number}.",
)


def not_a_dossier() -> Rejected:
    return Rejected("zip", NOT_A_DOSSIER)

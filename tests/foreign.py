"""Words of the other language on a page: Dutch in the English interface, English in the Dutch one."""

import re

from tenders.lifecycle.reference.loading import load_figures
from tests.spoken import spoken, typed_content, without
from tests.visits import Page

DUTCH = """
    aan aanbesteding aanbestedingen als antwoord bekijken beoordelaar beoordelaars beoordelen beoordeling
    beslissing bewijs bewijsmiddel bij brief brieven clausule clausules criterium dag dagen dan deze dit
    door een eenheid eis eisen elk elke fase gebruiker geen geopend gunnen gunning heeft het hoger
    inkoper inschrijver inschrijvers inschrijving inschrijvingen jaren kies kluis kosten kunt lager
    leverancier loting maand moet moeten naar niet niveau niveaus nog nota omschrijving onder onthuld
    ontvangen ook oordeel opslaan overeenkomst overleg perceel percelen prijs prijzen punten rangorde
    reden secretaris sinds staat stukken tekent tekst termijn titel toelichting toevoegen tussen uitkomst
    uitloggen uw veel verslag verwijderen verzegeld voeg voor vraag vragen vul waar waarde waarden
    wachtwoord weging wie wijzigen worden wordt zich zijn zoeken zonder
"""
ENGLISH = """
    add are assessor assessors at award been bid bidder bidders bids by can change choose clarification
    clause clauses could decision delete description draw evaluation file files find for from has have
    home judgement level levels lot lots lower may meeting must not opened page pages password phase
    please points price prices proof question questions ranking reason reasons record remove requirement
    result save sealed search second select selected show signed since standstill step steps supplier
    tender tenders that the these this to unit value values vault view weight which will winner with
    without write you your
"""
FOREIGN = {"en": set(DUTCH.split()), "nl": set(ENGLISH.split())}
LINK_OF_ROWS = (
    r"\w+_\w+ object \(\d+\)|[\w-]+-relaties?"  # on a page to delete, as Django names them: no choice of ours
)


def foreign_words(pages: list[Page], language: str) -> list[tuple[str, str]]:
    """The place and the text of each text that has a word of the other language in it."""
    content = typed_content()
    publications = {figure.source for figure in load_figures()}  # a title is never translated
    texts = {text: page.url for page in pages for text in spoken(page.text, language)}
    told = [text for text in texts if text not in publications and _has_one(text, language)]
    left = {text: re.sub(LINK_OF_ROWS, " ", without(text, content)) for text in told}
    return [(texts[text], text) for text, rest in left.items() if _has_one(rest, language)]


def _has_one(text: str, language: str) -> bool:
    return not FOREIGN[language].isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))

"""What the fields of a publication are called, and how their values read."""

from collections.abc import Mapping

from procurement.language import Text
from procurement.numbers import NotANumber, in_both, parse
from tenders.catalogue.themes import THEMES
from tenders.publication.life_cycle_words import LIFE_CYCLE_CODES, LIFE_CYCLE_NAMES
from tenders.reports.vocabulary import (
    COMBINATIONS,
    DIRECTIONS,
    FALLING_AWAY,
    KINDS,
    NATURES,
    PROCEDURES,
)
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS

NOTHING = Text(nl="–", en="–")
REQUIREMENT_KINDS: dict[str, Text] = {
    "suitability": Text(nl="geschiktheidseis", en="suitability requirement"),
    "requirement": Text(nl="eis aan het aanbod", en="requirement of the offer"),
}
ROUND_AT: Mapping[str, Text] = {
    "criterion": Text(nl="per criterium", en="per criterion"),
    "total": Text(nl="alleen het totaal", en="the total only"),
}
NAMES: Mapping[str, Text] = {
    **LIFE_CYCLE_NAMES,
    "reference": Text(nl="kenmerk", en="reference"),
    "title": Text(nl="titel", en="title"),
    "authority": Text(nl="aanbestedende dienst", en="contracting authority"),
    "subject": Text(nl="voorwerp van de opdracht", en="subject-matter"),
    "lots": Text(nl="percelen", en="lots"),
    "award": Text(nl="gunningsregels", en="award rules"),
    "method": Text(nl="methode", en="method"),
    "parameters": Text(nl="parameters", en="parameters"),
    "points": Text(nl="punten", en="points"),
    "rounding": Text(nl="afronding", en="rounding"),
    "places": Text(nl="decimalen", en="decimals"),
    "at": Text(nl="afronden", en="rounded at"),
    "ties": Text(nl="volgorde bij gelijke stand", en="order for ties"),
    "zero_price": Text(nl="prijs van 0", en="price of 0"),
    "rule": Text(nl="regel", en="rule"),
    "amount": Text(nl="bedrag", en="amount"),
    "combination": Text(nl="scores van beoordelaars samenvoegen", en="combining scores of assessors"),
    "falling_away": Text(nl="als een inschrijving vervalt", en="if a bid falls away"),
    "requirements": Text(nl="eisen", en="requirements"),
    "text": Text(nl="eis", en="requirement"),
    "proof": Text(nl="bewijs", en="proof"),
    "basis": Text(nl="grondslag", en="legal basis"),
    "criteria": Text(nl="criteria", en="criteria"),
    "children": Text(nl="onderdelen", en="parts"),
    "code": Text(nl="code", en="code"),
    "weight": Text(nl="weging (%)", en="weight (%)"),
    "kind": Text(nl="soort", en="kind"),
    "direction": Text(nl="richting", en="direction"),
    "unit": Text(nl="eenheid", en="unit"),
    "levels": Text(nl="niveaus", en="levels"),
    "share": Text(nl="aandeel van de punten", en="share of the points"),
    "description": Text(nl="omschrijving", en="description"),
    "accepted_labels": Text(nl="aanvaarde keurmerken", en="accepted labels"),
    "minimum": Text(nl="minimumscore (%)", en="minimum score (%)"),
    "account": Text(nl="toelichting", en="account"),
    "verification": Text(nl="controle", en="verification"),
    "link": Text(nl="verband met het voorwerp", en="link to the subject-matter"),
    "publication": Text(nl="gegevens", en="particulars"),
    "nature": Text(nl="aard", en="nature"),
    "procedure": Text(nl="procedure", en="procedure"),
    "urgency": Text(nl="waarom de procedure urgent is", en="why the procedure is urgent"),
    "deadline": Text(nl="uiterste tijdstip van inschrijving", en="deadline for bids"),
    "contract_start": Text(nl="begin van het contract", en="start of the contract"),
    "contract_end": Text(nl="einde van het contract", en="end of the contract"),
    "cpv": Text(nl="CPV-code", en="CPV code"),
    "estimated_value": Text(nl="raming", en="estimate"),
    "scorecard": Text(nl="regels van de scorekaart", en="rules of the scorecard"),
    "suitability_parts": Text(nl="onderdelen die een geschiktheidseis zijn", en="parts that are required"),
    "shortlist_places": Text(nl="aantal gegadigden", en="number of candidates"),
    "catalogue_code": Text(nl="code in de catalogus", en="code in the catalogue"),
    "evidence_kind": Text(nl="bewijs achter de waarde", en="evidence behind the value"),
    "theme": Text(nl="thema", en="theme"),
    "floor": Text(nl="bodem", en="floor"),
    "ceiling": Text(nl="plafond", en="ceiling"),
    "outside": Text(nl="buiten de bandbreedte", en="outside the band"),
}
NUMBERS = frozenset(
    {"weight", "points", "minimum", "share", "amount", "estimated_value", "floor", "ceiling", "value"}
)
CODES: Mapping[str, Mapping[str, Text]] = {
    **LIFE_CYCLE_CODES,
    "nature": NATURES,
    "procedure": PROCEDURES,
    "combination": {code.value: words for code, words in COMBINATIONS.items()},
    "falling_away": {code.value: words for code, words in FALLING_AWAY.items()},
    "kind": {code.value: words for code, words in KINDS.items()} | REQUIREMENT_KINDS,
    "direction": {code.value: words for code, words in DIRECTIONS.items()},
    "at": ROUND_AT,
    "theme": {code.value: words for code, words in THEMES.items()},
    "method": {each.code: each.title for each in (*METHODS, *AWARDS)},
}


def name_of(field: str) -> Text:
    """A parameter of a method that has no words here goes by its own name."""
    return NAMES.get(field) or Text(nl=field, en=field)


def value_in_words(field: str, value: str) -> Text:
    if value in CODES.get(field, {}):
        return CODES[field][value]
    if field in NUMBERS:
        try:
            return in_both(parse(value), None)
        except NotANumber:
            pass
    return Text(nl=value, en=value) if value else NOTHING

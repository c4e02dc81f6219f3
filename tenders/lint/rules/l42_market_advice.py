"""L42: who advised in the preparation has no lead over the others."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_PLACE = "legal.market_advice"
_WANTED = (
    Wanted(
        "shared",
        True,
        Text(
            nl="Niet alle informatie uit het advies is gedeeld.",
            en="Not all information from the advice was shared.",
        ),
        Text(
            nl="Zet alles wat is uitgewisseld bij de stukken.",
            en="Put all that was exchanged with the documents.",
        ),
    ),
    Wanted(
        "fitting_deadline",
        True,
        Text(
            nl="De termijn haalt de achterstand van anderen niet in.",
            en="The time limit does not make up for the others' lag.",
        ),
        Text(
            nl="Geef een langere termijn.",
            en="Give more time.",
        ),
    ),
    Wanted(
        "recorded",
        True,
        Text(
            nl="De maatregelen komen niet in het proces-verbaal.",
            en="The measures do not go into the record.",
        ),
        Text(
            nl="Neem de maatregelen op in het proces-verbaal.",
            en="Include the measures in the record.",
        ),
    ),
)
_HEARD = Wanted(
    "heard",
    True,
    Text(
        nl="De adviseur kreeg geen gelegenheid om te bewijzen dat de mededinging niet wordt vervalst.",
        en="The adviser got no chance to prove that competition is not distorted.",
    ),
    Text(
        nl="Hoor de adviseur voordat u uitsluit.",
        en="Hear the adviser before you exclude.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    advice = draft.legal.market_advice
    yield from missing(advice, _PLACE, "took_place")
    if not advice.took_place:
        return
    yield from against(advice, _PLACE, _WANTED)
    yield from missing(advice, _PLACE, "excludes")
    if advice.excludes:
        yield from missing(advice, _PLACE, "no_other_means")
        yield from against(advice, _PLACE, (_HEARD,))


RULE = Rule(
    code="L42",
    title=Text(
        nl="Wie adviseerde bij de voorbereiding heeft geen voorsprong",
        en="Who advised in the preparation has no lead",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.51(1)"),
        cite("aw2012:2.51(2)"),
        cite("aw2012:2.51(3)"),
        cite("aw2012:2.51(4)"),
        cite("aw2012:2.51(5)"),
        cite("dir2014-24:40"),
        cite("dir2014-24:41"),
    ),
    wrong=Text(
        nl="Een mogelijke inschrijver adviseerde, en de anderen kregen zijn kennis of extra tijd niet.",
        en="A possible bidder advised, and the others did not get its knowledge or extra time.",
    ),
    why=Text(
        nl="Een marktconsultatie mag. Daarna krijgt iedereen dezelfde informatie en genoeg tijd. De "
        "maatregelen staan in het proces-verbaal. Uitsluiten mag alleen als niets anders helpt, en "
        "nadat de adviseur zich kon verdedigen.",
        en="A market consultation is allowed. After it everybody gets the same information and enough "
        "time. The measures stand in the record. Exclusion is allowed only where nothing else helps, "
        "and after the adviser could defend itself.",
    ),
    instead=Text(
        nl="Voeg het verslag van de consultatie bij de stukken en kies een ruime termijn.",
        en="Add the report of the consultation to the documents and choose a generous time limit.",
    ),
    bad=Text(
        nl="Het bedrijf dat de eisen schreef, schrijft ook in.",
        en="The firm that wrote the requirements bids as well.",
    ),
    good=Text(
        nl="Het verslag van de consultatie met vier bedrijven staat bij de stukken; de termijn is twee "
        "weken langer.",
        en="The report of the consultation with four firms is with the documents; the time limit is two "
        "weeks longer.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

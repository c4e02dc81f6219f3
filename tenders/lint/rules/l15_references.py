"""L15: references ask for comparable contracts of the last three years, on parts of the contract."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.draft.bidders import SuitabilityKind
from tenders.lint.draft.contract import Nature
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.references import names_a_list, same_contract, years_back
from tenders.lint.wordings import wordings

_ASKED_IN = frozenset({PassageKind.SUITABILITY, PassageKind.SHORTLISTING})
_SUPPLIES, _WORKS = Decimal(3), Decimal(5)  # years, art. 2.93 lid 1 onder a en b Aw
_SAME = Text(
    nl="‘{words}’ vraagt om eenzelfde opdracht. Alleen vergelijkbare opdrachten mogen worden gevraagd.",
    en="‘{words}’ asks for the same contract. Only comparable contracts may be asked.",
)
_COMPARABLE = Text(
    nl="Vraag per kerncompetentie, dus per onderdeel van de opdracht, een vergelijkbare opdracht van "
    "hooguit 60% van de omvang.",
    en="Ask, for each core competence and so for parts of the contract, a comparable contract of at most "
    "60% of the size.",
)
_LONG_AGO = Text(
    nl="Referenties tellen {years} jaar terug; de wet noemt ten hoogste {most} jaar.",
    en="References count {years} years back; the act says {most} years at most.",
)
_SHORTER = Text(
    nl="Tel ten hoogste {most} jaar terug, of laat een jurist vastleggen waarom langer nodig is om "
    "genoeg mededinging te houden.",
    en="Count {most} years back at most, or let a lawyer record why longer is needed to keep enough "
    "competition.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    most = _WORKS if draft.legal.contract.nature is Nature.WORKS else _SUPPLIES
    yield from _answers(draft, most)
    for wording in wordings(draft, _ASKED_IN, same_contract):
        yield wording.finding(Severity.BLOCKING, _SAME, wording.go(_COMPARABLE))
    yield from _texts(draft, most)


def _answers(draft: Draft, most: Decimal) -> Iterator[Finding]:
    for index, requirement in enumerate(draft.legal.bidders.suitability):
        place = f"legal.bidders.suitability[{index}]"
        if requirement.kind is SuitabilityKind.REFERENCE:
            yield from missing(requirement, place, "years")
            if requirement.years is not None and requirement.years > most:
                yield _too_long(f"{place}.years", requirement.years, most, str(requirement.years))


def _texts(draft: Draft, most: Decimal) -> Iterator[Finding]:
    def beyond(line: str) -> re.Match[str] | None:
        found = years_back(line, draft.on)
        return found[0] if found and found[1] > most else None

    for wording in wordings(draft, _ASKED_IN | {PassageKind.PROOF}, beyond):
        if wording.passage.kind is PassageKind.PROOF and not names_a_list(wording.plain):
            continue
        found = years_back(wording.plain, draft.on)
        if found:
            yield _too_long(wording.passage.place, found[1], most, wording.sentence)


def _too_long(place: str, years: Decimal, most: Decimal, quote: str) -> Finding:
    return wrong(
        place,
        _LONG_AGO.format(years=f"{years.normalize():f}", most=str(most)),
        _SHORTER.format(most=str(most)),
        severity=Severity.MOTIVATE,
        screen=Screen.SUITABILITY,
        quote=quote,
    )


RULE = Rule(
    code="L15",
    title=Text(
        nl="Referenties gaan over vergelijkbare opdrachten van de laatste drie jaar",
        en="References are about comparable contracts of the last three years",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(cite("aw2012:2.93(1)"), cite("aw2012:2.93(3)"), cite("aw2012:2.93(4)")),
    wrong=Text(
        nl="Een referentie-eis vraagt om eenzelfde opdracht, of kijkt verder terug dan drie jaar (bij werken "
        "vijf jaar).",
        en="A reference requirement asks for the same contract, or looks back further than three years "
        "(works: "
        "five years).",
    ),
    why=Text(
        nl="Wie ervaring vraagt, vraagt naar vergelijkbare opdrachten op onderdelen. Opdrachten die naar "
        "aard, "
        "omvang en doel gelijk zijn, heeft vaak alleen de zittende leverancier. Verder terugkijken mag als "
        "dat nodig is om genoeg inschrijvers te krijgen.",
        en="Whoever asks experience asks for comparable contracts on parts. Contracts that are equal in "
        "nature, "
        "size and purpose are often held by the sitting supplier alone. Looking further back is allowed "
        "where "
        "that is needed to get enough bidders.",
    ),
    instead=Text(
        nl="Vraag per onderdeel een vergelijkbare opdracht uit de afgelopen drie jaar.",
        en="Ask, for each part, a comparable contract from the past three years.",
    ),
    bad=Text(
        nl="De inschrijver heeft een identieke opdracht voor een gemeente van dezelfde omvang uitgevoerd.",
        en="The bidder has carried out an identical contract for a municipality of the same size.",
    ),
    good=Text(
        nl="De inschrijver heeft in de afgelopen drie jaar een vergelijkbare levering van ten minste 600 "
        "laptops "
        "uitgevoerd.",
        en="In the past three years the bidder has carried out a comparable delivery of at least 600 "
        "laptops.",
    ),
    ours=Text(
        nl="Een langere periode vraagt hier altijd de reden van een jurist. De wet noemt de reden, niet "
        "wie haar "
        "geeft.",
        en="A longer period always needs a lawyer's reason here. The act names the reason, not who gives it.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

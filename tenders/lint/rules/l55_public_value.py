"""L55: the documents say how the contract yields as much public value as possible."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity


def _check(draft: Draft) -> Iterator[Finding]:
    yield from missing(draft.legal.contract, "legal.contract", "public_value", severity=Severity.MOTIVATE)


RULE = Rule(
    code="L55",
    title=Text(
        nl="De stukken zeggen hoe de opdracht maatschappelijke waarde oplevert",
        en="The documents say how the contract yields public value",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(cite("aw2012:1.4(2)"),),
    wrong=Text(
        nl="Nergens staat wat de opdracht oplevert voor de samenleving.",
        en="Nowhere does it say what the contract yields for society.",
    ),
    why=Text(
        nl="U zorgt voor zo veel mogelijk maatschappelijke waarde voor publiek geld. Wie dat "
        "opschrijft, kiest daarna gerichter eisen en criteria.",
        en="You see to it that public money yields as much public value as possible. Writing it down "
        "makes the choice of requirements and criteria more precise.",
    ),
    instead=Text(
        nl="Schrijf in een of twee zinnen welke waarde u zoekt en waar dat in de stukken terugkomt.",
        en="Write in one or two sentences which value you seek and where the documents show it.",
    ),
    bad=Text(
        nl="Wij kopen maatschappelijk verantwoord in.",
        en="We buy in a socially responsible way.",
    ),
    good=Text(
        nl="Teruggenomen laptops gaan gereviseerd naar scholen in de gemeente (voorwaarde C1, criterium D3).",
        en="Laptops taken back go refurbished to schools in the municipality (condition C1, criterion D3).",
    ),
    ours=Text(
        nl="De wet vraagt de waarde, niet dat u haar opschrijft. Dat zij in de stukken staat, is een "
        "regel van dit programma.",
        en="The act asks for the value, not that you write it down. That it stands in the documents is "
        "a rule of this product.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

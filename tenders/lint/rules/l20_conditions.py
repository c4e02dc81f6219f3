"""L20: a contract condition is linked to the subject-matter and stated beforehand."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_IN_DOCUMENTS = Wanted(
    "in_documents",
    True,
    Text(
        nl="Deze voorwaarde staat niet in de aankondiging of de stukken.",
        en="This condition is not in the notice or the documents.",
    ),
    Text(
        nl="Zet de voorwaarde in het conceptcontract bij de stukken, of laat haar vallen.",
        en="Put the condition in the draft contract with the documents, or drop it.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, condition in enumerate(draft.legal.agreement.conditions):
        place = f"legal.agreement.conditions[{index}]"
        yield from missing(condition, place, "text", "link")
        yield from against(condition, place, (_IN_DOCUMENTS,))


RULE = Rule(
    code="L20",
    title=Text(
        nl="Een uitvoeringsvoorwaarde hoort bij de opdracht en staat vooraf in de stukken",
        en="A performance condition belongs to the contract and is stated beforehand",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.80(1)"),
        cite("aw2012:2.80(2)"),
        cite("dir2014-24:70"),
    ),
    wrong=Text(
        nl="Een voorwaarde in het contract heeft geen verband met wat u koopt, of staat niet in de "
        "aankondiging of de stukken.",
        en="A condition in the contract has no link to what you buy, or is not in the notice or the "
        "documents.",
    ),
    why=Text(
        nl="Voorwaarden over milieu of sociale zaken mogen, als zij gaan over de uitvoering van deze "
        "opdracht. Het verband wordt getoetst zoals bij gunningscriteria. Een inschrijver moet de "
        "voorwaarde kennen voordat hij inschrijft.",
        en="Conditions on environment or social matters are allowed if they are about carrying out this "
        "contract. The link is tested as for award criteria. A bidder must know the condition before "
        "it bids.",
    ),
    instead=Text(
        nl="Schrijf bij elke voorwaarde wat zij met deze opdracht te maken heeft, en zet haar in de stukken.",
        en="Write for each condition what it has to do with this contract, and put it in the documents.",
    ),
    bad=Text(
        nl="De opdrachtnemer voert een duurzaam bedrijfsbeleid.",
        en="The contractor has a sustainable company policy.",
    ),
    good=Text(
        nl="De opdrachtnemer neemt de geleverde laptops na gebruik terug.",
        en="The contractor takes the delivered laptops back after use.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

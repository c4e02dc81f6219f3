"""L16: not dividing into lots, and merging contracts, each need a reason in the documents."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity


def _check(draft: Draft) -> Iterator[Finding]:
    contract = draft.legal.contract
    if len(draft.tender.lots) == 1 and not contract.one_lot_reason.strip():
        yield unanswered("legal.contract.one_lot_reason")
    if contract.merged is None:
        yield unanswered("legal.contract.merged")
    if contract.merged and not contract.merged_reason.strip():
        yield unanswered("legal.contract.merged_reason")


RULE = Rule(
    code="L16",
    title=Text(
        nl="Niet in percelen verdelen of samenvoegen heeft een reden",
        en="Not dividing into lots, or merging, has a reason",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(cite("aw2012:1.5"),),
    wrong=Text(
        nl="De opdracht is niet in percelen verdeeld of is samengevoegd, en de stukken zeggen niet waarom.",
        en="The contract is not divided into lots or was merged, and the documents do not say why.",
    ),
    why=Text(
        nl="Opdrachten worden niet onnodig samengevoegd en worden in percelen verdeeld, tenzij dat "
        "niet passend is. Dan staat de reden in de stukken. Bij samenvoegen telt mee hoe de markt"
        " eruitziet, wat het voor de organisatie betekent en hoe de opdrachten samenhangen.",
        en="Contracts are not merged needlessly and are divided into lots, unless that is not "
        "fitting. Then the documents give the reason. Merging weighs the market, the consequences"
        " for the organisation and how the contracts hang together.",
    ),
    instead=Text(
        nl="Verdeel de opdracht in percelen, of leg uit waarom dat hier niet past.",
        en="Divide the contract into lots, or explain why that does not fit here.",
    ),
    bad=Text(
        nl="Laptops, beeldschermen en beheer zitten in één opdracht.",
        en="Laptops, displays and maintenance are one contract.",
    ),
    good=Text(
        nl="Laptops en beeldschermen zijn één perceel, omdat zij op één werkplek moeten samenwerken "
        "en meer dan vijf leveranciers beide leveren.",
        en="Laptops and displays are one lot, because they must work together at one desk and more than five "
        "suppliers deliver both.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

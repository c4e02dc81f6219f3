"""The draft contract: clauses that fit the tender, open blanks in front, promises of the winner behind."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clauses.assembly.assemble import Assembly, applicable, assemble
from clauses.assembly.facts import facts
from clauses.assembly.library import newest, read_library
from procurement.documents.model import Clause, Document, Field, Provision, plain
from tenders.example.reading import example
from tenders.reports.contract.document import contract_document
from tenders.reports.contract.offered import promises_nothing, without_empty_promises
from tenders.reports.contract.securing import Origin, answers
from tenders.reports.contract.subject import ContractFor
from tenders.reports.contract.values import contract_values
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Account, BidValue, Criterion, Direction, Kind
from tests.tenders.reports.making import assessed, edition, headings, tables, texts

TENDER = example().tender
ORIGIN = Origin(example().catalogue)
LIBRARY = newest(read_library())


def test_the_facts_follow_from_the_criteria() -> None:
    found = answers(edition(TENDER), TENDER.lots, ORIGIN, services=False)

    assert (found["subject"], found["duration"], found["data-carriers"]) == (
        ("hardware",),
        ("longer",),
        ("yes",),
    )
    assert {"co2-footprint", "energy-use"} <= set(found["promises"])


def test_a_contract_for_one_lot_asks_only_for_what_that_lot_scored() -> None:
    promises = [answers(edition(TENDER), (lot,), ORIGIN, services=False)["promises"] for lot in TENDER.lots]

    assert ["refurbished" in each for each in promises] == [True, False]


def test_at_least_fifteen_clauses_are_chosen() -> None:
    assert len(assembly().clauses) >= 15


def test_a_criterion_that_a_buyer_wrote_is_recognised_by_its_unit() -> None:
    lot = TENDER.lots[0]
    energy = next(leaf for leaf in lot.leaves() if "kWh" in leaf.unit)

    assert Origin({}).clauses(lot, energy) == ("energy-use",)


def test_every_blank_in_the_text_is_listed_in_front() -> None:
    document = contract(awarded=True)
    end = next(i for i, block in enumerate(document.blocks) if isinstance(block, Clause))

    listed = next(table for table in tables(document) if table.alt == "Nog in te vullen")
    fields = {inline.label for clause in clauses(document) for inline in inlines(clause)}

    assert document.blocks.index(listed) < end
    assert {plain(row.cells[1]) for row in listed.rows} == fields


def test_what_the_winner_offered_is_promised() -> None:
    lot = TENDER.lots[0]
    winner = evaluate(lot).winner
    assert winner is not None

    said = texts(contract(awarded=True))

    assert said.count(winner.bid.name) == 0  # only as contractor, in bold, behind its label
    assert said.count(f"Opdrachtnemer: {winner.bid.name}") == 1


def test_an_offer_of_nothing_becomes_no_obligation() -> None:
    document = contract(awarded=True)
    promised = next(t for t in tables(document) if t.caption.startswith("Toezeggingen"))

    assert "refurbished-share" not in [clause.code for clause in clauses(document)]
    assert "D3.1 Aandeel refurbished laptops" not in [plain(row.cells[0]) for row in promised.rows]
    assert (
        texts(document).count(
            "Niet toegezegd, want aangeboden met 0 of nee: D3.1 Aandeel refurbished laptops."
        )
        == 1
    )


@pytest.mark.parametrize(
    ("kind", "direction", "value", "nothing"),
    [
        (Kind.QUANTITY, Direction.HIGHER, Decimal("0.0"), True),
        (Kind.QUANTITY, Direction.HIGHER, Decimal("0.1"), False),
        (Kind.QUANTITY, Direction.LOWER, Decimal(0), False),
        (Kind.YES_NO, None, "no", True),
        (Kind.YES_NO, None, "yes", False),
        (Kind.LABEL, None, "none", True),
        (Kind.SCALE, None, "no", False),
    ],
)
def test_nothing_is_promised_by_0_of_what_should_be_high_or_by_no(
    kind: Kind, direction: Direction | None, value: BidValue, nothing: bool
) -> None:
    criterion = Criterion(code="K", title="K", weight=Decimal(10), kind=kind, direction=direction)

    assert promises_nothing(criterion, value) is nothing


def test_a_contract_for_one_lot_is_about_that_lot() -> None:
    chosen = newest(read_library())

    said = [
        contract_values(edition(TENDER), lots, chosen, ORIGIN, None)["definitions"]["performance"]
        for lots in (TENDER.lots, TENDER.lots[:1])
    ]

    assert said == [TENDER.subject.rstrip("."), f"perceel 1 – {TENDER.lots[0].title}"]


def test_the_overview_tells_a_blank_from_what_stands_in_the_clause() -> None:
    overview = next(t for t in tables(contract(awarded=True)) if t.alt.startswith("KPI-overzicht, deel A"))

    shown = {plain(row.cells[0]): plain(row.cells[1]) for row in overview.rows}

    assert (
        shown["Daling van de uitstoot van de Prestatie ten opzichte van de startwaarde"] == "nog in te vullen"
    )
    assert shown["Gewogen KPI-score"] == "zie de clausule"


def test_the_level_that_assessors_gave_is_no_promise() -> None:
    document = contract(awarded=True)

    promised = next(t for t in tables(document) if t.caption.startswith("Toezeggingen"))

    codes = [plain(row.cells[0]).split()[0] for row in promised.rows]
    judged = [line for line in texts(document) if line.startswith("Door beoordelaars gewogen: K1 ")]
    assert [code for code in codes if code[0] == "K"] == ["K2"]
    assert len(judged) == 1


@pytest.mark.parametrize(
    ("lot", "filled"),
    [(0, {"award_unit": "point"}), (1, {"award_unit": "percentage-point", "value_per_point": "5000"})],
)
def test_the_penalty_takes_the_published_value_and_invents_none(lot: int, filled: dict[str, str]) -> None:
    values = contract_values(edition(TENDER), TENDER.lots[lot : lot + 1], LIBRARY, ORIGIN, None)

    assert values["penalties"] == filled


def test_the_method_of_calculation_is_the_one_that_the_criterion_names() -> None:
    silent = replace(TENDER.lots[0], criteria=tuple(_silent(node) for node in TENDER.lots[0].criteria))

    found = [
        contract_values(edition(TENDER), (lot,), LIBRARY, ORIGIN, None).get("co2-product-footprint")
        for lot in (TENDER.lots[0], silent)
    ]

    assert found == [{"calculation_standard": "iso-14067"}, None]


def test_what_no_criterion_asks_is_for_the_buyer_before_publication() -> None:
    listed = next(table for table in tables(contract(awarded=True)) if table.alt == "Nog in te vullen")

    before = [plain(row.cells[1]) for row in listed.rows if plain(row.cells[2]).endswith("vóór publicatie")]

    assert [label for label in before if "beveiligingsupdates" in label] == ["Jaren met beveiligingsupdates"]
    assert [plain(row.cells[1]) for row in listed.rows if "winnende" in plain(row.cells[2])] == []


def test_the_origin_of_the_clauses_is_the_last_annex() -> None:
    titles = headings(contract(awarded=True))

    assert titles[-1] == "Verantwoording: herkomst van de clausules"


def test_before_the_award_nothing_is_promised() -> None:
    table = next(t for t in tables(contract(awarded=False)) if t.caption.startswith("Toezeggingen"))

    assert {plain(row.cells[2]) for row in table.rows} == {"na gunning"}


def test_a_text_that_is_too_long_for_its_blank_stays_a_blank() -> None:
    long = edition(replace(TENDER, subject="x" * 600))

    values = contract_values(long, TENDER.lots, newest(read_library()), ORIGIN, None)

    assert "performance" not in values["definitions"]


def _silent(node: Criterion) -> Criterion:
    """The criterion and those below it without what the tender says about them."""
    return replace(node, account=Account(), children=tuple(_silent(child) for child in node.children))


def assembly(*, awarded: bool = False) -> Assembly:
    known = facts(answers(edition(TENDER), TENDER.lots[:1], ORIGIN, services=False))
    chosen = applicable(newest(read_library()), known)
    winner = assessed(TENDER.lots[0]) if awarded else None
    chosen = tuple(without_empty_promises(chosen, ORIGIN, winner))
    return assemble(
        chosen, known, contract_values(edition(TENDER), TENDER.lots[:1], chosen, ORIGIN, winner), "nl"
    )


def contract(*, awarded: bool) -> Document:
    lot = TENDER.lots[0]
    found = {lot.code: assessed(lot)} if awarded else {}
    subject = ContractFor(edition=edition(TENDER), lots=(lot,), awarded=found, origin=ORIGIN)
    return contract_document(subject, assembly(awarded=awarded))


def clauses(document: Document) -> list[Clause]:
    return [block for block in document.blocks if isinstance(block, Clause)]


def inlines(clause: Clause) -> list[Field]:
    provisions = [part for part in clause.body if isinstance(part, Provision)]
    contents = [each.content for each in provisions]
    contents += [point.content for each in provisions for point in each.points]
    return [inline for content in contents for inline in content if isinstance(inline, Field)]

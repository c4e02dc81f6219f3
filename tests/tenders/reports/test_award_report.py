"""The award report: every score with its reason, and nothing left out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from procurement.documents.model import Document, plain
from procurement.documents.writers.docx import docx_bytes
from tenders.example.reading import example
from tenders.reports.award.document import award_report
from tenders.reports.proof import SupplierProof
from tenders.scorecard.evaluate import scorecard
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Lot
from tests.tenders.reports.making import assessed, edition, headings, tables, tender_of, texts
from tests.tenders.reports.random_lots import random_lots

MISSING = "MOTIVERING ONTBREEKT. Vul die aan voordat u de gunningsbeslissing verstuurt."


def report(lots: tuple[Lot, ...]) -> Document:
    return award_report(edition(tender_of(lots)), [assessed(lot) for lot in lots], {})


def test_the_winner_and_the_margin_are_named() -> None:
    lot = example().tender.lots[0]
    winner = evaluate(lot).winner

    said = texts(report((lot,)))

    assert winner is not None
    assert said.count(f"Advies: gun perceel 1 aan {winner.bid.name}.") == 1


def test_the_way_to_the_contract_names_the_standstill_and_its_articles() -> None:
    said = texts(report(example().tender.lots))

    assert [line[:46] for line in said if "20 kalenderdagen" in line] == [
        "Wacht ten minste 20 kalenderdagen met het slui"
    ]
    assert said.count("Grondslag: art. 2.130 Aw 2012; art. 2.127 Aw 2012; art. 2.131 Aw 2012.") == 1


def test_each_valid_bid_has_a_row_for_each_criterion_and_the_outcome() -> None:
    lot = example().tender.lots[0]

    scores = [table for table in tables(report((lot,))) if table.alt.startswith("Rang ")]

    assert [len(table.rows) for table in scores] == [len(list(lot.leaves())) + 1] * 4


def test_a_bid_set_aside_is_listed_with_its_reason() -> None:
    lot = example().tender.lots[0]
    (exclusion,) = evaluate(lot).excluded

    table = next(table for table in tables(report((lot,))) if table.alt == "Terzijde gelegde inschrijvingen")

    assert [plain(cell) for cell in table.rows[0].cells][1] == exclusion.reason.nl


def test_a_judgement_without_a_reason_raises_the_alarm() -> None:
    lot = example().tender.lots[0]
    silent = replace(lot, bids=tuple(replace(bid, motivations={}) for bid in lot.bids))

    assert texts(report((lot,))).count(MISSING) == 0
    assert texts(report((silent,))).count(MISSING) == 2 * 4


def test_a_tie_is_explained_with_the_published_order() -> None:
    said = texts(report((example().tender.lots[1],)))

    assert said.count("De bekendgemaakte volgorde bij een gelijke stand is:") == 1


def test_every_random_lot_can_be_reported_in_both_languages() -> None:
    lots = tuple(random_lots(40, seed=5))
    assessments = [assessed(lot) for lot in lots]

    for language in ("nl", "en"):
        content = docx_bytes(award_report(edition(tender_of(lots), language), assessments, {}))

        assert content[:2] == b"PK"


def test_evidence_that_lapses_before_the_end_of_the_contract_is_pointed_out() -> None:
    lot, supplier = example().tender.lots[0], example().suppliers[0]
    proof = SupplierProof("A", supplier.name, scorecard(supplier.evidence, on=date(2026, 11, 9)))

    document = award_report(edition(tender_of((lot,))), [assessed(lot)], {"1": (proof,)})

    lapsing = [line for line in texts(document) if "Verloopt vóór het einde" in line]
    assert len(lapsing) == 1  # the certificate of environmental management, until 31 May 2027
    assert proof.card.points > Decimal(0)


def test_a_lot_without_a_ranking_is_named() -> None:
    lots = example().tender.lots

    document = award_report(edition(tender_of(lots)), [assessed(lots[0])], {})

    missing = "Van deze percelen is nog geen rangorde berekend: Perceel 2."
    assert texts(document).count(missing) == 1
    assert headings(document).count("Ondertekening") == 1

"""The award-criteria annex: complete, and its worked example comes from the scoring code."""

from dataclasses import replace
from decimal import Decimal

import pytest

from procurement.documents.model import Table, plain
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.example.reading import example
from tenders.reports.annex.document import award_annex
from tenders.reports.annex.example import illustration_of
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion, FallingAway, Kind, Lot
from tests.tenders.reports.making import edition, headings, tables, tender_of, texts
from tests.tenders.reports.random_lots import random_lots

NL = Wording("nl")


@pytest.fixture(scope="module")
def lots() -> tuple[Lot, ...]:
    return tuple(random_lots(60, seed=11))


def test_every_criterion_has_its_own_heading_with_its_weight() -> None:
    document = award_annex(edition(example().tender))
    first = example().tender.lots[0]

    wanted = [f"{node.code} {node.title} ({NL.percent(node.weight)})" for node in first.nodes()]

    assert [heading for heading in headings(document) if heading in wanted][: len(wanted)] == wanted


def test_the_weights_in_the_table_add_up_to_the_whole() -> None:
    table = _titled(tables(award_annex(edition(example().tender))), "Gunningscriteria en gewichten")

    assert [plain(cell) for cell in table.rows[-1].cells] == ["", "Totaal", "100%", "100"]


def test_the_example_of_the_price_is_computed_in_the_middle_of_the_band() -> None:
    said = texts(award_annex(edition(example().tender)))

    place = said.index("Stel: een inschrijving biedt € 5.400.000,00. Dan is")

    assert said[place + 1 : place + 3] == [
        "deel = (6.400.000 − 5.400.000) / (6.400.000 − 4.400.000) = 0,5",
        "punten = 0,5 × 45 = 22,5",
    ]


def test_an_annex_of_award_on_value_speaks_of_no_points() -> None:
    lot = example().tender.lots[1]

    said = texts(award_annex(edition(replace(example().tender, lots=(lot,)))))

    spoken = [line for line in said if "punten" in line]
    assert {line.split(": ")[-1][:42] for line in spoken} == {
        "Tussen twee bekendgemaakte punten een rech",  # the points of a line
        "Alle drie de onderdelen aanwezig, maar op ",  # the words of a level
    }
    assert [line for line in said if ",0 " in line] == []


def test_a_level_is_given_and_a_group_says_what_it_is_made_of() -> None:
    said = texts(award_annex(edition(example().tender)))

    assert said.count("Stel: een inschrijving krijgt niveau Goed. Dan is") == 3
    assert [line[:44] for line in said if line.startswith("Samen 25%")] == [
        "Samen 25%, verdeeld over: D1 CO2-footprint v"
    ] * 2
    assert said.count("Beschreven niveaus") == 0


def test_every_lot_that_can_be_published_has_an_example_of_two_ranked_bids(lots: tuple[Lot, ...]) -> None:
    illustrations = [illustration_of(lot, NL) for lot in lots]

    assert [lot.code for lot, shown in zip(lots, illustrations, strict=True) if shown is None] == []


def test_a_draft_whose_weights_do_not_add_up_has_no_example() -> None:
    lot = example().tender.lots[0]

    assert illustration_of(replace(lot, criteria=lot.criteria[:1]), NL) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_method_can_be_written(lots: tuple[Lot, ...], language: Language) -> None:
    content = docx_bytes(award_annex(edition(tender_of(lots), language)))

    assert content[:2] == b"PK"


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert docx_bytes(award_annex(edition(example().tender))) == docx_bytes(
        award_annex(edition(example().tender))
    )


def test_without_a_tie_rule_the_annex_warns() -> None:
    lot = example().tender.lots[0]
    silent = replace(lot, award=replace(lot.award, ties=()))

    said = texts(award_annex(edition(tender_of((silent,)))))

    assert len([line for line in said if line.startswith("Voor een gelijke stand is geen regel")]) == 1


def test_a_method_that_looks_at_other_bids_says_so() -> None:
    price = Criterion(
        code="P", title="Prijs", weight=Decimal(100), kind=Kind.PRICE, method="relative-inverse"
    )
    lot = replace(example().tender.lots[0], criteria=(price,), requirements=(), bids=())

    said = texts(
        award_annex(edition(tender_of((replace(lot, award=replace(lot.award, ties=(), falling_away=None)),))))
    )

    assert len([line for line in said if line.startswith("De score op ‘Prijs’ hangt af van")]) == 1
    assert len([line for line in said if line.startswith("Deze bijlage legt niet vast wat er gebeurt")]) == 1


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (FallingAway.KEEP, "Vervalt een inschrijving na de beoordeling, dan blijft de rangorde"),
        (FallingAway.RECALCULATE, "Vervalt een inschrijving na de beoordeling, dan berekenen wij"),
    ],
)
def test_what_happens_when_a_bid_falls_away_is_in_the_annex(rule: FallingAway, words: str) -> None:
    lot = example().tender.lots[0]

    said = texts(
        award_annex(edition(tender_of((replace(lot, award=replace(lot.award, falling_away=rule)),))))
    )

    assert len([line for line in said if line.startswith(words)]) == 1


def test_the_rule_for_being_in_time_is_in_the_annex() -> None:
    said = texts(award_annex(edition(example().tender)))

    assert len([line for line in said if "Precies op het uiterste tijdstip is nog op tijd" in line]) == 1


def test_version_and_checksum_travel_with_the_file() -> None:
    properties = award_annex(edition(example().tender)).properties

    assert (properties.version, properties.digest) == (
        "versie 1 van 7 september 2026",
        "0123456789abcdef" * 4,
    )


def _titled(found: list[Table], caption: str) -> Table:
    return next(table for table in found if table.caption == caption)

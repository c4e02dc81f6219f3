"""The example hangs together: figures, dates, evidence, and the finish that was intended."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from procurement.citations import CITATIONS
from tenders.catalogue.loading import catalogue
from tenders.example.reading import example
from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import Part
from tenders.scorecard.verified import verified_figure
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Kind, Lot


def lot(code: str) -> Lot:
    return next(lot for lot in example().tender.lots if lot.code == code)


def test_two_lots_with_five_bids_each_by_suppliers_that_are_clearly_invented() -> None:
    tender = example().tender

    assert [len(lot.bids) for lot in tender.lots] == [5, 5]
    assert tender.authority == "Ministerie (voorbeeld)"
    assert all(bid.name.endswith("(voorbeeld)") for lot in tender.lots for bid in lot.bids)


def test_both_lots_weigh_45_30_25_with_10_8_7() -> None:
    for code in ("1", "2"):
        price, quality, sustainability = lot(code).criteria

        assert [price.weight, quality.weight, sustainability.weight] == [45, 30, 25]
        assert [child.weight for child in sustainability.children] == [10, 8, 7]


def test_every_carbon_and_energy_value_follows_from_the_published_figures() -> None:
    wrong = []
    for offer in example().offers:
        bid = next(bid for bid in lot(offer.lot).bids if bid.code == offer.bid)
        if bid.failed:
            continue
        carbon = offer.product.production_and_transport.quantize(Decimal("0.1"), ROUND_HALF_UP)
        if (bid.values["D1"], bid.values["D2"]) != (carbon, offer.product.energy):
            wrong.append((offer.lot, offer.bid))

    assert wrong == []


def test_the_bid_of_each_offer_carries_the_name_of_its_supplier() -> None:
    names = {(lot.code, bid.code): bid.name for lot in example().tender.lots for bid in lot.bids}

    by_offer = {(o.lot, o.bid): example().supplier(o.supplier).name for o in example().offers}

    assert by_offer == names


def test_every_figure_names_its_report_and_year() -> None:
    assert [o.bid for o in example().offers if not o.product.report or o.product.reported.year < 2021] == []


def test_lot_1_has_a_knock_out_and_a_close_finish_with_the_refurbished_bid_second() -> None:
    result = evaluate(lot("1"))

    assert [(bid.bid.code, bid.total) for bid in result.ranking[:2]] == [
        ("A", Decimal("65.24")),
        ("E", Decimal("64.59")),
    ]
    assert [exclusion.bid.code for exclusion in result.excluded] == ["D"]
    assert example().offer(lot="1", bid="E").product.model == "Latitude 5421, refurbished"


def test_lot_2_has_a_real_tie_at_the_top_broken_by_the_published_order() -> None:
    result = evaluate(lot("2"))
    first, second = result.ranking[:2]

    assert (first.bid.code, first.rank, second.bid.code, second.rank) == ("D", 1, "A", 2)
    assert first.total == second.total == Decimal(466284)
    assert first.tie is not None
    assert first.tie.nl == "Zelfde totaal als A. Beslist op: de hoogste score voor kwaliteit."
    assert result.undecided == ()


def test_every_score_but_the_price_of_a_bid_that_stands_is_motivated() -> None:
    bare = [
        (lot.code, bid.code, leaf.code)
        for lot in example().tender.lots
        for bid in lot.bids
        if not bid.failed
        for leaf in lot.leaves()
        if leaf.kind is not Kind.PRICE and len(bid.motivations.get(leaf.code, "")) < 30
    ]

    assert bare == []


def test_the_motivation_of_a_graded_score_names_the_level_given() -> None:
    missing = [
        (lot.code, bid.code, leaf.code)
        for lot in example().tender.lots
        for bid in lot.bids
        if not bid.failed
        for leaf in lot.leaves()
        if leaf.kind is Kind.SCALE
        for level in leaf.levels
        if level.code == bid.values[leaf.code] and f"'{level.title}'" not in bid.motivations[leaf.code]
    ]

    assert missing == []


def test_the_dates_follow_each_other_and_leave_the_legal_periods() -> None:
    procedure = example().procedure
    days = [
        procedure.publication,
        procedure.questions_until,
        procedure.clarifications,
        procedure.deadline.date(),
        procedure.assessment_until,
        procedure.price_opening,
        procedure.award_decision,
        procedure.standstill_until,
        procedure.contract_start,
        procedure.contract_end,
    ]

    assert all(earlier < later for earlier, later in pairwise(days))
    assert procedure.deadline < procedure.opening
    assert procedure.deadline.date() - procedure.publication >= timedelta(days=45)
    assert procedure.deadline.date() - procedure.clarifications >= timedelta(days=10)
    assert procedure.standstill_until - procedure.award_decision >= timedelta(days=20)
    assert procedure.contract_end == date(2031, 1, 31)


def test_all_bids_came_in_before_the_deadline() -> None:
    assert [o.bid for o in example().offers if o.received_at >= example().procedure.deadline] == []


def test_the_states_of_evidence_differ_as_told() -> None:
    deadline = example().procedure.deadline.date()

    earned = {
        supplier.code: line.points
        for supplier in example().suppliers
        for line in scorecard(supplier.evidence, on=deadline).lines
        if line.part is Part.ENVIRONMENTAL_MANAGEMENT
    }

    assert earned == {
        "laagland": 40,  # valid certificate
        "polderlicht": 0,  # expired
        "waterlinie": 40,  # EMAS instead
        "zandweg": 0,  # none
        "tweede-ronde": 40,  # equivalent measures, established by the buyer
        "noorderlicht": 0,  # scope does not cover the performance
        "dijkzicht": 0,  # body not accredited
    }


def test_criteria_requirements_and_catalogue_codes_exist() -> None:
    tender = example().tender
    cited = {
        *(code for lot in tender.lots for node in lot.nodes() for code in node.account.basis),
        *(code for lot in tender.lots for requirement in lot.requirements for code in requirement.basis),
    }
    leaves = {(lot.code, leaf.code) for lot in tender.lots for leaf in lot.leaves()}

    assert sorted(code for code in cited if code not in CITATIONS) == []
    assert set(example().catalogue) == leaves
    assert sorted(item for item in example().catalogue.values() if item not in catalogue()) == []


def test_the_motivation_of_a_refurbished_device_shows_the_whole_sum() -> None:
    bid = next(bid for bid in lot("1").bids if bid.code == "E")

    assert bid.motivations["D1"].startswith(
        "Latitude 5421, refurbished, volgens Dell, PCF datasheet Latitude 5421 (06-2021): 304 kg CO2e over "
        "de levensduur, waarvan productie en transport (0,837 + 0,034). "
        "Nagerekend: 304 × (0,837 + 0,034) × 0,5 + 9,5 kg = 141,9 kg CO2e."
    )


def test_what_the_evidence_proves_is_what_was_scored() -> None:
    deadline = example().procedure.deadline.date()
    proven, differing = {}, []
    for offer in example().offers:
        [bid] = [bid for bid in lot(offer.lot).bids if bid.code == offer.bid]
        for (number, code), item in example().catalogue.items():
            how = catalogue()[item].scoring
            if number != offer.lot or code not in bid.values or how is None or how.evidence is None:
                continue
            found = verified_figure(offer.proof, kind=how.evidence, on=deadline)
            proven.setdefault(f"{number} {offer.bid}", []).append((code, found.value is not None))
            if found.value is not None and Decimal(found.value) != bid.values[code]:
                differing.append((number, offer.bid, code))

    assert differing == []
    assert {
        name: " ".join(code for code, is_proven in cells if is_proven) for name, cells in proven.items()
    } == {
        "1 A": "D1 D2 D3.2 D3.3",
        "1 B": "D1 D3.2",  # a label without a figure; the spare parts were not checked
        "1 C": "D1 D2 D3.2 D3.3",
        "1 E": "D1 D3.1 D3.2 D3.3",
        "2 A": "D1 D2 D3.2 D3.3",
        "2 B": "D1 D3.2",
        "2 C": "D1 D3.2 D3.3",
        "2 D": "D1 D3.2",
        "2 E": "",
    }

"""What has to be done under a contract: KPIs with the promise behind them, reports, proofs, tasks."""

from dataclasses import replace
from datetime import date

import pytest

from clauses.assembly.award import Award, award_as_data, award_from_data
from clauses.assembly.duties import duties_of
from clauses.assembly.library import newest, read_library
from clauses.assembly.obligation import Measure, Obligation
from clauses.assembly.obligations import by_date, obligations
from clauses.assembly.timing_words import frequency, timing
from tests.clauses.assembly.promising import AWARD, BY_CODE, FOOTPRINT, PLAN, assembled

FILLED = {"co2-product-footprint": {"footprint_per_unit": "214.5"}}


def of(found: tuple[Obligation, ...], clause: str, kind: str = "kpi") -> Obligation:
    return next(each for each in found if (each.clause, each.kind) == (clause, kind))


def test_a_kpi_has_its_target_direction_proof_consequence_and_the_promise_behind_it() -> None:
    assembly = assembled("definitions", "co2-product-footprint", "penalties", values=FILLED)

    kpi = of(obligations(assembly, AWARD), "co2-product-footprint")

    assert kpi.measure == Measure(
        target="214,5",
        unit="kg CO2-equivalent per stuk",
        direction="at-most",
        proof="de berekening, of een verklaring van een onafhankelijke derde over de berekening",
    )
    assert (kpi.article, kpi.promise, kpi.consequences) == ("2.4", FOOTPRINT, ("clause-penalties",))
    assert kpi.quote.startswith("Bij elke levering geeft Opdrachtnemer per Product:")


def test_a_promise_without_a_blank_is_a_kpi_of_its_own_in_the_words_of_the_bidder() -> None:
    assembly = assembled("definitions", "promised-values", "kpi-bonus-malus")

    found = [each for each in obligations(assembly, AWARD) if each.promise == PLAN]

    assert [(each.title, each.quote, each.article) for each in found] == [
        ("G4 Plan voor terugname", "Wij halen elke laptop binnen vijf dagen op.", "2.3")
    ]
    assert found[0].dates == (date(2028, 2, 29), date(2029, 2, 28))
    assert found[0].consequences == ("clause-kpi-bonus-malus",)


def test_no_promise_is_lost_or_there_twice() -> None:
    every = [each.code for each in newest(read_library()) if each.rung == "preferred"]
    assembly = assembled(*every, values=FILLED)

    promised = [each.promise for each in obligations(assembly, AWARD) if each.promise]

    assert sorted(each.criterion for each in promised) == ["G2", "G4"]


def test_reports_and_tasks_have_their_dates_in_order() -> None:
    values = {"energy-emissions-report": {"report_days": "10"}}
    assembly = assembled("definitions", "energy-emissions-report", "capacity-use", values=values)

    dated = by_date(obligations(assembly))

    assert [day for day, _ in dated] == sorted(day for day, _ in dated)
    report = of(obligations(assembly), "energy-emissions-report", "report")
    assert report.dates == (date(2028, 3, 14), date(2029, 3, 14))
    assert timing(report, "nl") == "elk Rapportagejaar, binnen 10 werkdagen"


def test_a_proof_that_ends_during_the_contract_is_renewed_in_time_and_a_later_one_is_not() -> None:
    assembly = assembled("definitions", "proof-register", values={"proof-register": {"renewal_days": "20"}})

    renewals = [each for each in obligations(assembly, AWARD) if each.title.startswith("Vernieuwen")]

    assert [(each.title, each.dates) for each in renewals] == [
        ("Vernieuwen: ISO 14001 NL-1", (date(2028, 6, 1),))
    ]


@pytest.mark.parametrize("day", ["", "2027-13-01"])
def test_without_the_dates_of_the_contract_nothing_is_dated_and_nothing_breaks(day: str) -> None:
    assembly = assembled("definitions", "capacity-use", values={"definitions": {"start_date": day}})

    found = obligations(assembly, replace(AWARD, promises=()))

    assert len(found) == 3
    assert by_date(found) == ()


def test_an_open_target_and_an_open_term_stay_open() -> None:
    assembly = assembled("definitions", "capacity-use", "impact-assessment")

    kpi = of(obligations(assembly), "capacity-use")

    assert kpi.measure is not None
    assert kpi.measure.target == ""
    assert frequency(of(obligations(assembly), "impact-assessment"), "en") == "every 12 months"


def test_a_day_of_the_year_is_said_in_words() -> None:
    found = of(obligations(assembled("definitions", "waste-heat", language="en")), "waste-heat")

    assert timing(found, "en") == "every calendar year, by 15 May after it"


def test_a_rewritten_clause_keeps_the_duties_whose_words_still_stand_in_it() -> None:
    """Provisions 2 and 4 go and 3 becomes the first: the task of 4 is gone, the others follow the text."""
    model = BY_CODE["capacity-use"]
    rewritten = replace(model, nl=(model.nl[2], model.nl[0]), digest="b" * 64)

    assert [(each.kind, each.provision) for each in duties_of(rewritten)] == [("kpi", 2), ("report", 1)]


def test_an_award_comes_back_from_plain_data_as_it_was() -> None:
    assert award_from_data(award_as_data(AWARD)) == AWARD
    assert award_from_data({}) == Award()

"""The contract says what the bid promised; another value or a promise without a clause is told."""

from clauses.assembly.award import NO_AWARD
from clauses.assembly.obligations import obligations
from clauses.assembly.promised import promise_problems
from tests.clauses.assembly.promising import AWARD, assembled

PLACE = ("co2-product-footprint", "footprint_per_unit")


def problems(*codes: str, value: str = "", given: str = "214.5") -> list[tuple[str, str]]:
    found = assembled(*codes, values={PLACE[0]: {PLACE[1]: value}} if value else None)
    return [(each.clause, each.message.nl) for each in promise_problems(found, AWARD, {PLACE: given})]


def test_a_value_as_it_was_promised_is_no_problem() -> None:
    assert problems("definitions", "promised-values", PLACE[0], value="214.50") == []


def test_a_value_that_is_still_open_is_no_second_problem() -> None:
    assert problems("definitions", "promised-values", PLACE[0]) == []


def test_another_value_is_told_with_both() -> None:
    ((code, told),) = problems("definitions", "promised-values", PLACE[0], value="9999")

    assert code == PLACE[0]
    assert "214,5" in told
    assert "9.999" in told


def test_without_a_place_of_origin_the_promise_itself_counts() -> None:
    assert problems("definitions", "promised-values", PLACE[0], value="214.5", given="") == []
    assert len(problems("definitions", "promised-values", PLACE[0], value="1", given="")) == 1


def test_a_promise_that_no_clause_holds_is_told_and_stays_in_the_list() -> None:
    told = problems("definitions", "penalties")
    listed = obligations(assembled("definitions", "penalties"), AWARD)

    assert [code for code, _message in told] == ["promised-values", "promised-values"]
    assert [each.title for each in listed if each.promise] == [
        "G2 CO2-footprint (niet geborgd)",
        "G4 Plan voor terugname (niet geborgd)",
    ]


def test_without_an_award_nothing_is_asked() -> None:
    assert list(promise_problems(assembled("definitions"), NO_AWARD, {})) == []

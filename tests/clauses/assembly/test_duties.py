"""The duties read from the library: complete, and each resting on words of its provision."""

from pathlib import Path

import pytest

from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_of, faults_of, read_readings
from clauses.assembly.library import newest, read_library
from clauses.assembly.source import ClauseError
from tests.clauses.assembly.builders import KG, clause

LIBRARY = read_library()
NEWEST = newest(LIBRARY)
EVERY_CLAUSE = pytest.mark.parametrize("clause", NEWEST, ids=lambda clause: clause.code)
WITHOUT_DUTIES = {"definitions", "calculation-rules", "penalties", "penalties-fixed", "reporting"}

DUTY = """
[[duties]]
kind = "report"
provision = 1
words = "{words}"
every = "quarter"
within = "{within}"
title.nl = "Verslag"
title.en = "Report"
{more}
"""


def duty(words: str = "levert", within: str = "20 working-days", more: str = "") -> str:
    return DUTY.format(words=words, within=within, more=more)


@EVERY_CLAUSE
def test_a_clause_asks_something_that_somebody_does_or_is_a_rule_of_the_game(clause: LibraryClause) -> None:
    assert bool(duties_of(clause)) is (clause.code not in WITHOUT_DUTIES)


@EVERY_CLAUSE
def test_every_kpi_of_a_clause_has_terms(clause: LibraryClause) -> None:
    """Exactly one duty measures the KPI in the head: with direction, rhythm and proof."""
    own = [each for each in duties_of(clause) if each.kind == "kpi" and each.title is None]

    assert len(own) == (clause.kpi is not None)


@pytest.mark.parametrize("clause", LIBRARY, ids=lambda clause: f"{clause.code} {clause.version}")
def test_every_duty_rests_on_words_of_its_provision(clause: LibraryClause) -> None:
    assert faults_of(clause) == ()


def test_every_reading_is_of_a_text_in_the_library() -> None:
    assert set(read_readings()) <= {clause.digest for clause in LIBRARY}


@EVERY_CLAUSE
def test_a_consequence_is_a_clause_that_others_can_take_the_place_of(clause: LibraryClause) -> None:
    places = {each.place for each in NEWEST}

    assert {code for each in duties_of(clause) for code in each.consequences} <= places


def test_every_value_that_a_bid_promises_in_a_number_is_measured_or_paid_by() -> None:
    """A promised blank without a KPI would be a promise nobody looks at."""
    unmeasured = {
        f"{clause.code}.{variable.name}"
        for clause in NEWEST
        for variable in clause.variables
        if variable.source == "bid"
        and variable.kind in ("number", "percentage", "money")
        and variable.name not in _measured(clause)
    }

    assert unmeasured == {"co2-reduction-path.baseline", "take-back-at-cost.collection_price"}


def _measured(clause: LibraryClause) -> set[str]:
    own = {clause.kpi.variable} if clause.kpi else set()
    return own | {each.variable for each in duties_of(clause)}


def test_a_head_may_hold_its_duties() -> None:
    found = clause("one", "1. Hij levert {kg} kg.", more=KG + duty())

    assert [(each.kind, each.rhythm, each.within.amount) for each in duties_of(found)] == [
        ("report", "quarter", "20")
    ]
    assert faults_of(found) == ()


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (duty(words="betaalt"), "provision 1 does not say 'betaalt'"),
        (duty(within="term days"), "there is no blank term"),
        (duty().replace("provision = 1", "provision = 2"), "there is no provision 2"),
    ],
)
def test_a_duty_that_does_not_rest_on_the_text_is_named(written: str, fault: str) -> None:
    found = clause("one", "1. Hij levert {kg} kg.", more=KG + written)

    assert faults_of(found) == (fault,)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        (duty(within="20 weeks"), "within"),
        (duty(more='direction = "at-most"'), "direction"),
        (duty().replace('"report"', '"kpi"'), "direction"),
        (duty(more='on = "05-15"'), "on"),
        (duty().replace('"quarter"', '"calendar-year"'), "on"),
        (duty().replace('"quarter"', '"interval"'), "interval"),
        (duty().replace('"quarter"', '"weekly"'), "every"),
        (duty().replace("provision = 1", "provision = 0"), "provision"),
        (duty(more="often = true"), "often"),
    ],
)
def test_a_faulty_duty_is_refused_with_its_key(written: str, key: str) -> None:
    with pytest.raises(ClauseError) as refused:
        clause("one", "1. Hij levert {kg} kg.", more=KG + written)

    assert refused.value.message.nl.startswith(f"duties[0].{key}: ")


@pytest.mark.parametrize("written", ["text = 3", "nonsense", 'text = "x"\nmore = 1', "[[duties]]\n"])
def test_a_faulty_reading_is_refused_with_its_name(tmp_path: Path, written: str) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "1.duties.toml").write_text(written)

    with pytest.raises(ClauseError) as refused:
        read_readings(tmp_path)

    assert refused.value.clause == "one/1.duties.toml"

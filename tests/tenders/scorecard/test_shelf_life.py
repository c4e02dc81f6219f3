"""The shelf life of evidence against deadline, award and contract, in sentences."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.scorecard.shelf_life import Held, Moment, State, TenderDays, shelf_life

TODAY = date(2026, 11, 22)
TENDER = TenderDays(
    deadline=date(2026, 12, 15),
    award=date(2027, 2, 1),
    contract_start=date(2027, 4, 1),
    contract_end=date(2030, 12, 31),
    extended_end=date(2032, 12, 31),
)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def held(
    valid_from: date | None = None,
    valid_until: date | None = None,
    days: TenderDays = TENDER,
    today: date = TODAY,
) -> tuple[Held, ...]:
    return shelf_life(valid_from=valid_from, valid_until=valid_until, days=days, today=today)


def sentence(moment: Moment, **options: date | None) -> tuple[str, str]:
    [found] = [each for each in held(**options) if each.moment is moment]  # type: ignore[arg-type]
    return found.sentence.nl, found.sentence.en


def test_it_ends_fourteen_months_before_the_contract() -> None:
    assert sentence(Moment.CONTRACT_END, valid_until=date(2029, 10, 31)) == (
        "Verloopt 14 maanden voor het einde van het contract (31-12-2030).",
        "Expires 14 months before the end of the contract (31-12-2030).",
    )


def test_it_is_not_valid_yet_on_the_day_of_submission() -> None:
    assert sentence(Moment.DEADLINE, valid_from=date(2027, 1, 16)) == (
        (
            "Is op de dag van inschrijving (15-12-2026) nog niet geldig: wordt geldig op 16-01-2027, "
            "1 maand en 1 dag later."
        ),
        (
            "Is not yet valid on the day of submission (15-12-2026): becomes valid on 16-01-2027, "
            "1 month and 1 day later."
        ),
    )


def test_what_ended_already_is_said_in_the_past() -> None:
    assert sentence(Moment.DEADLINE, valid_until=date(2026, 11, 21)) == (
        "Verliep 24 dagen voor de dag van inschrijving (15-12-2026).",
        "Expired 24 days before the day of submission (15-12-2026).",
    )


def test_an_award_that_is_planned_is_called_planned() -> None:
    assert sentence(Moment.AWARD, valid_until=date(2035, 1, 1)) == (
        "Is op de geplande dag van de gunning (01-02-2027) geldig.",
        "Is valid on the planned day of the award (01-02-2027).",
    )
    decided = TenderDays(award=date(2027, 2, 1), award_is_planned=False)
    [real] = held(valid_until=date(2035, 1, 1), days=decided)
    assert real.sentence.nl == "Is op de dag van de gunning (01-02-2027) geldig."


def test_without_an_end_nothing_is_promised() -> None:
    assert sentence(Moment.CONTRACT_END) == (
        (
            "Noemt geen einddatum, dus of het bij het einde van het contract (31-12-2030) geldig is, "
            "staat niet vast."
        ),
        (
            "States no end date, so whether it is valid at the end of the contract (31-12-2030) is not "
            "established."
        ),
    )


def test_days_that_are_not_known_have_no_sentence() -> None:
    assert held(valid_until=TODAY, days=TenderDays()) == ()
    assert [each.moment for each in held(valid_until=TODAY)] == list(Moment)


@pytest.mark.parametrize(("until", "state"), [(30, State.ENDS_BEFORE), (31, State.HOLDS)])
def test_the_last_day_counts(until: int, state: State) -> None:
    days = TenderDays(contract_end=date(2030, 12, 31))

    [found] = held(valid_until=date(2030, 12, until), days=days)

    assert (found.state, found.is_care) == (state, state is not State.HOLDS)


@given(DAYS, st.integers(0, 5_000), DAYS)
def test_it_holds_exactly_within_its_days(starts: date, length: int, day: date) -> None:
    ends = starts + timedelta(days=length)

    [found] = held(starts, ends, TenderDays(deadline=day))

    assert (found.state is State.HOLDS) == (starts <= day <= ends)


@given(DAYS, DAYS, DAYS, DAYS)
def test_today_changes_the_words_and_never_the_outcome(
    until: date, day: date, today: date, another: date
) -> None:
    days = TenderDays(contract_end=day)

    [one], [other] = held(None, until, days, today), held(None, until, days, another)

    assert (one.moment, one.day, one.state) == (other.moment, other.day, other.state)


@given(st.none() | DAYS, st.none() | DAYS)
def test_there_is_one_sentence_for_each_known_day(valid_from: date | None, valid_until: date | None) -> None:
    found = held(valid_from, valid_until)

    assert [each.moment for each in found] == list(Moment)
    assert all("{" not in each.sentence.nl + each.sentence.en for each in found)

"""A motivation must be of use to the bidder: long enough, in words, about this bid."""

import pytest

from tenders.assessment.motivation import (
    BASIS,
    MISSING,
    NO_REAL_WORDS,
    NO_WORDS,
    OWN_LETTER,
    REPEATS_LEVEL,
    SAME_AS_OTHER,
    LevelText,
    names_a_letter,
    shortcomings,
    words_of,
)

GOOD = "De monteur komt binnen vier uur en neemt een leentoestel mee; dat is meer dan wij vroegen."
LEVELS = (
    LevelText("Goed", "De inschrijver lost storingen binnen een dag op en houdt gebruikers op de hoogte."),
    LevelText("Matig", "Het plan noemt geen termijn voor storingen."),
)


def test_a_text_about_the_bid_is_enough() -> None:
    assert shortcomings(GOOD, levels=LEVELS, others=["Geen termijn gevonden in het plan van aanpak."]) == ()


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_is_missing(text: str) -> None:
    assert shortcomings(text) == (MISSING,)


@pytest.mark.parametrize("text", ["8", "8,5 / 10", "100 % ++ " * 20])
def test_a_mere_figure_explains_nothing(text: str) -> None:
    assert shortcomings(text) == (NO_WORDS,)


@pytest.mark.parametrize("text", ["Prima plan.", "Snelle monteur, goede termijn."])
def test_a_few_words_are_too_short(text: str) -> None:
    faults = shortcomings(text)

    assert [fault.nl.partition(":")[0] for fault in faults][:1] == ["De motivering is te kort"]


def test_one_endless_word_is_too_short_as_well() -> None:
    assert [fault.en.partition(":")[0] for fault in shortcomings("goed" * 60)] == [
        "The reasons are too short",
        REPEATS_LEVEL.en,
    ]


def test_repeating_the_level_is_no_motivation() -> None:
    text = f"{LEVELS[0].title}: {LEVELS[0].description.upper()}"

    assert shortcomings(text, levels=LEVELS) == (REPEATS_LEVEL,)


@pytest.mark.parametrize(
    "text",
    [
        "blabla bla blaa blaaa aaaaaa bbbbbb cccccc dddddd eeee",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c",
        "goed goed goed goed goed goed goed goed goed goed goed",
    ],
)
def test_filling_is_no_motivation(text: str) -> None:
    assert NO_REAL_WORDS in shortcomings(text)


@pytest.mark.parametrize("text", ["Inschrijver A belt terug.", "zoals bij inschrijving AB", "Bidder C wins"])
def test_a_letter_of_a_bidder_means_nothing_to_others(text: str) -> None:
    assert names_a_letter(text) == (OWN_LETTER,)


@pytest.mark.parametrize("text", ["Deze inschrijver belt terug.", "de inschrijving is goed", "bid on time"])
def test_this_bidder_is_clear_to_everybody(text: str) -> None:
    assert names_a_letter(text) == ()


def test_the_same_text_for_another_bid_is_seen_through_capitals_and_signs() -> None:
    assert shortcomings(GOOD, others=[GOOD.upper() + "!!"]) == (SAME_AS_OTHER,)


def test_words_leave_out_figures_and_signs() -> None:
    assert words_of("Vier (4) uur, co2-arm; foto's") == ["vier", "uur", "co", "arm", "foto's"]


def test_the_basis_is_the_ruling_on_reasons() -> None:
    assert BASIS == "hr-2012-bw9233"

"""A number field takes Dutch notation, refuses what is no number, and shows what it understood."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tenders.figures import figure
from tenders.forms.fields import CitationCodesField, CodesField, DutchDecimalField

FIELD = DutchDecimalField(max_digits=15, decimal_places=4, min_value=Decimal(0), max_value=Decimal(2000000))


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12,5", "12.5"), ("1.000,00", "1000.00"), ("99.995", "99995"), ("€ 1.250", "1250"), (" 7 ", "7")],
)
def test_dutch_notation_is_read(typed: str, value: str) -> None:
    assert str(FIELD.clean(typed)) == value


@pytest.mark.parametrize(
    "typed", ["NaN", "Infinity", "1_000", "٣", "1e400", "-0", "12.5", "1,2,3", "0x10", "−5", "1 000"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        FIELD.clean(typed)

    assert refused.value.code is None or refused.value.messages


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12.5", "‘12.5’ is niet duidelijk. Gebruik een komma voor de decimalen, bijvoorbeeld 12,5."),
        ("0,12345", "Gebruik hooguit 4 cijfers na de komma."),
        ("-1", "Vul 0 of meer in."),
        ("2.000.001", "Vul 2.000.000 of minder in."),
        ("", "Dit veld is verplicht."),
    ],
)
def test_a_refusal_says_what_to_do(typed: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        FIELD.clean(typed)

    assert refused.value.messages == [sentence]


@pytest.mark.parametrize("language", ["nl", "en"])
@given(value=st.decimals(min_value=0, max_value=1000000, places=4))
def test_what_is_shown_reads_back_as_the_same_number(language: str, value: Decimal) -> None:
    with override(language):
        assert FIELD.clean(FIELD.prepare_value(value)) == value


def test_a_thousand_is_a_thousand_on_an_english_page() -> None:
    with override("en"):
        shown = FIELD.prepare_value(Decimal("1000.00"))

    assert (shown, FIELD.clean(shown)) == ("1.000", Decimal(1000))


def test_a_stored_weight_is_shown_without_empty_zeros() -> None:
    assert [figure(Decimal("12.5000")), figure(Decimal("100.0000")), figure(None)] == ["12,5", "100", ""]


def test_codes_are_typed_with_commas() -> None:
    assert CodesField(required=False).clean(" a, b ;c ,, ") == ["a", "b", "c"]


def test_an_unknown_source_is_refused_by_name() -> None:
    with pytest.raises(ValidationError) as refused:
        CitationCodesField().clean("aw2012:2.115(4), verzonnen")

    assert refused.value.messages == [
        "‘verzonnen’ staat niet in de lijst met bronnen. Kies een code uit de lijst."
    ]

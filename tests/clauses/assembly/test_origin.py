"""What a page says about where a value comes from."""

import pytest

from clauses.assembly.origin import Given, given_as_data, given_from_data, origin_of
from clauses.assembly.variables import Variable
from procurement.language import Text

BID = Text(nl="de inschrijving I-01, gunningscriterium G2", en="bid I-01, award criterion G2")
KG = Variable(name="kg", kind="number", label=Text(nl="Kilo", en="Kilos"), source="bid")
DAYS = Variable(
    name="days",
    kind="number",
    label=Text(nl="Dagen", en="Days"),
    source="buyer",
    default="10",
    default_because=Text(nl="Redelijk.", en="Fair."),
)


@pytest.mark.parametrize(
    ("variable", "value", "given", "kind", "words"),
    [
        (KG, "", None, "open", "Nog open."),
        (KG, "5", None, "person", "Met de hand ingevuld."),
        (KG, "214.5", Given("214.5", BID), "given", "Uit de inschrijving I-01, gunningscriterium G2."),
        (
            KG,
            "200",
            Given("214.5", BID),
            "overwritten",
            "Met de hand gewijzigd. In de inschrijving I-01, gunningscriterium G2 staat: 214,5.",
        ),
        (KG, "", Given("214.5", BID), "open", "Nog open."),
        (DAYS, "", None, "default", "Standaardwaarde van de clausule."),
        (DAYS, "10", None, "default", "Standaardwaarde van de clausule."),
        (DAYS, "12", None, "person", "Met de hand ingevuld."),
    ],
)
def test_the_origin_of_a_value(
    variable: Variable, value: str, given: Given | None, kind: str, words: str
) -> None:
    found = origin_of(variable, value, given)

    assert (found.kind, found.words.nl) == (kind, words)


def test_what_was_given_comes_back_as_it_was() -> None:
    given = {"kg": Given("214.5", BID)}

    assert given_from_data(given_as_data(given)) == given

"""A contract of library clauses with the promises of a bid, for tests."""

from datetime import date

from clauses.assembly.assemble import Assembly, assemble
from clauses.assembly.award import Award, ExpiringProof, Promise
from clauses.assembly.library import newest, read_library
from clauses.assembly.origin import Given
from procurement.language import Language, Text

BY_CODE = {clause.code: clause for clause in newest(read_library())}
DATES = {"start_date": "2027-03-01", "end_date": "2029-02-28"}

FOOTPRINT = Promise(
    criterion="G2",
    title="CO2-footprint",
    asked="Hoeveel kg CO2e per laptop?",
    proof="Berekening volgens ISO 14067 of gelijkwaardig.",
    value="214.5",
    stated=Text(nl="214,5", en="214.5"),
    unit="kg CO2e per laptop",
    direction="at-most",
    quote="214,5 kg CO2e per laptop",
    stated_on=date(2026, 11, 3),
    clause="co2-product-footprint",
    variable="footprint_per_unit",
)
PLAN = Promise(
    criterion="G4",
    title="Plan voor terugname",
    asked="Hoe neemt u laptops terug?",
    proof="",
    value="goed",
    stated=Text(nl="zoals aangeboden", en="as offered"),
    unit="",
    direction="exactly",
    quote="Wij halen elke laptop binnen vijf dagen op.",
    stated_on=date(2026, 11, 3),
)
ISO = ExpiringProof(name="ISO 14001", number="NL-1", valid_until=date(2028, 6, 30))
LATER = ExpiringProof(name="EPEAT", number="", valid_until=date(2030, 1, 1))
AWARD = Award(
    lot="1",
    bid="I-01",
    bidder="Laagland",
    digest="a" * 64,
    promises=(FOOTPRINT, PLAN),
    proofs=(ISO, LATER),
)


def assembled(
    *codes: str, values: dict[str, dict[str, str]] | None = None, language: Language = "nl"
) -> Assembly:
    """The newest version of these clauses, with the dates of the contract filled in."""
    filled = {"definitions": DATES, **(values or {})}
    return assemble([BY_CODE[code] for code in codes], None, filled, language)


def given_values() -> dict[str, dict[str, Given]]:
    """What the tender and the bid fill in of such a contract."""
    tender = Text(nl="de aanbestedingsstukken", en="the procurement documents")
    bid = Text(nl="de inschrijving I-01, gunningscriterium G2", en="bid I-01, award criterion G2")
    return {
        "definitions": {name: Given(day, tender) for name, day in DATES.items()},
        "co2-product-footprint": {"footprint_per_unit": Given("214.5", bid)},
    }

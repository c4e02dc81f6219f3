"""Worked scorecards: every state of evidence, to the very day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from procurement.citations import CITATIONS
from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.labels import LABEL_FACTS
from tenders.scorecard.model import Evidence, EvidenceKind, Line, Part, Product
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.uses import USES, Standing

DEADLINE = date(2026, 11, 16)

CERTIFICATE = Evidence(
    kind=EvidenceKind.ISO_14001,
    title="Certificaat M-114",
    body="Certificeerder (voorbeeld)",
    accredited=True,
    scope="levering en beheer van werkplekapparatuur",
    covers_performance=True,
    valid_from=date(2024, 1, 1),
    valid_until=date(2026, 12, 31),
)
EMAS = replace(CERTIFICATE, kind=EvidenceKind.EMAS, title="EMAS-registratie", accredited=False)
MEASURES = Evidence(
    kind=EvidenceKind.EQUIVALENT_MEASURES,
    title="Milieuhandboek",
    covers_performance=True,
    equivalent_of="ISO 14001",
    checked_on=date(2026, 11, 18),
)
LABEL = replace(CERTIFICATE, kind=EvidenceKind.TCO_CERTIFIED, title="TCO Certified")
SPARE_PARTS = Evidence(
    kind=EvidenceKind.SPARE_PARTS, title="Onderdelengarantie", covers_performance=True, value="5"
)


def line(part: Part, *evidence: Evidence, product: Product = Product.COMPUTER) -> Line:
    card = scorecard(evidence, on=DEADLINE, product=product)
    return next(line for line in card.lines if line.part is part)


def management(*evidence: Evidence) -> Line:
    return line(Part.ENVIRONMENTAL_MANAGEMENT, *evidence)


def test_a_valid_accredited_certificate_that_covers_the_performance_earns_all_points() -> None:
    scored = management(CERTIFICATE)

    assert (scored.points, scored.maximum) == (Decimal(40), Decimal(40))
    assert scored.used == CERTIFICATE
    assert scored.expires == date(2026, 12, 31)
    assert scored.reason.nl == "Certificaat M-114 telt: 100% van 40 punten."


@pytest.mark.parametrize(
    ("last_day", "points"), [(date(2026, 11, 15), 0), (date(2026, 11, 16), 40), (date(2026, 11, 17), 40)]
)
def test_the_certificate_counts_up_to_and_including_its_last_day(last_day: date, points: int) -> None:
    assert management(replace(CERTIFICATE, valid_until=last_day)).points == points


@pytest.mark.parametrize(("first_day", "points"), [(date(2026, 11, 16), 40), (date(2026, 11, 17), 0)])
def test_the_certificate_counts_from_its_first_day(first_day: date, points: int) -> None:
    assert management(replace(CERTIFICATE, valid_from=first_day)).points == points


def test_an_expired_certificate_says_until_when_it_was_valid() -> None:
    scored = management(replace(CERTIFICATE, valid_until=date(2026, 9, 30)))

    assert scored.points == 0
    assert scored.refused[0].reason.nl == (
        "Verlopen: geldig tot en met 30-09-2026, de peildatum is 16-11-2026."
    )
    assert scored.reason.en == (
        "None of the evidence submitted counts, so 0 of 40 points. "
        "Expired: valid until 30-09-2026 inclusive, the reference date is 16-11-2026."
    )


def test_a_certificate_without_an_end_date_does_not_count() -> None:
    assert management(replace(CERTIFICATE, valid_until=None)).points == 0


def test_a_certificate_for_another_activity_does_not_count_and_shows_its_scope() -> None:
    scored = management(replace(CERTIFICATE, covers_performance=False, scope="printservice"))

    assert scored.points == 0
    assert scored.refused[0].reason.nl == "De reikwijdte dekt deze opdracht niet (printservice)."


def test_a_certificate_of_an_unaccredited_body_does_not_count_but_points_to_equivalent_proof() -> None:
    scored = management(replace(CERTIFICATE, accredited=False))

    assert scored.points == 0
    assert scored.refused[0].reason.en == (
        "The body is not accredited (Certificeerder (voorbeeld)). "
        "Equivalent proof may still count, if you establish the equivalence."
    )


def test_emas_counts_as_much_as_a_certificate() -> None:
    assert management(EMAS).points == Decimal(40)


def test_equivalent_measures_count_once_the_buyer_has_established_the_equivalence() -> None:
    assert management(MEASURES).points == Decimal(40)
    assert management(replace(MEASURES, checked_on=None)).points == 0
    assert management(replace(MEASURES, equivalent_of="")).points == 0


def test_measures_not_yet_judged_say_what_the_buyer_has_to_establish() -> None:
    scored = management(replace(MEASURES, checked_on=None))

    assert scored.refused[0].reason.en == (
        "You have not yet established that this is equivalent to ISO 14001, and that the certificate or "
        "label itself was out of reach in time through no fault of the supplier."
    )


def test_no_evidence_at_all_is_said_in_so_many_words() -> None:
    scored = management()

    assert (scored.points, scored.used, scored.refused) == (Decimal(0), None, ())
    assert scored.reason.nl == "Geen bewijs ingediend, dus 0 van 40 punten."


def test_among_two_pieces_that_count_the_one_that_holds_longest_is_used() -> None:
    longer = replace(EMAS, valid_until=date(2028, 1, 1))

    assert management(CERTIFICATE, longer).used == longer
    assert management(longer, CERTIFICATE).used == longer


def test_a_piece_that_fails_does_not_spoil_a_piece_that_counts() -> None:
    expired = replace(CERTIFICATE, valid_until=date(2026, 1, 1))

    scored = management(expired, EMAS)

    assert scored.used == EMAS
    assert [refusal.evidence for refusal in scored.refused] == [expired]


def test_a_label_and_a_test_report_of_the_same_measurement_count_the_same() -> None:
    report = replace(CERTIFICATE, kind=EvidenceKind.TEST_REPORT, title="Testverslag E_TEC")

    assert line(Part.ENERGY, LABEL).points == line(Part.ENERGY, report).points == Decimal(30)


def test_energy_star_counts_with_the_remark_that_the_eu_programme_ended() -> None:
    scored = line(Part.ENERGY, replace(LABEL, kind=EvidenceKind.ENERGY_STAR))

    assert scored.points == Decimal(30)
    assert [remark.nl[:62] for remark in scored.remarks] == [
        "Het Europese programma van ENERGY STAR is op 20-02-2018 geëind"
    ]


def test_eu_ecolabel_has_a_remark_for_computers_and_none_for_displays() -> None:
    ecolabel = replace(LABEL, kind=EvidenceKind.EU_ECOLABEL)

    remarks = [
        len(line(Part.ENERGY, ecolabel, product=p).remarks) for p in (Product.COMPUTER, Product.DISPLAY)
    ]

    assert remarks == [1, 0]


@pytest.mark.parametrize(
    ("years", "points"), [("2.9", "0"), ("3", "1.5"), ("5", "3"), ("6.99", "3"), ("7", "5"), ("12", "5")]
)
def test_years_of_spare_parts_earn_the_published_level(years: str, points: str) -> None:
    assert line(Part.SPARE_PARTS, replace(SPARE_PARTS, value=years)).points == Decimal(points)


def test_a_value_names_the_level_it_reaches_in_the_notation_of_the_language() -> None:
    scored = line(Part.SPARE_PARTS, replace(SPARE_PARTS, value="6.5"))

    assert scored.reason.nl == (
        "Onderdelengarantie: 6,5 jaar haalt het niveau van ten minste 5 jaar: 60% van 5 punten."
    )
    assert scored.reason.en == (
        "Onderdelengarantie: 6.5 years reaches the level of at least 5 years: 60% of 5 points."
    )


@pytest.mark.parametrize("value", ["", "veel", "NaN", "1e3", "5,5"])
def test_a_value_that_is_no_number_is_refused_and_never_guessed(value: str) -> None:
    scored = line(Part.SPARE_PARTS, replace(SPARE_PARTS, value=value))

    assert scored.points == 0
    assert [refusal.reason.nl for refusal in scored.refused] == ["De waarde ontbreekt of is geen getal."]


def test_the_card_adds_up() -> None:
    card = scorecard([CERTIFICATE, SPARE_PARTS], on=DEADLINE)

    assert (card.points, card.maximum) == (Decimal(43), Decimal(100))


def test_the_starting_rules_make_100_points_and_their_grades_go_down() -> None:
    assert sum(rule.points for rule in STARTING_RULES) == Decimal(100)
    for rule in STARTING_RULES:
        assert list(rule.grades) == sorted(rule.grades, key=lambda grade: grade.at_least, reverse=True)
        assert list(rule.grades) == sorted(rule.grades, key=lambda grade: grade.share, reverse=True)


def test_every_rule_label_fact_and_use_cites_something_that_exists() -> None:
    cited = {
        *(code for rule in STARTING_RULES for code in rule.basis),
        *(fact.basis for fact in LABEL_FACTS),
        *(code for use in USES for code in use.basis),
    }

    assert sorted(code for code in cited if code not in CITATIONS) == []


def test_only_the_use_as_award_criterion_needs_a_recorded_reason() -> None:
    assert [use.code for use in USES if use.standing is Standing.NEEDS_REASON] == ["award"]
    assert "c-532-06" in USES["award"].basis

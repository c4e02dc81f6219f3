"""The register: every reason a lawyer gave in one organisation, what became of it, in words and in order."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procurement.organisations.models import Organisation, Role
from tenders.models import Criterion, LegalReason, Requirement, Tender
from tenders.services.deviations import (
    Asked,
    Deviation,
    Order,
    State,
    choices_of,
    deviations,
    entries_of,
    reasons_of,
)
from tenders.services.legal_reasons import About, give_reason, take_back_reason
from tests import cast

pytestmark = pytest.mark.django_db

AT = cast.PUBLISHED_AT
BELOW = About("L56", "lots[0].criteria", "15% < 25%")
NO_CERTIFICATE = About("L12", "lots[0].criteria[2].children[0].account.description", "ISO 14001 telt.")


def below(of: str = "Amaranth", reference: str = "T-1") -> Tender:
    """Sustainability weighs less than the proposal."""
    lot = cast.lot(cast.tender(of, reference))
    lot.criteria.filter(code="D1").update(theme="")
    lot.criteria.filter(code="K").update(theme="circularity")
    return lot.tender


def give(tender: Tender, text: str = "Vervanging.", at: datetime = AT) -> LegalReason:
    lawyer = cast.person(Role.LAWYER, tender.organisation.name)
    return give_reason(tender=tender, about=BELOW, text=text, at=at, actor=lawyer)


def row(tender: Tender, about: About, text: str = "Mag.", at: datetime = AT) -> LegalReason:
    """As it stands in the database, about whatever finding."""
    return LegalReason.objects.create(
        tender=tender,
        rule=about.rule,
        place=about.place,
        quote=about.quote,
        text=text,
        given_at=at,
        given_by=cast.person(Role.LAWYER),
    )


def found(of: Organisation | None = None, **asked: Any) -> list[Deviation]:
    rows = reasons_of(of or cast.organisation(), Asked(**asked))
    return deviations(rows, on=AT.date())


def test_a_reason_stands_with_its_rule_and_its_place_in_words() -> None:
    give(below())

    [each] = found()

    assert (each.row.rule, each.state, each.ended_at) == ("L56", State.STANDS, None)
    assert (each.place.nl, each.place.en) == ("Perceel 1 › Criteria", "Lot 1 › Criteria")
    assert each.title.nl == "Duurzaamheid weegt in elk perceel wat uw organisatie zelf besloot"
    assert [source.code for source in each.basis] == ["house-weight-policy"]


def test_a_later_reason_replaces_an_earlier_one_and_both_are_kept() -> None:
    tender = below()
    give(tender, "Eerst dit.")
    give(tender, "Toen dat.", AT + timedelta(hours=1))

    both = found(order=Order.OLDEST)

    assert [(each.row.text, each.state) for each in both] == [
        ("Eerst dit.", State.REPLACED),
        ("Toen dat.", State.STANDS),
    ]
    assert [each.ended_at for each in both] == [AT + timedelta(hours=1), None]


def test_a_reason_that_was_taken_back_says_when() -> None:
    tender = below()
    give(tender)
    take_back_reason(tender=tender, about=BELOW, at=AT + timedelta(days=2), actor=cast.person(Role.LAWYER))

    [each] = found()

    assert (each.state, each.ended_at) == (State.TAKEN_BACK, AT + timedelta(days=2))


def test_a_reason_given_again_after_it_was_taken_back_is_one_more() -> None:
    tender = below()
    give(tender, "Een.")
    take_back_reason(tender=tender, about=BELOW, at=AT, actor=cast.person(Role.LAWYER))
    give(tender, "Twee.")

    assert [(each.row.text, each.state) for each in found(order=Order.OLDEST)] == [
        ("Een.", State.TAKEN_BACK),
        ("Twee.", State.STANDS),
    ]


def test_a_reason_about_other_words_replaces_nothing() -> None:
    tender = below()
    give(tender)
    row(tender, About("L56", BELOW.place, "14% < 25%"))
    row(cast.tender(reference="T-2"), BELOW)

    assert [each.state for each in found()] == [State.STANDS] * 3


def test_two_organisations_never_see_each_other() -> None:
    give(below(), "Van Amaranth.")
    give(below("Bellis", "B-1"), "Van Bellis.")

    seen = {
        name: [each.row.text for each in found(cast.organisation(name))] for name in ("Amaranth", "Bellis")
    }

    assert seen == {"Amaranth": ["Van Amaranth."], "Bellis": ["Van Bellis."]}
    assert choices_of(cast.organisation("Bellis")).tenders == [
        (Tender.objects.get(reference="B-1").pk, "B-1")
    ]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (NO_CERTIFICATE, "Perceel 1 › D1 CO2-voetafdruk › Wat wij vragen"),
        (About("L10", "lots[0].requirements[0].text", "x"), "Perceel 1 › E1 Garantie › Eis"),
        (About("L13", "legal.bidders.suitability[0].text", "x"), "Geschiktheidseis G1"),
        (About("L04", "lots[7].criteria", "x"), "lots[7].criteria"),
    ],
)
def test_places_are_said_in_words(about: About, words: str) -> None:
    lot = cast.lot()
    Requirement.objects.create(
        lot=lot, position=0, kind=Requirement.Kind.SUITABILITY, code="G1", title="Ervaring", text="Drie jaar."
    )
    row(lot.tender, about)

    assert [each.place.nl for each in found()] == [words]


def test_a_tender_that_cannot_be_read_and_a_rule_that_is_gone_stand_in_the_register_all_the_same() -> None:
    lot = cast.lot()
    row(lot.tender, About("L99", "lots[0].criteria", "x"))
    Criterion.objects.filter(code="P").update(parameters={"floor": "geen getal"})

    [each] = found()

    assert (each.rule, each.place.nl, each.title.nl) == (None, "lots[0].criteria", "L99")


def test_as_the_reports_print_it() -> None:
    give(below(), at=datetime(2026, 9, 14, 22, 30, tzinfo=UTC))

    [entry] = entries_of(found())

    assert (entry.tender, entry.rule, entry.quote, entry.reason) == ("T-1", "L56", "15% < 25%", "Vervanging.")
    assert (entry.given_by, entry.given_on) == ("lawyer.amaranth", date(2026, 9, 15))
    assert (entry.state, entry.ended_on) == ("stands", None)


def test_many_reasons_in_many_tenders_cost_no_more_queries_than_one() -> None:
    row(cast.lot().tender, BELOW)
    with CaptureQueriesContext(connection) as one:
        found()
    for number in range(2, 6):
        tender = cast.lot(cast.tender(reference=f"T-{number}")).tender
        cast.lot(tender, number=2)
        for quote in ("a", "b"):
            row(tender, About("L56", BELOW.place, quote))

    with CaptureQueriesContext(connection) as many:
        assert len(found()) == 9

    assert len(many) == len(one)


def test_the_weight_in_the_quote_is_exact() -> None:
    tender = below()
    Criterion.objects.filter(code="K").update(weight=Decimal("15.5"))
    Criterion.objects.filter(code="P").update(weight=Decimal("59.5"))

    reason = give_reason(
        tender=tender,
        about=About("L56", BELOW.place, "15.5% < 25%"),
        text="Vervanging.",
        at=AT,
        actor=cast.person(Role.LAWYER),
    )

    assert reason.quote == "15.5% < 25%"

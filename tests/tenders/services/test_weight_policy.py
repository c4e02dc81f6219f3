"""The own minimum of an organisation: who records it, from when it holds, and that it is never rewritten."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import weight_of
from tenders.legal_draft import legal_draft
from tenders.lint.run import Outcome
from tenders.models import Tender, WeightPolicy
from tenders.services.legal_reasons import About, give_reason
from tenders.services.legality import checked
from tenders.services.phases import Refused
from tenders.services.policy import Stated, state_policy
from tenders.weight_policies import policy_on, themes_of
from tests import cast

pytestmark = pytest.mark.django_db

AT = cast.PUBLISHED_AT
TODAY = date(2026, 9, 14)


def stated(**other: Any) -> Stated:
    usual: dict[str, Any] = {
        "least": Decimal(30),
        "valid_from": TODAY + timedelta(days=1),
        "decided_on": TODAY - timedelta(days=30),
        "decided_by": "Het college",
        "reference": "Nota duurzaam inkopen, besluit 4",
    }
    return Stated(**(usual | other))


def state(at: datetime = AT, of: str = "Amaranth", **other: Any) -> WeightPolicy:
    return state_policy(
        organisation=cast.organisation(of), stated=stated(**other), at=at, actor=cast.person(Role.LAWYER, of)
    )


def refusal(**options: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        state(**options)
    return [reason.nl for reason in refused.value.reasons]


def outcome(tender: Tender, at: datetime) -> tuple[Outcome, list[str]]:
    """Of the rule about the own minimum, with what it quotes."""
    _, report = checked(Tender.objects.get(pk=tender.pk), at=at)
    [judged] = [each for each in report.judged if each.rule.code == "L56"]
    return judged.outcome, [finding.quote for finding in judged.open]


def test_without_a_decision_the_product_proposes_25_percent() -> None:
    found = policy_on(cast.organisation(), TODAY)

    assert (found.least, found.decided_on, found.reference) == (Decimal(25), None, "")


def test_what_was_stated_holds_from_its_day_on() -> None:
    state()

    found = [policy_on(cast.organisation(), TODAY + timedelta(days=days)).least for days in (0, 1, 400)]

    assert found == [25, 30, 30]


def test_every_day_has_the_minimum_of_that_day() -> None:
    state(valid_from=date(2027, 1, 1), least=Decimal(30))
    state(valid_from=date(2026, 10, 1), least=Decimal("27.5"))
    state(valid_from=date(2027, 1, 1), least=Decimal(35), reference="Herzien")

    days = (date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 1))
    found = [policy_on(cast.organisation(), day).least for day in days]

    assert found == [25, Decimal("27.5"), Decimal("27.5"), 35]
    assert WeightPolicy.objects.count() == 3


def test_each_statement_is_one_event_in_the_log() -> None:
    state()

    event = Event.objects.get(action="weight_policy.stated")
    assert (event.actor, event.subject) == (cast.person(Role.LAWYER), "Nota duurzaam inkopen, besluit 4")
    assert '"least":"30"' in event.details


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.ORGANISATION_ADMIN, Role.AUDITOR])
def test_only_a_lawyer_records_it(role: Role) -> None:
    with pytest.raises(Refused) as refused:
        state_policy(organisation=cast.organisation(), stated=stated(), at=AT, actor=cast.person(role))

    assert [each.nl[:18] for each in refused.value.reasons] == ["Alleen een jurist "]
    assert not WeightPolicy.objects.exists()


def test_a_lawyer_of_another_organisation_records_nothing_here() -> None:
    actor = cast.person(Role.LAWYER, "Bellis")

    with pytest.raises(Refused):
        state_policy(organisation=cast.organisation(), stated=stated(), at=AT, actor=actor)

    assert not WeightPolicy.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"valid_from": TODAY}, "Een minimum geldt op zijn vroegst vanaf morgen."),
        ({"decided_on": TODAY + timedelta(days=1)}, "De datum van het besluit ligt in de toekomst."),
        ({"least": Decimal("100.01")}, "Het minimum is een percentage van 0 tot en met 100."),
        ({"least": Decimal(-1)}, "Het minimum is een percentage van 0 tot en met 100."),
        ({"decided_by": " "}, "Schrijf wie dit besloot en waar het besluit staat."),
        ({"reference": ""}, "Schrijf wie dit besloot en waar het besluit staat."),
    ],
)
def test_what_is_refused_says_why(wrong: dict[str, Any], reason: str) -> None:
    found = refusal(**wrong)

    assert [each[: len(reason)] for each in found] == [reason]


def test_tomorrow_is_a_day_in_dutch_time() -> None:
    """Half past eleven in the evening of the 13th in UTC is the 14th here."""
    evening = datetime(2026, 9, 13, 22, 30, tzinfo=UTC)

    assert timezone.localtime(evening).date() == TODAY
    assert len(refusal(at=evening, valid_from=TODAY)) == 1
    assert state(at=evening, valid_from=TODAY + timedelta(days=1))


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_keeps_every_statement(change: str) -> None:
    state()
    rows = WeightPolicy.objects.all()

    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(least=0) if change == "update" else rows.delete()


def test_the_database_refuses_more_than_everything() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        WeightPolicy.objects.create(
            organisation=cast.organisation(),
            least=101,
            valid_from=TODAY,
            decided_on=TODAY,
            stated_at=AT,
        )


def test_a_lot_below_the_minimum_waits_for_a_reason_which_a_lawyer_gives() -> None:
    lot, at = cast.lot(), AT + timedelta(days=1)
    state()

    before = outcome(lot.tender, at)
    give_reason(
        tender=lot.tender,
        about=About("L56", "lots[0].criteria", "25% < 30%"),
        text="Alleen vervanging van kapotte toestellen.",
        at=at,
        actor=cast.person(Role.LAWYER),
    )

    assert before == (Outcome.MOTIVATE, ["25% < 30%"])
    assert outcome(lot.tender, at) == (Outcome.MOTIVATED, [])


def test_each_lot_has_its_own_weight() -> None:
    lot = cast.lot()
    other = cast.lot(lot.tender, number=2)
    other.criteria.filter(code="D1").update(theme="")

    _draft, report = checked(lot.tender, at=AT)

    [judged] = [each for each in report.judged if each.rule.code == "L56"]
    assert [(finding.place, finding.quote) for finding in judged.open] == [("lots[1].criteria", "0% < 25%")]


def test_the_minimum_of_another_organisation_does_not_count() -> None:
    lot = cast.lot()
    state(of="Bellis", least=Decimal(90))

    assert outcome(lot.tender, AT + timedelta(days=2)) == (Outcome.FINE, [])


def test_a_published_tender_keeps_the_minimum_of_its_day() -> None:
    lot = cast.lot()
    cast.published(lot.tender)
    state()

    later = legal_draft(lot.tender, today=date(2029, 1, 1))

    assert later.policy is not None
    assert later.policy.least == 25
    assert outcome(lot.tender, AT + timedelta(days=900)) == (Outcome.FINE, [])


def test_the_theme_of_a_row_goes_before_that_of_what_was_copied() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="K").update(catalogue_code="hw-award-energy-etec")
    lot.criteria.filter(code="P").update(theme="value")

    assert themes_of(lot.tender) == {"1": {"P": Theme.VALUE, "K": Theme.ENERGY, "D1": Theme.CLIMATE}}


def test_a_theme_cannot_change_once_published() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    with pytest.raises(DatabaseError), transaction.atomic():
        lot.criteria.filter(code="D1").update(theme="")


def test_the_example_meets_the_proposal() -> None:
    tender = cast.example()

    draft, _ = checked(tender, at=AT)

    assert outcome(tender, AT) == (Outcome.FINE, [])
    assert [weight_of(lot, draft.themes[lot.code]) for lot in draft.tender.lots] == [25, 25]

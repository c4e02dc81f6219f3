"""The page of changed law: what changes when, and which tenders and clauses of the reader it touches."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clauses.loading import load_library
from clauses.models import ClauseVersion, ContractDraft
from procurement.organisations.models import Organisation, Role
from tenders.forms.law import LawPeriod
from tenders.lint.law import DATED, TOUCHES, Touch
from tenders.models import Lot, Tender
from tenders.procedure.phases import Phase
from tenders.views.law import ShownFact
from tests import cast
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

ADDRESS = "/recht/"
TURN = {"since": "2027-01-01", "until": "2027-01-01"}
THRESHOLDS = {"since": "2026-01-01", "until": "2026-01-01"}


def touched(client: Client, code: str, period: dict[str, str]) -> list[tuple[str, tuple[Touch, ...]]]:
    """The tenders behind the change of this fact, with their reasons."""
    changes = [each.change for each in client.get(ADDRESS, period).context["changes"]]
    change = next(each for each in changes if each.shift.fact.code == code)
    return [(each.tender.reference, each.touches) for each in change.tenders]


def naming_the_ladder(lot: Lot) -> Lot:
    lot.requirements.update(text="Werk op trede 2 van de CO2-Prestatieladder of gelijkwaardig.")
    return lot


def test_the_page_shows_a_year_back_and_a_year_ahead() -> None:
    context = client_of().get(ADDRESS).context

    today = timezone.localdate()
    assert context["period"] == {"since": today - timedelta(days=365), "until": today + timedelta(days=365)}


def test_a_change_says_what_held_what_holds_and_where_it_stands() -> None:
    page = client_of().get(ADDRESS, THRESHOLDS).content.decode()

    assert "De drempel voor leveringen en diensten van de Staat is € 143.000." in page
    assert "De drempel voor leveringen en diensten van de Staat is € 140.000." in page
    assert 'href="/bronnen/#reg2025-2152:1"' in page
    assert "L47 " in page


def test_the_first_and_the_last_day_of_the_period_count() -> None:
    client = client_of()

    found = [
        len(client.get(ADDRESS, {"since": since, "until": until}).context["changes"])
        for since, until in (
            ("2027-01-01", "2027-01-01"),
            ("2027-01-02", "2027-02-01"),
            ("2026-12-01", "2026-12-31"),
        )
    ]

    assert found == [2, 0, 0]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"since": "2027-01-02", "until": "2027-01-01"}, "until"),
        ({"since": "ooit"}, "since"),
        ({"until": "9999-12-31"}, "until"),
        ({"since": "0001-01-01"}, "since"),
    ],
)
def test_a_period_that_cannot_be_is_refused_at_its_field(typed: dict[str, str], field: str) -> None:
    answer = client_of().get(ADDRESS, typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["changes"] == []


def test_a_draft_without_a_planned_day_depends_on_that_day() -> None:
    lot = naming_the_ladder(cast.lot())
    lot.tender.legal_answers.answers["planning"].pop("notice_sent")
    lot.tender.legal_answers.save()

    assert touched(client_of(), "co2-ladder-4.0", TURN) == [("T-1", (Touch.NO_DAY,))]


def test_a_draft_that_is_planned_after_the_change_comes_under_the_new_law() -> None:
    lot = naming_the_ladder(cast.lot())
    lot.tender.legal_answers.answers["planning"]["notice_sent"] = "2027-02-01"
    lot.tender.legal_answers.save()

    assert touched(client_of(), "co2-ladder-4.0", TURN) == [("T-1", (Touch.NEW_LAW,))]


def test_a_published_tender_keeps_the_law_of_its_notice() -> None:
    cast.published(naming_the_ladder(cast.lot()).tender)

    assert touched(client_of(), "co2-ladder-4.0", TURN) == [("T-1", (Touch.OLD_LAW,))]


def test_a_contract_is_touched_by_its_term_and_an_ended_tender_not_at_all() -> None:
    lot = naming_the_ladder(cast.lot())
    Tender.objects.update(contract_start=date(2026, 12, 1))
    cast.published(lot.tender, Phase.CONTRACT)

    signed = touched(client_of(), "co2-ladder-4.0", TURN)
    cast.in_phase(lot, Phase.STOPPED)
    ended = touched(client_of(), "co2-ladder-4.0", TURN)

    assert (signed, ended) == ([("T-1", (Touch.CONTRACT,))], [])


def test_one_lot_that_goes_on_keeps_the_procedure_running() -> None:
    lot = cast.lot()
    second = cast.lot(lot.tender, 2)
    naming_the_ladder(second)
    cast.published(lot.tender, Phase.CONTRACT)
    cast.in_phase(second, Phase.EVALUATION)

    assert touched(client_of(), "co2-ladder-4.0", TURN) == [("T-1", (Touch.OLD_LAW,))]


def test_a_clause_of_the_contract_makes_that_a_change_concerns_the_tender() -> None:
    tender = cast.lot().tender
    load_library(at=cast.NOW)
    before = touched(client_of(), "co2-ladder-4.0", TURN)
    draft = ContractDraft.objects.create(
        organisation=tender.organisation, title="L", reference=tender.reference, created_at=cast.NOW
    )
    draft.chosen.create(
        version=ClauseVersion.objects.filter(clause__code="co2-ladder").latest("number"), position=1
    )

    assert (before, [reference for reference, _ in touched(client_of(), "co2-ladder-4.0", TURN)]) == (
        [],
        ["T-1"],
    )


def test_the_kind_of_authority_decides_which_threshold_touches() -> None:
    cast.lot()
    central = touched(client_of(), "threshold-central", THRESHOLDS)
    Organisation.objects.update(kind=Organisation.Kind.OTHER)

    assert [central, touched(client_of(), "threshold-central", THRESHOLDS)] == [
        [("T-1", (Touch.NEW_LAW,))],
        [],
    ]


def test_nobody_sees_a_tender_of_another_organisation() -> None:
    cast.lot()
    cast.lot(cast.tender("Bellis", reference="B-9"))

    assert [reference for reference, _ in touched(client_of(), "threshold-central", THRESHOLDS)] == ["T-1"]
    assert "B-9" not in client_of().get(ADDRESS, THRESHOLDS).content.decode()


def test_an_assessor_sees_the_law_and_no_tender() -> None:
    cast.lot()

    assert touched(client_of(Role.JUROR), "threshold-central", THRESHOLDS) == []


def test_the_clauses_that_cite_the_article_are_named_with_it() -> None:
    load_library(at=cast.NOW)

    changes = [each.change for each in client_of().get(ADDRESS, TURN).context["changes"]]

    ladder = next(each for each in changes if each.shift.fact.code == "co2-ladder-4.0")
    assert ("co2-ladder", ("co2-ladder",)) in [
        (each.version.clause.code, each.cites) for each in ladder.clauses
    ]


def test_every_fact_is_listed() -> None:
    facts = client_of().get(ADDRESS).context["facts"]

    assert sorted(each.fact.code for each in facts) == sorted(each.code for each in DATED)


@pytest.mark.parametrize(("days", "overdue"), [(0, False), (1, True)])
def test_a_fact_is_overdue_from_the_day_after_its_review(days: int, overdue: bool) -> None:
    fact = DATED[0]
    shown = ShownFact(fact, fact.review_by + timedelta(days=days))

    page = render_to_string("tenders/law.html", {"facts": [shown], "form": LawPeriod(today=shown.today)})

    assert ("nakijken: datum verstreken" in page) == overdue


def test_many_tenders_cost_no_more_queries_than_one() -> None:
    load_library(at=cast.NOW)
    client = client_of()
    cast.lot()
    one = queries(client, f"{reverse('tenders:law')}?since=2026-01-01&until=2027-01-01")
    for number in (2, 3, 4):
        cast.published(cast.lot(cast.tender(reference=f"T-{number}")).tender)

    assert queries(client, f"{reverse('tenders:law')}?since=2026-01-01&until=2027-01-01") == one


def test_every_reason_has_words() -> None:
    assert set(TOUCHES) == set(Touch)

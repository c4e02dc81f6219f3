"""After the last day of keeping nobody knows any more who the assessors were; the log still verifies."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from procurement.audit.log import first_broken_event, record
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Assessor, AwardDecision, Lot, Minutes, Tender
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.phases import Refused
from tenders.services.retention import anonymise, earliest_end, expired
from tests import cast

pytestmark = pytest.mark.django_db

LAST_DAY = date(2029, 11, 2)


def panel(reference: str = "T-1", keep_until: date | None = LAST_DAY) -> Lot:
    lot = cast.lot(cast.tender(reference=reference))
    Tender.objects.filter(pk=lot.tender_id).update(keep_until=keep_until)
    Assessor.objects.create(lot=lot, user=cast.person(Role.JUROR), letter="A", seed="1")
    return cast.in_phase(lot, Phase.CONTRACT)


def known() -> int:
    return Assessor.objects.filter(user__isnull=False).count()


def test_without_yes_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    panel()

    call_command("anonymise_jury", "--on", "2029-11-03")

    assert known() == 1
    assert capsys.readouterr().out.splitlines() == [
        "T-1 – Laptops (bewaren tot en met 2029-11-02): beoordelaars zonder naam: 1",
        "Er is niets veranderd. Voer dit uit met --yes.",
    ]


def test_after_the_last_day_the_link_is_cut_and_the_log_is_whole() -> None:
    lot = panel()
    record(
        organisation=lot.tender.organisation,
        at=cast.NOW,
        actor=None,
        action="jury.ready",
        subject="T-1 / 1",
        details={"assessor": "A"},
    )

    call_command("anonymise_jury", "--on", "2029-11-03", "--yes")

    event = Event.objects.latest("sequence")
    assert known() == 0
    assert (event.action, event.details) == (
        "jury.anonymised",
        '{"after":"forgotten","assessors":1,"before":"linked","keep_until":"2029-11-02"}',
    )
    assert first_broken_event(lot.tender.organisation) is None
    assert lot.assessors.get().letter == "A"


@pytest.mark.parametrize("phase", [Phase.ASSESSMENT, Phase.EVALUATION, Phase.STANDSTILL])
def test_a_panel_that_still_works_is_not_forgotten(phase: Phase) -> None:
    cast.in_phase(panel(), phase)

    call_command("anonymise_jury", "--on", "2029-11-03", "--yes")

    assert known() == 1


def test_forgetting_a_panel_that_still_works_is_refused_in_words() -> None:
    lot = panel()
    [found] = expired(date(2029, 11, 3))
    cast.in_phase(lot, Phase.CONSENSUS)

    with pytest.raises(Refused) as refused:
        anonymise(found, on=date(2029, 11, 3), at=cast.NOW, actor=None)

    assert refused.value.reasons[0].nl.startswith("Perceel 1 van T-1 loopt nog, in de fase")
    assert known() == 1


@pytest.mark.parametrize("keep_until", [None, LAST_DAY])
def test_on_the_last_day_and_without_a_date_everything_stays(keep_until: date | None) -> None:
    panel(keep_until=keep_until)

    call_command("anonymise_jury", "--on", "2029-11-02", "--yes")

    assert known() == 1


def test_a_second_time_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    panel()
    call_command("anonymise_jury", "--on", "2029-11-03", "--yes")
    capsys.readouterr()

    call_command("anonymise_jury", "--on", "2029-11-03", "--yes")

    assert capsys.readouterr().out == "Van geen enkele aanbesteding is de bewaartermijn voorbij.\n"
    assert Event.objects.count() == 1


def test_minutes_are_named_because_a_name_may_stand_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    lot = cast.in_phase(panel(), Phase.CONSENSUS)
    Minutes.objects.create(lot=lot, text="Aanwezig: allen.")
    cast.in_phase(lot, Phase.CONTRACT)

    call_command("anonymise_jury", "--on", "2029-11-03")

    assert capsys.readouterr().err.startswith("Lees het verslag van het overleg na")


@pytest.mark.parametrize(
    ("decided", "end"), [("2026-11-02", date(2029, 11, 2)), ("2028-02-29", date(2031, 3, 1))]
)
def test_a_file_is_kept_three_years_after_the_award(decided: str, end: date) -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    at = cast.NOW.replace(year=int(decided[:4]), month=int(decided[5:7]), day=int(decided[8:]))
    AwardDecision.objects.create(lot=lot, evaluation=evaluation, winner="A", decided_at=at)

    assert earliest_end(lot.tender) == end


def test_without_an_award_there_is_no_earliest_day() -> None:
    assert earliest_end(cast.tender()) is None


def test_an_officer_cannot_choose_a_day_that_is_too_early(client) -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    AwardDecision.objects.create(lot=lot, evaluation=evaluation, winner="A", decided_at=cast.NOW)
    client.force_login(cast.person(Role.OFFICER))
    page = reverse("admin:tenders_tender_change", args=[lot.tender_id])
    rows = {"lots-TOTAL_FORMS": "0", "lots-INITIAL_FORMS": "0"}

    early = client.post(page, {"keep_until": "01-11-2029", **rows})
    right = client.post(page, {"keep_until": "02-11-2029", **rows})

    assert early.context["adminform"].form.errors["keep_until"] == [
        (
            "Bewaar het dossier ten minste drie jaar na de gunning:"
            " tot en met 2 november 2029 (art. 2.56 Aw 2012)."
        )
    ]
    assert (right.status_code, Tender.objects.get().keep_until) == (302, date(2029, 11, 2))


def test_a_running_tender_is_kept_until_a_day_to_come(client) -> None:
    tender = cast.lot_with_bids().tender
    client.force_login(cast.person(Role.OFFICER))
    page = reverse("admin:tenders_tender_change", args=[tender.pk])
    typed = {
        **{name: str(getattr(tender, name)) for name in ("reference", "title", "subject", "nature")},
        "procedure": tender.procedure,
        "lots-TOTAL_FORMS": "0",
        "lots-INITIAL_FORMS": "0",
    }

    past = client.post(page, {**typed, "keep_until": "01-11-2024"})
    ahead = client.post(page, {**typed, "keep_until": "01-11-2099"})

    assert past.context["adminform"].form.errors["keep_until"] == [
        "Deze aanbesteding loopt nog. Kies een dag die nog komt, of laat dit leeg."
    ]
    assert (ahead.status_code, Tender.objects.get().keep_until) == (302, date(2099, 11, 1))

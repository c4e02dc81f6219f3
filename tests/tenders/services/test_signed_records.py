"""The signed copy of the record of the meeting: registered by its SHA-256, and held against the dossier."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.dossier.faults import SIGNED_OTHER_SCORES, Rejected
from tenders.dossier.verify import verify_dossier
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.dossier import write_dossier
from tenders.services.locked_scores import settled_digest
from tenders.services.phases import Refused
from tenders.services.signed_records import register_signed_record, signed_records_of
from tenders.services.transitions import take_step
from tests import award, cast, meeting
from tests.signing_in import client_of
from tests.tenders.dossier import build

pytestmark = pytest.mark.django_db

SCAN = b"%PDF met drie handtekeningen"
DAY = cast.NOW.date()


def digest(content: bytes = SCAN) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def lot() -> Lot:
    """Its scores were locked by the step itself."""
    lot = meeting.revealed(meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS)))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    award.step(lot, "lock-scores")
    return lot


def register(lot: Lot, content: bytes = SCAN, days: int = 0) -> None:
    officer = cast.person(Role.OFFICER)
    register_signed_record(
        lot=lot, digest=digest(content), signed_on=DAY + timedelta(days=days), at=cast.NOW, actor=officer
    )


def test_the_event_ties_the_file_to_the_scores_and_the_day(lot: Lot) -> None:
    register(lot)

    event = Event.objects.latest("sequence")
    assert (event.action, event.subject) == ("consensus.record_signed", "T-1 / 1")
    assert json.loads(event.details) == {
        "before": "", "after": digest(), "signed_on": DAY.isoformat(), "scores": settled_digest(lot),
    }  # fmt: skip


def test_a_later_copy_comes_beside_the_earlier_one(lot: Lot) -> None:
    register(lot)
    register(lot, b"%PDF opnieuw")

    assert [each.digest for each in signed_records_of(lot)] == [digest(b"%PDF opnieuw"), digest()]
    with pytest.raises(Refused, match="al vastgelegd"):
        register(lot, b"%PDF opnieuw")


@pytest.mark.parametrize(("days", "reason"), [(-1, "nog niet vast"), (1, "nog niet geweest")])
def test_a_day_on_which_it_cannot_have_been_signed_is_refused(lot: Lot, days: int, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        register(lot, days=days)

    assert signed_records_of(lot) == []


def test_after_a_reopening_the_copy_is_one_of_before(lot: Lot) -> None:
    register(lot)
    award.step(lot, "reopen-consensus")
    meeting.settle(lot, seen=1, A=("matig", meeting.WHY_A))

    with pytest.raises(Refused, match="nog niet vast"):
        register(lot, b"%PDF opnieuw")

    assert [each.is_current for each in signed_records_of(lot)] == [False]


def with_dossier(lot: Lot, folder: Path) -> Path:
    cast.in_phase(lot, Phase.EVALUATION)
    file = folder / "dossier.zip"
    file.write_bytes(write_dossier(tender=lot.tender, at=cast.NOW, actor=cast.person(Role.AUDITOR)))
    return file


def test_the_dossier_knows_the_file_again(
    lot: Lot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register(lot)
    dossier, scan = with_dossier(lot, tmp_path), tmp_path / "scan.pdf"
    scan.write_bytes(SCAN)

    call_command("verify_dossier", str(dossier), "--signed", str(scan))

    told = capsys.readouterr().out
    assert "Getekende verslagen: 1." in told
    assert f"Dit is het getekende verslag van T-1 / 1, getekend op {DAY.isoformat()}." in told


def test_another_file_is_not_the_one_that_was_signed(
    lot: Lot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register(lot)
    dossier, scan = with_dossier(lot, tmp_path), tmp_path / "scan.pdf"
    scan.write_bytes(SCAN + b".")

    with pytest.raises(SystemExit):
        call_command("verify_dossier", str(dossier), "--signed", str(scan))

    assert digest(SCAN + b".") in capsys.readouterr().err


def test_a_copy_of_other_scores_than_were_locked_is_found() -> None:
    events = [
        *build.happened(),
        ("consensus.locked", build.SUBJECT, {"before": "", "after": "a" * 64}),
        ("consensus.record_signed", build.SUBJECT, {"after": digest(), "scores": "b" * 64}),
    ]

    with pytest.raises(Rejected) as refused:
        verify_dossier(build.dossier(events=events))

    assert refused.value.reason == SIGNED_OTHER_SCORES.format(number="8")


def page(lot: Lot) -> str:
    return reverse("tenders:signed_record", args=[lot.pk])


def filled_in(content: bytes = SCAN) -> dict[str, object]:
    return {"file": SimpleUploadedFile("scan.pdf", content), "signed_on": DAY.strftime("%d-%m-%Y")}


def test_the_secretary_uploads_the_file_and_it_is_not_kept(lot: Lot) -> None:
    client = client_of(Role.OFFICER)

    answer = client.post(page(lot), filled_in(), follow=True)

    assert (answer.status_code, answer.content.decode().count(digest())) == (200, 1)
    assert page(lot) in client.get(reverse("tenders:consensus", args=[lot.pk])).content.decode()


@pytest.mark.parametrize(("role", "status"), [(Role.LAWYER, 403), (Role.AUDITOR, 403), (Role.JUROR, 404)])
def test_others_register_nothing(lot: Lot, role: Role, status: int) -> None:
    assert client_of(role).post(page(lot), filled_in()).status_code == status
    assert signed_records_of(lot) == []


def test_an_empty_form_and_a_second_time_say_why(lot: Lot) -> None:
    client = client_of(Role.PROJECT_LEAD)
    client.post(page(lot), filled_in())

    answers = [client.post(page(lot), data) for data in ({}, filled_in())]

    assert [answer.status_code for answer in answers] == [422, 409]
    assert "al vastgelegd" in answers[1].content.decode()


def test_there_is_nothing_to_sign_before_the_scores_are_locked(lot: Lot) -> None:
    award.step(lot, "reopen-consensus")

    assert client_of(Role.OFFICER).get(page(lot)).status_code == 404


def test_an_ended_lot_can_still_be_signed_for(lot: Lot) -> None:
    take_step(lot=lot, code="stop", at=cast.NOW, actor=cast.person(Role.OFFICER), reason="Geen geld.")

    register(lot)

    assert [each.is_current for each in signed_records_of(lot)] == [True]

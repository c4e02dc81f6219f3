"""Notices as they were sent: one per bidder, both files, dated, and never changed again."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Letter, Lot, SentNotice
from tenders.services.dossier import write_dossier
from tenders.services.notice_sending import notices_to_bidders, send_notices
from tenders.services.notices import STOPPED, WITHDRAWN
from tenders.services.phases import Refused
from tenders.services.transitions import take_step
from tests import cast
from tests.guards import without_guards
from tests.tenders.services.decided import AT, decided

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def withdrawn() -> Lot:
    lot, officer = decided(), cast.person(Role.OFFICER)
    take_step(lot=lot, code="send-letters", at=AT, actor=officer)
    take_step(lot=lot, code="withdraw-decision", at=LATER, actor=officer, reason="Fout in de score van K.")
    return lot


def send(lot: Lot, role: Role = Role.OFFICER) -> list[SentNotice]:
    return send_notices(lot=lot, languages={}, at=LATER, actor=cast.person(role))


def text_of(word: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(bytes(word))).read("word/document.xml").decode()


def test_each_bidder_has_its_own_notice_with_the_day_of_sending() -> None:
    lot = withdrawn()

    send(lot)

    rows = list(SentNotice.objects.select_related("bid__supplier").order_by("bid__code"))
    assert [(row.bid.code, row.decision.number if row.decision else None) for row in rows] == [
        ("A", 1), ("B", 1), ("C", 1),
    ]  # fmt: skip
    assert {row.sent_at for row in rows} == {LATER}
    for row in rows:
        assert row.digest == hashlib.sha256(bytes(row.word)).hexdigest()
        assert row.bid.supplier.name in text_of(row.word)
        assert "7 december 2026" in text_of(row.word)
        assert "datum van verzending" not in text_of(row.word)


def test_each_gets_the_language_of_its_letter_unless_another_was_chosen() -> None:
    lot, officer = decided(), cast.person(Role.OFFICER)
    take_step(lot=lot, code="send-letters", at=AT, actor=officer)
    with without_guards("tenders_letter"):
        Letter.objects.filter(bid__code="B").update(language="en")
    take_step(lot=lot, code="withdraw-decision", at=LATER, actor=officer, reason="Fout in de score van K.")
    client = Client()
    client.force_login(officer)
    page = client.get(reverse("tenders:letters", args=[lot.pk])).content.decode()

    send_notices(lot=lot, languages={f"{WITHDRAWN}-1-C": "en"}, at=LATER, actor=officer)

    sent = dict(SentNotice.objects.values_list("bid__code", "language"))
    titles = {
        row.bid.code: "award decision withdrawn" in text_of(row.word) for row in SentNotice.objects.all()
    }
    logged = json.loads(Event.objects.get(action="notices.sent").details)["languages"]
    assert sent == {"A": "nl", "B": "en", "C": "en"}
    assert titles == {"A": False, "B": True, "C": True}
    assert logged == {f"{WITHDRAWN}-1-{code}": language for code, language in sent.items()}
    assert [page.count(f'value="{code}" selected') for code in ("nl", "en")] == [2, 1]


def test_the_log_holds_the_digest_of_every_file() -> None:
    lot = withdrawn()

    rows = send(lot)

    details = Event.objects.get(action="notices.sent").details
    assert all(row.digest in details for row in rows)
    assert all(hashlib.sha256(bytes(row.open_document)).hexdigest() in details for row in rows)


def test_what_was_sent_is_not_sent_again_and_the_end_gets_notices_of_its_own() -> None:
    lot = withdrawn()
    send(lot)
    with pytest.raises(Refused):
        send(lot)

    reason = "Het budget van dit project verviel."
    take_step(lot=lot, code="stop", at=LATER, actor=cast.person(Role.OFFICER), reason=reason)
    rows = send(lot)

    assert [(row.bid.code, row.decision_id) for row in rows] == [("A", None), ("B", None), ("C", None)]
    names = [each.name for each in notices_to_bidders(lot) if each.sent is not None]
    assert names == [f"{WITHDRAWN}-1-{code}" for code in "ABC"] + [f"{STOPPED}-{code}" for code in "ABC"]


@pytest.mark.parametrize("change", [lambda rows: rows.update(digest="0" * 64), lambda rows: rows.delete()])
def test_the_database_keeps_what_was_sent(change) -> None:
    send(withdrawn())

    with pytest.raises(DatabaseError), transaction.atomic():
        change(SentNotice.objects.all())


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.JUROR, Role.CONTRACT_MANAGER])
def test_only_who_may_withdraw_tells_the_bidders(role: Role) -> None:
    lot = withdrawn()

    with pytest.raises(Refused):
        send(lot, role)

    assert SentNotice.objects.count() == 0


def test_a_download_gives_the_bytes_that_were_recorded_whatever_the_language() -> None:
    lot = withdrawn()
    client = Client()
    client.force_login(cast.person(Role.OFFICER))

    chosen = {"notices": "1", f"notice_language-{WITHDRAWN}-1-B": "en"}
    answer = client.post(reverse("tenders:letters", args=[lot.pk]), chosen)
    again = client.post(reverse("tenders:letters", args=[lot.pk]), {"notices": "1"})
    row = SentNotice.objects.get(bid__code="B")
    address = reverse("tenders:record", args=[lot.pk, f"{WITHDRAWN}-1-B", "docx"])
    odt = reverse("tenders:record", args=[lot.pk, f"{WITHDRAWN}-1-B", "odt"])

    assert (answer.status_code, again.status_code, row.language) == (302, 409, "en")
    assert client.get(address, {"language": "nl"}).content == bytes(row.word)
    assert client.get(odt).content == bytes(row.open_document)
    assert row.digest in client.get(reverse("tenders:letters", args=[lot.pk])).content.decode()


def test_the_dossier_holds_what_was_sent() -> None:
    lot = withdrawn()
    rows = send(lot)

    made = write_dossier(tender=lot.tender, at=LATER, actor=cast.person(Role.AUDITOR))

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        held = [package.read(name) for name in package.namelist() if "notices/lot-1/withdrawal-1/" in name]
    assert held == [bytes(content) for row in rows for content in (row.word, row.open_document)]

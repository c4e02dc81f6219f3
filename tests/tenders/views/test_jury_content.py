"""What an assessor reads of a bid: answer and files of the own criterion, nothing that names anybody."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Assessor, Lot, RequirementOutcome
from tenders.procedure.phases import Phase
from tenders.services.sealing import NewFile
from tenders.services.transitions import take_step
from tests import cast, panel
from tests.panel import client_of
from tests.queries import queries
from tests.sealed import CANARY, CANARY_PRICE, new_bid, open_for_bids, opened, sealed

pytestmark = pytest.mark.django_db

ADMITTED = cast.NOW + timedelta(minutes=2)  # the lawyer opened the bids a minute before
ANSWER = "Wij komen binnen vier uur.\n<script>alert(1)</script>"


def assessed(lot: Lot, *suppliers: str) -> Lot:
    """Bids of these suppliers out of the vault, admitted, under assessment."""
    for supplier in suppliers:
        files = (
            NewFile(f"aanbod {supplier}.PDF", "K", b"%PDF plan"),
            NewFile(f"prijzen {supplier}.xlsx", "", b"los"),
            NewFile("co2.pdf", "D1", b"voetafdruk"),
        )
        sealed(lot, new_bid(supplier, answers={"K": ANSWER}, files=files))
    opened(lot)
    for bid in lot.bids.all():
        RequirementOutcome.objects.create(bid=bid, requirement=lot.requirements.get(), met=True)
    panel.assessor(lot)
    take_step(lot=lot, code="start-assessment", at=ADMITTED, actor=cast.person(Role.OFFICER))
    return lot


@pytest.fixture
def lot() -> Lot:
    return assessed(open_for_bids(), CANARY, "Leverancier B")


@pytest.fixture
def first(lot: Lot) -> Assessor:
    return panel.declares(Assessor.objects.get(lot=lot))


def sheet(who: Assessor) -> Any:
    return client_of(who).get(reverse("tenders:jury_scores", args=[who.lot_id, "K"]))


def file_path(who: Assessor, token: str) -> str:
    return reverse("tenders:jury_file", args=[who.lot_id, token])


def test_answer_and_files_of_the_criterion_are_shown_without_names(first: Assessor) -> None:
    page = sheet(first)

    text = page.content.decode()
    assert [(cell.answer, [file.ending for file in cell.files]) for cell in page.context["cells"]] == [
        (ANSWER, ["pdf"])
    ] * 2
    assert "<script>alert" not in text
    assert [name for name in (CANARY, "Leverancier", "aanbod", "prijzen", "co2.pdf") if name in text] == []


def test_no_price_is_in_any_byte_of_any_page(first: Assessor) -> None:
    client = client_of(first)
    lot = first.lot_id
    paths = [
        reverse("tenders:panels"),
        *(reverse(f"tenders:jury_{name}", args=[lot]) for name in ("declaration", "ready")),
        reverse("tenders:jury_scores", args=[lot, "K"]),
        *(file_path(first, file.token) for cell in sheet(first).context["cells"] for file in cell.files),
    ]

    answers = [client.get(path) for path in paths]

    assert {answer.status_code for answer in answers} == {200}
    digits = CANARY_PRICE.replace(".", "")
    everything = " ".join(f"{answer.headers} {answer.content.decode()}" for answer in answers)
    assert digits not in re.sub(r"[.,\s]", "", everything)


def test_a_file_is_a_download_under_a_name_of_ours_and_logged(first: Assessor) -> None:
    cell = sheet(first).context["cells"][0]

    answer = client_of(first).get(file_path(first, cell.files[0].token))

    assert (answer.status_code, answer.content) == (200, b"%PDF plan")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    token = cell.files[0].token[:4]
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="Inschrijver {cell.label.nl[-1]} K bijlage {token}.pdf"'
    )
    logged = json.loads(Event.objects.get(action="jury.file_read").details)
    assert {name: logged[name] for name in ("assessor", "bid", "criterion")} == {
        "assessor": "A", "bid": cell.bid.code, "criterion": "K",
    }  # fmt: skip


def test_a_file_is_not_there_for_another_or_after_a_conflict(first: Assessor) -> None:
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    cells = {cell.bid.code: cell.files[0].token for cell in sheet(first).context["cells"]}

    found = [client_of(second).get(file_path(first, cells["A"])).status_code]
    panel.declares(first, "A")
    found += [client_of(first).get(file_path(first, token)).status_code for token in cells.values()]
    cast.in_phase(first.lot, Phase.EVALUATION)
    found.append(client_of(first).get(file_path(first, cells["B"])).status_code)

    expected = {"A": 404, "B": 200}
    assert found == [404, *(expected[code] for code in cells), 404]
    assert Event.objects.filter(action="jury.file_read").count() == 1


def test_without_the_key_of_the_vault_the_page_says_so(first: Assessor, settings: Any) -> None:
    settings.VAULT_KEYS = ["00" * 32]

    page = sheet(first)

    assert (page.status_code, page.context["cells"]) == (503, [])
    assert len(page.context["unreadable"]) > 20


def test_more_sealed_bids_cost_no_more_queries() -> None:
    counts = []
    for reference, suppliers in (("T-1", ["A"]), ("T-2", ["B", "C", "D"])):
        lot = cast.lot(cast.tender(reference=reference))
        cast.published(lot.tender, Phase.SUBMISSION)
        who = panel.declares(Assessor.objects.get(lot=assessed(lot, *suppliers)))
        counts.append(queries(client_of(who), reverse("tenders:jury_scores", args=[lot.pk, "K"])))

    assert counts[0] == counts[1]

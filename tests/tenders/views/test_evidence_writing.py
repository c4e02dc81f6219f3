"""Recording, changing and checking a piece of evidence, and its files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from procurement.organisations.models import Role
from tenders.models import Evidence, EvidenceCheck, EvidenceFile
from tests import cast, evidence
from tests.guards import without_guards
from tests.signing_in import client_of
from tests.tenders.views.evidence_pages import ADD, READERS, REGISTER, file_at, page_of, typed

pytestmark = pytest.mark.django_db


def test_an_officer_records_a_piece_and_comes_back_where_he_was() -> None:
    supplier = evidence.supplier()

    answer = client_of().post(f"{ADD}?next=/bewijs/", typed(supplier=str(supplier.pk)))

    row = Evidence.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/bewijs/")
    assert (row.title, row.products, row.valid_until) == (
        "EPEAT Gold",
        ["Laptop 14", "Laptop 16"],
        date(2028, 12, 31),
    )


def test_a_way_back_to_another_site_is_not_followed() -> None:
    supplier = evidence.supplier()

    answer = client_of().post(f"{ADD}?next=https://attacker.example/", typed(supplier=str(supplier.pk)))

    assert answer["Location"] == page_of(Evidence.objects.get())


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "a\u202eb"}, "title"),
        ({"kind": "own"}, "kind"),
        ({"value": "veel"}, "value"),
        ({"kind": "take_back", "value": "101"}, "value"),
        ({"valid_until": "2025-12-31"}, "valid_until"),
        ({"replaces": "label"}, "equivalent_of"),
        ({"products": "x" * 121}, "products"),
        ({"products": "a\u202eb"}, "products"),
        ({"supplier": "0"}, "supplier"),
    ],
)
def test_what_is_wrong_stands_at_its_field(wrong: dict[str, str], field: str) -> None:
    supplier = evidence.supplier()

    answer = client_of().post(ADD, typed(**{"supplier": str(supplier.pk), **wrong}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Evidence.objects.exists()


def test_the_supplier_of_another_organisation_cannot_be_chosen() -> None:
    other = evidence.supplier("Elders BV", of="Bellis")

    answer = client_of().post(ADD, typed(supplier=str(other.pk)))

    assert (answer.status_code, Evidence.objects.exists()) == (422, False)


def test_a_renewed_piece_starts_from_the_old_one_without_its_dates() -> None:
    row = evidence.piece()

    form = client_of().get(ADD, {"like": row.pk}).context["form"]

    assert (form["supplier"].value(), form["number"].value()) == (row.supplier_id, "NL-1401")
    assert (form["products"].value(), form["valid_until"].value()) == ("Laptop 14\nLaptop 16", None)


@pytest.mark.parametrize("like", ["x", "9" * 5000, "-1", "\u0663"])
def test_a_made_up_piece_to_start_from_is_nothing(like: str) -> None:
    evidence.supplier()

    assert client_of().get(ADD, {"like": like}).context["form"]["title"].value() is None


@pytest.mark.parametrize("role", [role for role in READERS if role is not Role.OFFICER])
def test_others_do_not_describe(role: Role) -> None:
    row = evidence.piece()
    client = client_of(role)

    assert [client.get(place).status_code for place in (ADD, page_of(row, "evidence_change"))] == [403, 403]
    assert client.post(page_of(row), {"act": "file"}).status_code == 403


def test_a_change_is_saved_once_and_the_second_tab_is_told() -> None:
    row, client = evidence.piece(), client_of()
    form = client.get(page_of(row, "evidence_change")).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"title": "Nieuw", "accredited": ""}

    first = client.post(page_of(row, "evidence_change"), sent)
    second = client.post(page_of(row, "evidence_change"), sent | {"title": "Ander"})

    row.refresh_from_db()
    assert (first.status_code, second.status_code, row.title) == (302, 409, "Nieuw")
    assert "iemand anders heeft dit bewijsmiddel intussen gewijzigd" in second.content.decode()


def test_what_a_ranking_rests_on_shows_why_it_cannot_be_changed() -> None:
    row = evidence.piece()
    evidence.ranked(row)

    page = client_of().get(page_of(row, "evidence_change"))

    assert page.status_code == 200
    assert "rusten op dit bewijsmiddel" in page.content.decode()
    assert page_of(row, "evidence_change") not in client_of().get(page_of(row)).content.decode()


def test_a_check_is_recorded_and_shown() -> None:
    row = evidence.piece()
    sent = {
        "act": "check",
        "check-outcome": "wrong",
        "check-way": "asked",
        "check-remark": "De instelling kent dit nummer niet.",
        "check-checked_on": "2026-11-02",
    }

    answer = client_of(Role.CONTRACT_MANAGER).post(page_of(row), sent, follow=True)

    check = EvidenceCheck.objects.get()
    assert (check.outcome, check.way, check.made_by) == (
        "wrong",
        "asked",
        cast.person(Role.CONTRACT_MANAGER),
    )
    assert "De instelling kent dit nummer niet." in answer.content.decode()
    assert "klopt niet" in client_of().get(REGISTER).content.decode()


def test_a_file_is_a_download_under_our_own_name_and_type() -> None:
    row = evidence.piece()
    sent = SimpleUploadedFile(
        "../<b>.pdf", b"%PDF-1.7 <script>alert(1)</script> %%EOF", content_type="text/html"
    )
    client = client_of()

    client.post(page_of(row), {"act": "file", "file-file": sent})

    file = EvidenceFile.objects.get()
    answer = client.get(file_at(file))
    assert answer.content == b"%PDF-1.7 <script>alert(1)</script> %%EOF"
    assert {
        name: answer[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    } == {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="bewijs-{row.pk}-1.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    page = client.get(page_of(row)).content.decode()
    assert ("<b>" in page, "_b_.pdf" in page) == (False, True)


def test_a_hostile_file_is_refused_at_its_field() -> None:
    row = evidence.piece()
    sent = SimpleUploadedFile("a.pdf", b"<html><script>alert(1)</script></html>")

    answer = client_of().post(page_of(row), {"act": "file", "file-file": sent})

    assert (answer.status_code, EvidenceFile.objects.exists()) == (409, False)
    assert "De inhoud hoort niet bij de naam van het bestand." in answer.content.decode()


def test_a_file_that_was_altered_in_the_store_is_not_handed_out() -> None:
    file = evidence.file_of(evidence.piece())
    with without_guards("tenders_evidencefile"):
        EvidenceFile.objects.update(content=b"x")

    answer = client_of().get(file_at(file), follow=True)

    assert answer.redirect_chain == [(page_of(file.evidence), 302)]
    assert "wordt niet uitgeleverd" in answer.content.decode()

"""What is typed in the admin: strict numbers, dates in order, and no text that reads another way."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot, Requirement, Supplier, Tender
from tests import cast

pytestmark = pytest.mark.django_db

NOT_NUMBERS = ("12.5", "1_000", "٣", "NaN", "1e400", "-0", "-5")


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client


def tender_data(**changes: str) -> dict[str, str]:
    management = {"lots-TOTAL_FORMS": "1", "lots-INITIAL_FORMS": "0"}
    lot = {"lots-0-number": "1", "lots-0-title": "Laptops", "lots-0-estimated_value": "400.000,00"}
    own = {
        "organisation": str(cast.organisation().pk),
        "reference": "T-9",
        "title": "Laptops",
        "subject": "Levering van laptops",
        "nature": "supplies",
        "procedure": "open",
    }
    return {**management, **lot, **own, **changes}


def evidence_data(supplier: Supplier, **changes: str) -> dict[str, str]:
    own = {"supplier": str(supplier.pk), "kind": "refurbished_share", "title": "Opgave", "value": "12,5"}
    return {**own, **changes}


@pytest.fixture
def supplier() -> Supplier:
    return Supplier.objects.create(organisation=cast.organisation(), name="Leverancier A")


def test_a_tender_and_its_lot_are_stored_as_typed(officer: Client) -> None:
    officer.post(reverse("admin:tenders_tender_add"), tender_data(**{"lots-0-cpv": "30213100-6"}))

    lot = Lot.objects.get(tender__reference="T-9")
    assert (str(lot.estimated_value), lot.cpv) == ("400000.00", "30213100-6")


@pytest.mark.parametrize("typed", NOT_NUMBERS)
@pytest.mark.parametrize("field", ["lots-0-estimated_value", "lots-0-number"])
def test_what_is_no_number_stores_nothing(officer: Client, field: str, typed: str) -> None:
    page = officer.post(reverse("admin:tenders_tender_add"), tender_data(**{field: typed}))

    assert (page.status_code, Tender.objects.count()) == (200, 0)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"contract_start": "01-01-2030", "contract_end": "31-12-2027"},
            "Het contract eindigt vóór het begint. Controleer beide data.",
        ),
        (
            {"deadline_0": "30-10-2026", "deadline_1": "14:00", "award_planned": "29-10-2026"},
            "De gunning valt vóór de inschrijving. Kies een latere dag.",
        ),
        ({"lots-0-cpv": "abc"}, "Een CPV-code heeft 8 cijfers, bijvoorbeeld 30213100-6."),
        ({"lots-0-number": "1_0"}, "‘1_0’ is geen heel getal. Gebruik alleen cijfers."),
        ({"lots-0-estimated_value": "-5"}, "Vul 0 of meer in."),
        (
            {"title": "Laptops \u202egnp"},
            "Deze tekst bevat onzichtbare tekens die de leesrichting omkeren. Typ hem opnieuw.",
        ),
    ],
)
def test_a_refusal_says_what_to_do(officer: Client, changes: dict[str, str], sentence: str) -> None:
    page = officer.post(reverse("admin:tenders_tender_add"), tender_data(**changes)).content.decode()

    assert page.count(sentence) == 1


def test_the_value_of_evidence_is_stored_plain_and_shown_as_dutch(
    officer: Client, supplier: Supplier
) -> None:
    officer.post(reverse("admin:tenders_evidence_add"), evidence_data(supplier))

    row = Evidence.objects.get()
    page = officer.get(reverse("admin:tenders_evidence_change", args=[row.pk])).content.decode()
    assert (row.value, page.count('value="12,5"')) == ("12.5", 1)


@pytest.mark.parametrize("typed", [*NOT_NUMBERS, "abc", "100,5"])
def test_a_value_of_evidence_that_is_no_share_is_refused(
    officer: Client, supplier: Supplier, typed: str
) -> None:
    page = officer.post(reverse("admin:tenders_evidence_add"), evidence_data(supplier, value=typed))

    assert (page.status_code, Evidence.objects.count()) == (200, 0)
    assert page.content.decode().count(f'value="{typed}"') == 1


def test_evidence_that_ends_before_it_starts_is_told_in_words(officer: Client, supplier: Supplier) -> None:
    dates = {"valid_from": "01-01-2028", "valid_until": "01-01-2027"}

    page = officer.post(reverse("admin:tenders_evidence_add"), evidence_data(supplier, **dates))

    sentences = page.context["errors"]
    assert list(sentences) == [["Deze dag ligt vóór ‘geldig vanaf’. Controleer beide data."]]


def test_the_only_organisation_is_chosen_beforehand(officer: Client) -> None:
    page = officer.get(reverse("admin:tenders_tender_add")).content.decode()

    assert page.count(f'<option value="{cast.organisation().pk}" selected>') == 1


def test_a_lot_in_a_list_of_choices_says_of_which_tender(officer: Client) -> None:
    cast.lot(cast.tender(reference="T-7"))
    query = {"term": "Laptops", "app_label": "tenders", "model_name": "requirement", "field_name": "lot"}

    found = officer.get(reverse("admin:autocomplete"), query).json()["results"]

    assert [each["text"] for each in found] == ["T-7 – Perceel 1 – Laptops"]


@pytest.mark.parametrize(
    ("asked", "goes_to"),
    [
        ("/aanbestedingen/1/toets/", "/aanbestedingen/1/toets/"),
        ("https://elders.example/", "/admin/tenders/requirement/"),
        ("//elders.example/", "/admin/tenders/requirement/"),
    ],
)
def test_after_adding_the_page_that_asked_comes_back(officer: Client, asked: str, goes_to: str) -> None:
    lot = cast.lot(cast.tender(reference="T-7"))
    data = {"lot": lot.pk, "position": "2", "kind": "suitability", "code": "E2", "title": "EMAS", "text": "…"}

    answer = officer.post(reverse("admin:tenders_requirement_add", query={"next": asked}), data)

    assert (answer["Location"], Requirement.objects.filter(code="E2").count()) == (goes_to, 1)


def test_the_first_lot_of_a_new_tender_is_number_1(officer: Client) -> None:
    formset = officer.get(reverse("admin:tenders_tender_add")).context["inline_admin_formsets"][0].formset

    assert [form["number"].value() for form in formset] == [1]
    assert formset.empty_form["number"].value() is None


def test_a_tender_saves_without_its_untouched_first_lot(officer: Client) -> None:
    untouched = {"lots-0-title": "", "lots-0-estimated_value": ""}

    officer.post(reverse("admin:tenders_tender_add"), tender_data(**untouched))

    assert Tender.objects.get().lots.count() == 0

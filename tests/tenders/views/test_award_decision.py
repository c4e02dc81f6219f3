"""The award decision on the result page, and the pages of a decided lot: read, never changed."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import AwardDecision, BidValue, Lot, Supplier
from tenders.services.award import decide_award
from tenders.services.evaluate import evaluate_lot
from tests import cast

pytestmark = pytest.mark.django_db

CLOSED = (
    "Op 2 november 2026 is de gunningsbeslissing over dit perceel genomen."
    " De inschrijvingen, de waarden en de rangorde veranderen niet meer."
)


def client_of(role: Role) -> Client:
    client = Client()
    client.force_login(cast.person(role))
    return client


def address(page: str, *arguments: object) -> str:
    return reverse(f"tenders:{page}", args=arguments)


def evaluated() -> Lot:
    lot, officer = cast.lot_with_bids(), cast.person(Role.OFFICER)
    cast.published(lot.tender)
    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    return lot


def decided() -> Lot:
    lot = evaluated()
    decide_award(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def test_the_officer_awards_with_one_button() -> None:
    lot, client = evaluated(), client_of(Role.OFFICER)

    before = client.get(address("result", lot.pk)).content.decode()
    page = client.post(address("result", lot.pk), {"award": "1"}, follow=True)

    assert before.count("Gun dit perceel aan A") == 1
    assert [str(message) for message in get_messages(page.wsgi_request)] == ["Perceel gegund aan A."]
    assert (page.context["decision"].winner, page.context["awarded"].name) == ("A", "Leverancier A")
    assert page.content.decode().count('name="award"') == 0


def test_a_lawyer_reads_it_and_cannot_decide() -> None:
    lot, client = evaluated(), client_of(Role.LAWYER)

    text = client.get(address("result", lot.pk)).content.decode()
    answer = client.post(address("result", lot.pk), {"award": "1"})

    assert text.count("Alleen een inkoper van deze organisatie kan de beslissing nemen.") == 1
    assert (answer.status_code, AwardDecision.objects.count()) == (403, 0)


def test_what_stands_in_the_way_is_listed_in_place_of_the_button() -> None:
    lot, client = evaluated(), client_of(Role.OFFICER)
    BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="950")

    page = client.post(address("result", lot.pk), {"award": "1"})

    assert (page.status_code, page.context["reasons_to_wait"]) == (
        409,
        ["De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw."],
    )
    assert page.content.decode().count('name="award"') == 0


@pytest.mark.parametrize("page", ["scores", "bids", "bid"])
def test_the_pages_of_a_decided_lot_say_why_they_are_closed(page: str) -> None:
    lot = decided()
    arguments = [lot.pk, "A"] if page == "bid" else [lot.pk]

    text = client_of(Role.OFFICER).get(address(page, *arguments)).content.decode()

    assert text.count(f"<p>{CLOSED}</p>") == 1
    assert text.count('class="btn btn-primary">Opslaan') == 0


def test_a_decided_lot_takes_no_other_value() -> None:
    lot = decided()
    price = BidValue.objects.get(bid__code="A", criterion__code="P")
    data = {f"value-{price.bid_id}-{price.criterion_id}": "1"}

    answer = client_of(Role.OFFICER).post(address("scores", lot.pk), data)

    price.refresh_from_db()
    assert (answer.status_code, price.value) == (409, "900")


def test_a_decided_lot_takes_no_other_bid() -> None:
    lot, client = decided(), client_of(Role.OFFICER)
    data = {
        "one-code": "D",
        "one-supplier": "Leverancier D",
        "one-received_at": "30-10-2026 10:00",
        "add": "1",
    }

    page = client.post(address("bids", lot.pk), data)

    assert (page.status_code, page.context["one"].non_field_errors()) == (422, [CLOSED])
    assert lot.bids.count() == 3


def test_the_requirements_of_a_decided_bid_stay() -> None:
    lot = decided()

    answer = client_of(Role.OFFICER).post(address("bid", lot.pk, "A"), {"outcome-met-1": "no"})

    assert answer.status_code == 409


def test_the_admin_reads_a_bid_of_a_decided_lot_and_adds_none() -> None:
    lot, client = decided(), client_of(Role.OFFICER)
    supplier = Supplier.objects.create(organisation=lot.tender.organisation, name="Leverancier D")
    data = {"lot": lot.pk, "supplier": supplier.pk, "code": "D"}
    data |= {"received_at_0": "30-10-2026", "received_at_1": "10:00"}

    change = client.post(reverse("admin:tenders_bid_change", args=[lot.bids.get(code="A").pk]), {})
    add = client.post(reverse("admin:tenders_bid_add"), data)

    assert (change.status_code, add.context["adminform"].form.errors["lot"]) == (403, [CLOSED])


def test_the_cells_of_a_bid_that_was_knocked_out_can_only_be_read() -> None:
    lot, client = evaluated(), client_of(Role.OFFICER)
    price = BidValue.objects.get(bid__code="C", criterion__code="P")
    name = f"value-{price.bid_id}-{price.criterion_id}"

    fields = client.get(address("scores", lot.pk)).context["form"].fields
    client.post(address("scores", lot.pk), {name: "650"})

    price.refresh_from_db()
    closed = {field.split("-")[1] for field in fields if fields[field].disabled}
    assert (closed, price.value) == ({str(price.bid_id)}, "700")


def test_a_figure_without_motivation_follows_from_the_formula() -> None:
    lot = cast.lot_with_bids()
    BidValue.objects.filter(bid__code="A").update(motivation="")
    cast.published(lot.tender)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    text = client_of(Role.OFFICER).get(address("explanation", lot.pk, "A")).content.decode()

    assert text.count("Volgt uit de bekendgemaakte formule en de aangeboden waarde.") == 2
    assert text.count("Er is geen motivering opgeschreven.") == 1

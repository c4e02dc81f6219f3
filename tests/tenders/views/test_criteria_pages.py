"""The criteria editor without a script: what is posted is saved, refused in place, or shown as a draft."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot, Scale
from tenders.services.tree import tree_version
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def page(lot: Lot, name: str = "criteria") -> str:
    return reverse(f"tenders:{name}", args=[lot.pk])


def posted(lot: Lot, **changed: str) -> dict[str, Any]:
    """What a browser sends for the page as it stands, with some fields changed."""
    tree = client_of(Role.OFFICER).get(page(lot)).context["tree"]
    data: dict[str, Any] = {"node": [], "seen": tree_version(lot), "act": "save"}
    for node in tree.nodes:
        data["node"].append(node.key)
        for field in node.form:
            data.update(_sent(field))
    keys = {f"c{row.pk}": row.code for row in lot.criteria.all()}
    named = {f"{keys.get(name.split('-')[0])}-{name.split('-', 1)[1]}": name for name in data if "-" in name}
    return {**data, **{named.get(name.replace("__", "-"), name): value for name, value in changed.items()}}


def stored(lot: Lot) -> list[dict[str, Any]]:
    """All columns but the place, which the editor numbers anew."""
    rows = lot.criteria.order_by("code").values()
    return [{name: value for name, value in row.items() if name != "position"} for row in rows]


def _sent(field: Any) -> dict[str, str]:
    value = field.value()
    if isinstance(value, list) and (not value or isinstance(value[0], dict)):
        cells = [(place, column, cell) for place, row in enumerate(value) for column, cell in row.items()]
        return {f"{field.html_name}-{place}-{column}": cell for place, column, cell in cells}
    return {field.html_name: "" if value is None else str(value)}


@pytest.mark.parametrize("name", ["criteria", "rule"])
@pytest.mark.parametrize(
    ("role", "of", "status"),
    [
        (Role.OFFICER, "Amaranth", 200),
        (Role.LAWYER, "Amaranth", 200),
        (Role.CONTRACT_MANAGER, "Amaranth", 200),
        (Role.JUROR, "Amaranth", 404),
        (Role.OFFICER, "Bellis", 404),
    ],
)
def test_who_may_open_it(name: str, role: Role, of: str, status: int) -> None:
    assert client_of(role, of).get(page(cast.lot(), name)).status_code == status


def test_a_visitor_is_asked_to_sign_in() -> None:
    assert Client().get(page(cast.lot())).status_code == 302


@pytest.mark.parametrize("name", ["criteria", "rule", "copy_criteria"])
def test_a_lawyer_cannot_change_anything(name: str) -> None:
    lot = cast.lot()

    assert client_of(Role.LAWYER).post(page(lot, name), {"act": "save"}).status_code == 403


def test_saving_the_page_as_it_stands_changes_nothing() -> None:
    lot = cast.lot()
    before = stored(lot)

    response = client_of(Role.OFFICER).post(page(lot), posted(lot))

    assert response.status_code == 302
    assert stored(lot) == before
    assert list(lot.criteria.get(code="K").levels.values_list("code", "share")) == [
        ("goed", 100),
        ("voldoende", 60),
        ("matig", 0),
    ]


def test_a_changed_weight_is_saved_exactly() -> None:
    lot = cast.lot()

    client_of(Role.OFFICER).post(page(lot), posted(lot, P__weight="59,1234"))

    assert str(lot.criteria.get(code="P").weight) == "59.1234"


@pytest.mark.parametrize("typed", ["12.5", "NaN", "1_000", "٣", "1e400", "101", "-1", ""])
def test_a_weight_that_is_no_weight_is_refused_and_echoed(typed: str) -> None:
    lot = cast.lot()

    response = client_of(Role.OFFICER).post(page(lot), posted(lot, P__weight=typed))

    field = response.context["tree"].nodes[0].form["weight"]
    assert (response.status_code, len(field.errors), field.value()) == (422, 1, typed)
    assert str(lot.criteria.get(code="P").weight) == "60.0000"


def test_two_criteria_with_one_code_are_refused() -> None:
    lot = cast.lot()

    response = client_of(Role.OFFICER).post(page(lot), posted(lot, K__code="P"))

    errors = response.context["tree"].nodes[1].form.errors
    assert errors == {"code": ["Deze code staat er al. Geef elk criterium een eigen code."]}


def test_a_draft_moves_without_saving() -> None:
    lot = cast.lot()
    key = f"c{lot.criteria.get(code='K').pk}"

    response = client_of(Role.OFFICER).post(page(lot), {**posted(lot), "act": f"up:{key}"})

    assert [node.form["code"].value() for node in response.context["tree"].nodes] == ["K", "P", "D", "D1"]
    assert list(lot.criteria.filter(parent=None).values_list("code", flat=True)) == ["P", "K", "D"]


def test_dividing_the_rest_works_on_the_server() -> None:
    lot = cast.lot()

    response = client_of(Role.OFFICER).post(page(lot), {**posted(lot, K__weight=""), "act": "spread:"})

    weights = [node.form["weight"].value() for node in response.context["tree"].nodes]
    assert weights == ["60", "15", "25", "25"]


def test_without_an_empty_weight_the_rest_stays_and_the_page_says_so() -> None:
    lot = cast.lot()

    response = client_of(Role.OFFICER).post(page(lot), {**posted(lot, K__weight="10"), "act": "spread:"})

    weights = [node.form["weight"].value() for node in response.context["tree"].nodes]
    assert weights == ["60", "10", "25", "25"]
    assert [str(message) for message in response.context["messages"]] == [
        "Er is niets verdeeld: er is geen lege weging. Maak er eerst een leeg."
    ]


def test_the_total_says_what_is_left() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="K").update(weight=10)

    response = client_of(Role.OFFICER).get(page(lot))

    assert response.context["tree"].shown_total == "95% – nog 5% te verdelen"
    messages = [(finding.where, finding.message) for finding in response.context["findings"]]
    assert messages == [("Perceel 1", "De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen.")]


def test_another_kind_brings_its_own_fields() -> None:
    lot = cast.lot()
    data = {**posted(lot, P__kind="scale", P__method=""), "act": "refresh:"}

    form = client_of(Role.OFFICER).post(page(lot), data).context["tree"].nodes[0].form

    assert ("levels" in form.fields, "unit" in form.fields) == (True, False)
    assert [code for code, _name in form.fields["method"].choices] == ["", "graded-scale"]


def test_after_publication_it_is_read_only_with_the_reason() -> None:
    lot = cast.lot()
    cast.published(lot.tender)
    client = client_of(Role.OFFICER)

    response = client.get(page(lot))

    assert response.context["closed"].startswith("Deze aanbesteding is gepubliceerd.")
    assert client.post(page(lot), {"act": "save"}).status_code == 403
    assert client.post(page(lot, "rule"), {"act": "save"}).status_code == 403
    assert client.post(page(lot, "copy_criteria"), {"source": "lot:1"}).status_code == 403


def test_a_title_with_markup_is_shown_as_text() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="P").update(title="<script>alert(1)</script>")

    content = client_of(Role.OFFICER).get(page(lot)).content.decode()

    assert "<script>alert(1)" not in content


def test_it_costs_the_same_for_few_and_many_criteria() -> None:
    client, lot = client_of(Role.OFFICER), cast.lot()
    client.get(page(lot))
    with CaptureQueriesContext(connection) as few:
        client.get(page(lot))

    for number in range(8):
        lot.criteria.create(code=f"X{number}", title="x", weight=0, position=10 + number)
    with CaptureQueriesContext(connection) as many:
        client.get(page(lot))

    assert len(many) == len(few)


def test_fields_that_are_not_on_the_page_are_ignored() -> None:
    lot, other = cast.lot(), cast.tender(reference="T-2")

    client_of(Role.OFFICER).post(page(lot), {**posted(lot), "lot": "999", "tender": str(other.pk)})

    assert lot.criteria.count() == 4


def test_a_scale_of_the_organisation_fills_the_levels() -> None:
    lot = cast.lot()
    scale = Scale.objects.create(organisation=lot.tender.organisation, title="Ja, deels of nee")
    for place, share in enumerate((100, 50), 1):
        scale.levels.create(position=place, code=f"s{place}", title="s", share=share, description="d")
    theirs = Scale.objects.create(organisation=cast.organisation("Bellis"), title="Van een ander")
    key = f"c{lot.criteria.get(code='K').pk}"

    drafts = [
        client_of(Role.OFFICER).post(page(lot), {**posted(lot), f"{key}-scale": pk, "act": f"scale:{key}"})
        for pk in (scale.pk, theirs.pk)
    ]

    levels = [draft.context["tree"].nodes[1].form["levels"].value() for draft in drafts]
    assert [[(row["code"], row["share"]) for row in each] for each in levels] == [
        [("s1", "100"), ("s2", "50")],
        [("goed", "100"), ("voldoende", "60"), ("matig", "0")],
    ]


@pytest.mark.parametrize("name", ["criteria", "rule", "copy_criteria"])
def test_a_post_from_elsewhere_is_refused(name: str) -> None:
    lot = cast.lot()
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.person(Role.OFFICER))

    assert client.post(page(lot, name), {"act": "save"}).status_code == 403

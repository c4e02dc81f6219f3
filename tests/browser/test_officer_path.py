"""The officer's whole job in a browser: a tender made from nothing, up to the documents that come out.

Every page passed on the way must be readable for everyone, leave the console silent and fetch nothing
from elsewhere.
"""

import io
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from tenders.models import Criterion, Lot
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.walk import Walk, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BANDS = {"P": ("400.000", "600.000,00"), "D1": ("150,5", "350"), "D2": ("10", "40")}
OFFERS = {  # code: price, plan, repair time, trial, kg CO2e, kWh, refurbished, take-back, years of parts
    "A": ("450.000", "Uitstekend", "8", "Goed", "200", "20", "10", "50", "5"),
    "B": ("480.000,50", "Goed", "16", "Uitstekend", "180,5", "15,25", "40", "100", "7"),
    "C": ("520.000", "Voldoende", "24", "Voldoende", "300", "30", "0", "0", "3"),
}
CRITERIA = ("P", "K1", "K2", "K3", "D1", "D2", "D3.1", "D3.2", "D3.3")


@pytest.fixture
def walk(page: Any, live_server: LiveServer, axe: Any, watched: Watched, officer: User) -> Walk:
    page.set_default_timeout(8_000)
    call_command("load_clauses", stdout=io.StringIO())
    return Walk(page, live_server.url, axe, watched, {})


def test_from_nothing_to_the_documents(walk: Walk) -> None:
    make_the_tender(walk)
    choose_the_criteria(walk)
    set_the_rules(walk)
    add_a_requirement(walk)
    publish_it(walk)
    register_the_bids(walk)
    score_them(walk)
    read_the_result(walk)
    choose_the_clauses(walk)
    downloads = fetch_the_documents(walk)

    assert walk.found == {}
    assert {name: broken for name, broken in downloads.items() if broken} == {}
    assert len(downloads) == 4


def make_the_tender(walk: Walk) -> None:
    walk.go("/")
    walk.look("an empty work list")
    walk.follow("Maak een aanbesteding")
    walk.look("a new tender")
    walk.fill(reference="T-1", title="Laptops voor de buitendienst", subject="Levering van 400 laptops")
    walk.page.locator("[name=nature]").select_option("supplies")
    walk.page.locator("[name=procedure]").select_option("open")
    walk.fill(deadline_0="30-10-2026", deadline_1="12:00")
    walk.fill(lots__0__number="1", lots__0__title="Laptops", lots__0__estimated_value="500000.5")
    walk.press("Opslaan en opnieuw bewerken")
    walk.says("Gebruik een komma voor de decimalen")
    walk.look("a refused estimate")
    walk.fill(lots__0__estimated_value="500.000,50")
    walk.press("Opslaan en opnieuw bewerken")
    walk.look("a stored tender")


def choose_the_criteria(walk: Walk) -> None:
    walk.follow("Werk de criteria uit")
    walk.look("no criteria")
    walk.press("Hardware: prijs 45, kwaliteit 30, duurzaamheid 25 overnemen")
    walk.look("a ready-made set")
    for code, (floor, ceiling) in BANDS.items():
        key = f"c{Criterion.objects.get(code=code).pk}"
        walk.page.locator(f"#{key} .node-more").first.evaluate("fold => { fold.open = true }")
        walk.page.locator(f'[name="{key}-par_floor"]').fill(floor)
        walk.page.locator(f'[name="{key}-par_ceiling"]').fill(ceiling)
    price = walk.page.get_by_label("Weging (%)").first
    price.fill("40")
    walk.press("Criteria opslaan")
    walk.says("De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen.")
    walk.look("95 percent")
    price.fill("")
    walk.page.get_by_role("button", name="Verdeel rest", exact=True).first.click()
    walk.says("100% verdeeld")
    walk.press("Criteria opslaan")
    walk.look("100 percent")


def set_the_rules(walk: Walk) -> None:
    walk.follow("Gunningsregels")
    walk.look("no rules")
    choices = {"award_method": "weighted-points", "combination": "consensus", "rounding_places": "2"}
    choices |= {"rounding_at": "criterion", "ties-0-by": "quality", "ties-1-by": "draw"}
    for name, value in (choices | {"zero_price": "exclude"}).items():
        walk.page.locator(f'[name="{name}"]').select_option(value)
    walk.fill(points="100")
    walk.press("Gunningsregels opslaan")
    walk.says("De toets is in orde")
    walk.look("the rules")


def add_a_requirement(walk: Walk) -> None:
    walk.follow("Publiceer de criteria")
    walk.look("the check")
    walk.follow("Voeg een eis toe aan perceel 1")
    walk.look("a new requirement")
    walk.fill(code="E1", title="Garantie", text="Drie jaar garantie op het hele apparaat.")
    walk.page.locator("[name=kind]").select_option("requirement")
    walk.press("Opslaan")


def publish_it(walk: Walk) -> None:
    walk.fill(reference="T-2")
    walk.press("Publiceer en bevries")
    walk.says("Typ het kenmerk precies zoals het hier staat.")
    walk.fill(reference="T-1")
    walk.press("Publiceer en bevries")
    walk.says("Gepubliceerd. De criteria en de regels zijn nu bevroren.")
    walk.look("the publication")


def register_the_bids(walk: Walk) -> None:
    walk.follow("Voeg een inschrijving toe")
    walk.look("no bids")
    rows = [f"{code}; Leverancier {code} B.V.; ; 30-10-2026 11:30" for code in OFFERS]
    walk.page.get_by_label("Regels").fill("\n".join(rows))
    walk.press("Lijst toevoegen")
    walk.look("three bids")
    walk.follow("Eisen en bewijs van A")
    walk.follow("Voeg een bewijsmiddel toe")
    walk.look("new evidence")
    walk.page.locator("[name=kind]").select_option("refurbished_share")
    walk.fill(title="Opgave van de leverancier", value="10")
    walk.press("Opslaan")
    walk.page.get_by_label("Aandeel gereviseerd (%) – Opgave van de leverancier").check()
    for code in OFFERS:
        if code != "A":
            walk.follow(f"Eisen en bewijs van {code}")
        walk.page.get_by_label("Voldoet", exact=True).check()
        walk.look(f"the bid {code}")
        walk.press("Opslaan")
    walk.look("checked bids")


def score_them(walk: Walk) -> None:
    walk.follow("Beoordeel de inschrijvingen")
    walk.look("an empty grid")
    titles = dict(Criterion.objects.values_list("code", "title"))
    for bid, values in OFFERS.items():
        for code, value in zip(CRITERIA, values, strict=True):
            name = f"{titles[code]}, inschrijving {bid} (Leverancier {bid} B.V.)"
            cell = walk.page.get_by_label(name, exact=True)
            is_list = cell.evaluate("cell => cell.tagName") == "SELECT"
            cell.select_option(label=value) if is_list else cell.fill(value)
    price = walk.page.get_by_label("Prijs, inschrijving A (Leverancier A B.V.)", exact=True)
    price.fill("450.00")
    walk.press("Opslaan")
    walk.says("Er is niets opgeslagen.")
    walk.look("a refused price")
    price.fill("450.000")
    walk.press("Opslaan")
    walk.says("27 cellen opgeslagen.")
    walk.look("a full grid")


def read_the_result(walk: Walk) -> None:
    walk.follow("Naar de uitkomst")
    walk.look("no ranking yet")
    walk.press("Bereken de rangorde")
    walk.says("staat op plaats 1")
    walk.look("the ranking")
    walk.follow("Hoe A hieraan komt")
    walk.look("the explanation")
    walk.page.go_back()
    walk.follow("Naar de scorekaart")
    walk.look("the scorecard")


def choose_the_clauses(walk: Walk) -> None:
    walk.follow("Documenten")
    walk.look("the documents")
    walk.follow("Kies zelf de clausules")
    walk.page.get_by_label("Hardware", exact=True).check()
    walk.page.locator("[name=data-carriers][value=yes]").check()
    walk.page.locator("[name=duration][value=longer]").check()
    walk.look("a new contract")
    walk.press("Maak concept")
    walk.look("the blanks of the contract")


def fetch_the_documents(walk: Walk) -> dict[str, str | None]:
    """The first part that is damaged in each downloaded file, or None."""
    walk.go(f"/aanbestedingen/{Lot.objects.get().tender_id}/documenten/")
    walk.says("De overeenkomst volgt het conceptcontract")
    walk.look("the documents with a contract")
    found = {}
    for link in walk.page.locator("a[href$='?language=nl']").all():
        with walk.page.expect_download() as coming:
            link.click()
        content = coming.value.path().read_bytes()
        found[coming.value.suggested_filename] = zipfile.ZipFile(io.BytesIO(content)).testzip()
    return found


def test_weights_are_divided_and_saved_by_keyboard_alone(
    page: Any, live_server: LiveServer, officer: User
) -> None:
    lot = cast.lot()
    page.goto(f"{live_server.url}/percelen/{lot.pk}/criteria/")

    tab_to(page, "Weging (%)")
    page.keyboard.type("55")
    said = page.locator("[data-total]").inner_text()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    tab_to(page, "Verdeel rest", back=True)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    page.get_by_text("De criteria zijn opgeslagen.").wait_for()

    weights = {row.code: str(row.weight) for row in Criterion.objects.filter(lot=lot, parent=None)}
    assert said == "95% – nog 5% te verdelen"
    assert weights == {"P": "60.0000", "K": "15.0000", "D": "25.0000"}

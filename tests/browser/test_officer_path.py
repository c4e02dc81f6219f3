"""The officer's job in a browser: a tender made from nothing, up to its publication and documents.

Every page passed on the way must be readable for everyone, leave the console silent and fetch nothing
from elsewhere.
"""

import io
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Organisation, Role
from tenders.models import Criterion, LegalAnswers, Lot, Tender
from tenders.services.check import before_publication
from tenders.services.legal_check import approve
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit_by_key
from tests.browser.walk import Walk, tab_to
from tests.lawful import lawful_answers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BANDS = {"P": ("400.000", "600.000,00"), "D1": ("150,5", "350"), "D2": ("10", "40")}


@pytest.fixture
def walk(page: Any, live_server: LiveServer, axe: Any, watched: Watched, officer: User) -> Walk:
    call_command("load_clauses", stdout=io.StringIO())
    return Walk(page, live_server.url, axe, watched, {})


def test_from_nothing_to_the_documents(walk: Walk, officer: User) -> None:
    organisation = Organisation.objects.get(memberships__user=officer)
    lawyer = cast.person(Role.LAWYER, organisation.name)

    make_the_tender(walk)
    choose_the_criteria(walk)
    set_the_rules(walk)
    add_a_requirement(walk)
    answer_the_legal_questions(walk)
    ask_for_the_legal_check(walk)
    approve(tender=Tender.objects.get(), at=timezone.now(), actor=lawyer)
    publish_it(walk)
    choose_the_clauses(walk)
    downloads = fetch_the_documents(walk)

    assert walk.found == {}
    assert {name: broken for name, broken in downloads.items() if broken} == {}
    assert len(downloads) == 7


def make_the_tender(walk: Walk) -> None:
    walk.go("/")
    walk.look("an empty work list")
    walk.follow("Maak een aanbesteding")
    walk.look("a new tender")
    walk.fill(reference="T-1", title="Laptops voor de buitendienst", subject="Levering van 400 laptops")
    walk.page.locator("[name=nature]").select_option("supplies")
    walk.page.locator("[name=procedure]").select_option("open")
    walk.fill(deadline_0="30-10-2090", deadline_1="12:00")
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
    walk.says("De criteria en de gunningsregels zijn compleet.")
    walk.look("the rules")


def add_a_requirement(walk: Walk) -> None:
    walk.follow("Bekijk de toets")
    walk.look("the check")
    walk.follow("Voeg een eis toe aan perceel 1")
    walk.look("a new requirement")
    walk.fill(code="E1", title="Garantie", text="Drie jaar garantie op het hele apparaat.")
    walk.page.locator("[name=kind]").select_option("requirement")
    walk.press("Opslaan")


def answer_the_legal_questions(walk: Walk) -> None:
    """One topic by hand; how every answer is filled in is tested with the questionnaire itself."""
    tender = Tender.objects.get()
    walk.go(f"/aanbestedingen/{tender.pk}/juridisch/")
    walk.look("what the legality check finds")
    walk.go(f"/aanbestedingen/{tender.pk}/juridisch/vragen/market_advice/")
    walk.page.get_by_label("nee", exact=True).first.check()
    walk.press("Bewaar")
    walk.look("an answered topic")
    answers = answers_for_the_ready_made_set()
    LegalAnswers.objects.update_or_create(tender=tender, defaults={"answers": answers})
    found = before_publication(tender, at=timezone.now())
    told = [problem.to("nl") for problem in (*found.problems, *found.unreasoned)]
    assert told == [], "\n".join(told)
    walk.go(f"/aanbestedingen/{tender.pk}/toets/")


def answers_for_the_ready_made_set() -> dict[str, Any]:
    """Labels are one proof among others there, and a test report is asked."""
    answers, today = lawful_answers(), timezone.localdate().isoformat()
    answers["planning"] |= {"notice_sent": today, "clarifications_until": "2090-09-01"}
    answers["notice"]["criteria"] = list(Criterion.objects.values_list("code", flat=True))
    conditions = dict.fromkeys(("linked", "objective", "open_process", "accessible", "third_party"), True)
    label = {"used_in": "award", "required": False, "beyond_subject": "no", "in_part": False, **conditions}
    report = {"name": "Testverslag", "other_bodies": True, "technical_file": True}
    names = ("ENERGY STAR", "EPEAT", "TCO Certified")
    answers["proof"] = {"labels": [{"name": name, **label} for name in names], "test_reports": [report]}
    return answers


def ask_for_the_legal_check(walk: Walk) -> None:
    walk.press("Vraag de juridische toets")
    walk.says("nu in de fase ‘Juridische toets’")
    walk.look("the procedure")


def publish_it(walk: Walk) -> None:
    walk.follow("Rond de juridische toets af")
    walk.look("the legal check")
    walk.fill(reference="T-2")
    walk.press("Publiceer en bevries")
    walk.says("Typ het kenmerk precies zoals het hier staat.")
    walk.fill(reference="T-1")
    walk.press("Publiceer en bevries")
    walk.says("Gepubliceerd. De criteria en de regels zijn nu bevroren.")
    walk.look("the publication")


def choose_the_clauses(walk: Walk) -> None:
    walk.go(f"/aanbestedingen/{Lot.objects.get().tender_id}/documenten/")
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
    submit_by_key(page, "Control+s")
    page.get_by_text("De criteria zijn opgeslagen.").wait_for()

    weights = {row.code: str(row.weight) for row in Criterion.objects.filter(lot=lot, parent=None)}
    assert said == "95% – nog 5% te verdelen"
    assert weights == {"P": "60.0000", "K": "15.0000", "D": "25.0000"}

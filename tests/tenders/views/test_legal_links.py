"""Each finding leads to the screen, and to the field there, where it is mended."""

import re
from urllib.parse import urldefrag

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from clauses.models import ContractDraft
from clauses.services import start_draft
from procurement.organisations.models import Role
from tenders.lint.finding import GoTo, Screen
from tenders.lint.run import judge
from tenders.lint.severity import Moment
from tenders.models import Lot, Requirement
from tenders.views.legal_links import Places
from tests import cast
from tests.signing_in import client_of
from tests.tenders.lint.case_files import cases

pytestmark = pytest.mark.django_db

LABELS = "legal-proof-labels-0-name"


def draft() -> Lot:
    """Two lots, a suitability requirement before and after their requirement, and a contract draft."""
    lot = cast.lot()
    kind = Requirement.Kind.SUITABILITY
    Requirement.objects.create(lot=lot, position=0, kind=kind, code="G1", title="Ervaring", text="Drie jaar.")
    second = cast.lot(lot.tender, 2)
    Requirement.objects.create(lot=second, position=2, kind=kind, code="G2", title="Omzet", text="Genoeg.")
    start_draft(
        organisation=lot.tender.organisation,
        title="Laptops",
        reference="T-1",
        language="nl",
        answers={},
        at=cast.NOW,
        actor=None,
    )
    return lot


def places(lot: Lot, role: Role = Role.OFFICER) -> Places:
    return Places.of(lot.tender, cast.person(role))


def keys(lot: Lot) -> dict[str, int]:
    second = lot.tender.lots.get(number=2)
    return {
        "tender": lot.tender.pk,
        "lot": lot.pk,
        "second": second.pk,
        "K": lot.criteria.get(code="K").pk,
        "D1": lot.criteria.get(code="D1").pk,
        "P2": second.criteria.get(code="P").pk,
        "E1": lot.requirements.get(code="E1").pk,
        "G1": lot.requirements.get(code="G1").pk,
        "G2": second.requirements.get(code="G2").pk,
        "contract": ContractDraft.objects.get().pk,
    }


TENDER = "/admin/tenders/tender/{tender}/change/"
REQUIREMENT = "/admin/tenders/requirement"
NEW = f"{REQUIREMENT}/add/"
BACK = "kind=suitability&next=%2Faanbestedingen%2F{tender}%2Fjuridisch%2F"
PRODUCTS = "legal-award-named_products"
QUESTIONS = "/aanbestedingen/{tender}/juridisch/vragen"


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("subject", f"{TENDER}#id_subject"),
        ("lots[0].criteria", "/percelen/{lot}/criteria/"),
        ("lots[0].criteria[1].account.description", "/percelen/{lot}/criteria/#c{K}"),
        ("lots[0].criteria[1].levels[2].description", "/percelen/{lot}/criteria/#c{K}"),
        ("lots[0].criteria[2].children[0].title", "/percelen/{lot}/criteria/#c{D1}"),
        ("lots[1].criteria[0].weight", "/percelen/{second}/criteria/#c{P2}"),
        ("lots[0].criteria[9].title", "/percelen/{lot}/criteria/"),
        ("lots[0].requirements[0].title", f"{REQUIREMENT}/{{E1}}/change/#id_title"),
        ("lots[0].requirements[0].text", f"{REQUIREMENT}/{{E1}}/change/#id_text"),
        ("lots[0].award.method", "/percelen/{lot}/gunningsregels/#div_id_award_method"),
        ("lots[0].award.ties[1]", "/percelen/{lot}/gunningsregels/#div_id_ties"),
        ("lots[1].award.zero_price.amount", "/percelen/{second}/gunningsregels/#div_id_zero_price"),
        ("lots[0].award.falling_away", "/percelen/{lot}/gunningsregels/#div_id_falling_away"),
        ("legal.bidders.suitability[0].text", f"{REQUIREMENT}/{{G1}}/change/#id_text"),
        ("legal.bidders.suitability[1].text", "/admin/tenders/requirement/{G2}/change/#id_text"),
        (
            "legal.bidders.suitability[0].years",
            f"{QUESTIONS}/bidders/#legal-bidders-suitability-0-years",
        ),
        ("legal.contract.nature", f"{TENDER}#id_nature"),
        ("legal.contract.estimate", f"{TENDER}#lots-group"),
        ("legal.course.kind", f"{TENDER}#id_procedure"),
        ("legal.planning.bids_until", f"{TENDER}#id_deadline_0"),
        ("legal.planning.urgency", f"{TENDER}#id_urgency"),
        ("legal.award.weights[1]", "/percelen/{second}/criteria/"),
        ("legal.contract.public_value", f"{QUESTIONS}/contract/#legal-contract-public_value"),
        ("legal.proof.labels[0].name", f"{QUESTIONS}/proof/#{LABELS}"),
        ("clauses.co2-path[0]", "/contracts/{contract}/"),
    ],
)
def test_a_place_leads_to_its_field(place: str, address: str) -> None:
    lot = draft()

    assert places(lot).url(place) == address.format(**keys(lot))


@pytest.mark.parametrize(
    ("screen", "place", "address"),
    [
        (Screen.SUITABILITY, "lots[0].criteria[1].account.proof", f"{NEW}?lot={{lot}}&{BACK}"),
        (Screen.SUITABILITY, "lots[1].criteria[0].title", f"{NEW}?lot={{second}}&{BACK}"),
        (Screen.SUITABILITY, "legal.bidders.suitability[0].years", f"{REQUIREMENT}/{{G1}}/change/#id_text"),
        (Screen.SUITABILITY, "legal.bidders.suitability[0].text", f"{REQUIREMENT}/{{G1}}/change/#id_text"),
        (Screen.REQUIREMENTS, "lots[0].requirements[0].text", f"{REQUIREMENT}/{{E1}}/change/#id_text"),
        (Screen.CRITERIA, "legal.award.notes[0].about", "/percelen/{lot}/criteria/"),
        (Screen.CRITERIA, "lots[0].criteria[1].levels", "/percelen/{lot}/criteria/#c{K}"),
        (Screen.AWARD_RULE, "lots[1].award.method", "/percelen/{second}/gunningsregels/#div_id_award_method"),
        (Screen.CONTRACT, "clauses.co2-path[0]", "/contracts/{contract}/"),
        (Screen.LEGAL_QUESTIONS, "lots[0].requirements[0].text", f"{QUESTIONS}/award/#{PRODUCTS}"),
        (Screen.LEGAL_QUESTIONS, "legal.course.kind", f"{TENDER}#id_procedure"),
        (Screen.TENDER, "subject", f"{TENDER}#id_subject"),
        (Screen.PROCEDURE, "legal.decision.letters.sent_on", "/aanbestedingen/{tender}/procedure/"),
    ],
)  # fmt: skip
def test_a_way_out_leads_to_its_screen(screen: Screen, place: str, address: str) -> None:
    lot = draft()

    assert places(lot).screen(screen, place) == address.format(**keys(lot))


def test_every_finding_of_every_rule_leads_somewhere() -> None:
    """All findings in the cases of the rules, at the places of a tender that has no more than one of each."""
    lot = draft()
    known = places(lot)
    failing = [(case, case.draft) for case in cases() if case.fails and "text" not in case.data]
    found = [
        finding
        for case, read in failing
        if case.rule.moment is Moment.PUBLICATION
        for finding in judge(case.rule, read).open
    ]

    nowhere = [
        finding.place
        for finding in found
        if not known.url(_first_of_each(finding.place))
        or (isinstance(finding.fix, GoTo) and not known.screen(finding.fix.screen, finding.place))
    ]

    assert (len(found) > 200, nowhere) == (True, [])


def _first_of_each(place: str) -> str:
    return re.sub(r"\[\d+\]", "[0]", place)


FIELDS = (
    "subject",
    "lots[0].criteria[1].account.description",
    "lots[0].criteria[2].children[0].title",
    "lots[0].requirements[0].proof",
    "lots[0].award.method",
    "lots[0].award.ties[0]",
    "lots[0].award.zero_price",
    "lots[0].award.rounding.places",
    "lots[0].award.rounding.at",
    "lots[0].award.combination",
    "lots[0].award.falling_away",
    "lots[0].award.points",
    "legal.contract.nature",
    "legal.contract.estimate",
    "legal.contract.authority",
    "legal.course.kind",
    "legal.planning.bids_until",
    "legal.planning.urgency",
    "legal.bidders.suitability[0].text",
    "legal.bidders.suitability[0].years",
    "legal.contract.public_value",
    "legal.proof.labels",
    "legal.award.named_products",
    "legal.bidders.exclusion.conviction_years",
    "clauses.co2-path[0]",
)


def test_the_page_behind_the_link_has_that_field() -> None:
    known, officer = places(draft()), client_of(Role.OFFICER)
    links = {place: urldefrag(known.url(place)) for place in FIELDS}

    ids = {path: _ids(officer, path) for path, _ in links.values()}

    missing = [
        place for place, (path, field) in links.items() if not ids[path] or (field and field not in ids[path])
    ]
    assert missing == []


def _ids(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    return html.fromstring(answer.content).xpath("//@id") if answer.status_code == 200 else []


@pytest.mark.parametrize(
    ("role", "opens"),
    [(Role.OFFICER, True), (Role.LAWYER, True), (Role.CONTRACT_MANAGER, True), (Role.AUDITOR, False)],
)
def test_who_may_not_open_the_contract_gets_no_link_to_it(role: Role, opens: bool) -> None:
    lot = draft()

    assert bool(places(lot, role).url("clauses.co2-path[0]")) == opens


def test_only_who_edits_is_sent_to_the_form_of_a_new_requirement() -> None:
    lot = draft()

    found = [
        places(lot, role).screen(Screen.SUITABILITY, "lots[0].criteria[0].title")
        for role in (Role.LAWYER, Role.AUDITOR)
    ]

    assert found == ["", ""]


def test_the_form_of_a_new_requirement_leads_back_to_the_check() -> None:
    lot = draft()
    officer = client_of(Role.OFFICER)
    form = places(lot).screen(Screen.SUITABILITY, "lots[0].criteria[0].title")
    typed = {"lot": lot.pk, "kind": "suitability", "code": "G2", "title": "Omzet", "text": "Genoeg."}

    answer = officer.post(form, {**typed, "position": "3", "proof": "", "basis": ""})

    assert answer.headers["Location"] == reverse("tenders:legality", args=[lot.tender.pk])

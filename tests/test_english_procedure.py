"""Every page of the procedure speaks one language, in every phase and for everybody who works there.

Each page is read, and sent an empty form: what is refused speaks the language too.
"""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot
from tests import cast
from tests.everything import Address, named_addresses
from tests.foreign import foreign_words
from tests.quick_client import QuickClient
from tests.scenes import SCENES
from tests.visits import Page, own_pages

pytestmark = pytest.mark.pages

SITE = {
    "tenders:catalogue",
    "tenders:legal_rule",
    "tenders:legal_rules",
    "tenders:sources",
    "tenders:try_method",
}  # not about a tender: the walk comes there
OF_THE_LAWYER = {
    f"tenders:{name}"
    for name in ("award", "bid", "check", "clarification", "dossier", "legality", "procedure")
}
QUERIES = {
    "consensus": "?criterion=K",
    "scores": "?criterion=D1",
    "log": "?tender={tender}",
}

FIRST = "lot"  # the scene in which every page is to be seen that is not named here
LATER = {
    f"tenders:{page}": scene
    for scene, pages in {
        "clarification_open": ("clarification",),
        "practice": ("jury_practice", "panels"),
        "assessment": ("jury_declaration", "jury_ready", "jury_scores", "jury_worksheet"),
        "agreed": ("consensus?", "follow_consensus"),
        "evaluation": ("bid", "explanation"),
        "price_opening": ("signed_record",),
        "shown": ("evidence", "evidence_change", "evidence_sheet"),
        "life_cycle": ("life_cycle_sheet", "what_if"),
    }.items()
    for page in pages
}


def places() -> list[Address]:
    names = own_pages("tenders") - SITE
    return [each for each in named_addresses() if each.name in names]


def is_of_the_panel(address: Address) -> bool:
    return address.route.startswith("jury/")


def visits(lot: Lot) -> Iterator[tuple[User, list[Address]]]:
    """Who works on the lot, and where."""
    yield cast.person(Role.OFFICER), [each for each in places() if not is_of_the_panel(each)]
    yield cast.person(Role.LAWYER), [each for each in places() if each.name in OF_THE_LAWYER]
    for assessor in User.objects.filter(assessorships__lot=lot):
        yield assessor, [each for each in places() if is_of_the_panel(each)]


def paths(address: Address, lot: Lot) -> Iterator[str]:
    """The page for this lot, and the one behind it where a link asks for one criterion or tender."""
    page = address.name.partition(":")[2]
    known = {
        "pk": key_of(address, lot),
        "code": "K" if page.startswith("jury") else "A",
        "number": 1,
        "topic": "bidders",
    }
    given = {name: value for name, value in known.items() if f":{name}>" in address.route}
    path = reverse(address.name, kwargs=given)
    yield path
    if page in QUERIES:
        yield path + QUERIES[page].format(tender=lot.tender_id)


def key_of(address: Address, lot: Lot) -> int:
    if address.route.startswith("bewijs/"):
        return Evidence.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    return lot.pk if address.route.startswith(("percelen/", "jury/")) else lot.tender_id


def answers(client: Client, path: str, name: str) -> Iterator[Page]:
    """What can be read at the path, and what an empty form gets there; nothing changes."""
    for ask in (client.get, client.post):
        with transaction.atomic():
            answer = ask(path, {} if ask == client.get else {"x": "1"}, follow=True)
            transaction.set_rollback(True)
        if answer.status_code in (200, 409, 422) and answer["Content-Type"].startswith("text/html"):
            yield Page(path, name, answer.content.decode())


def read(lot: Lot, language: str) -> list[Page]:
    """Every page about this lot that somebody who works on it gets to see."""
    found: list[Page] = []
    for person, addresses in visits(lot):
        client = QuickClient()
        client.force_login(person)
        client.cookies["django_language"] = language
        for address in addresses:
            for path in paths(address, lot):
                found += answers(client, path, address.name + "?" * ("?" in path))
    return found


def wanted() -> set[str]:
    """The pages that each language must come by; with a question mark those behind a query."""
    return (own_pages("tenders") - SITE) | {f"tenders:{page}?" for page in QUERIES}


@pytest.mark.django_db
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_page_of_the_procedure_has_a_word_of_the_other_language(language: str, scene: str) -> None:
    pages = read(SCENES[scene](), language)

    assert foreign_words(pages, language) == []
    here = {page for page in wanted() if LATER.get(page, FIRST) == scene}
    assert here - {page.kind for page in pages} == set()


def test_every_page_is_wanted_in_a_scene() -> None:
    assert {FIRST, *LATER.values()} <= SCENES.keys()
    assert LATER.keys() <= wanted()

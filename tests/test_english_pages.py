"""Every page speaks one language: no Dutch in the English interface, no English in the Dutch one.

The pages are those a visitor reaches by links, with the example tender loaded. What people typed is
Dutch in both and does not count.
"""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from clauses.services import start_draft, start_proposal
from procurement.organisations.demo import MINISTRY
from procurement.organisations.models import Organisation
from procurement.out_of_order import TITLE, WHAT_TO_DO
from tenders.procedure.phases import Phase
from tests import cast, panel
from tests.clauses.assembly.builders import file_text
from tests.foreign import foreign_words
from tests.quick_client import QuickClient
from tests.visits import Page, own_pages, walk

pytestmark = pytest.mark.pages

PANEL_PAGES = {
    f"tenders:{name}"
    for name in (
        "jury_declaration",
        "jury_practice",
        "jury_ready",
        "jury_scores",
        "jury_worksheet",
        "follow_consensus",
    )
}  # for who is on a panel
NOT_IN_THE_EXAMPLE = {"tenders:evidence_change", "tenders:ladder"}  # `test_english_procedure` comes there

WENT_WRONG = ("400.html", "403.html", "403_csrf.html", "413.html", "500.html", "503.html")


@pytest.fixture
def _example(db: None) -> None:
    call_command("load_example", verbosity=0)
    ministry = Organisation.objects.get(name=MINISTRY)
    start_proposal(
        organisation=ministry,
        source=file_text(code="own-plan"),
        reason="Ons beleid.",
        at=timezone.now(),
        actor=User.objects.get(username="jurist"),
    )
    start_draft(
        organisation=ministry,
        title="Laptops",
        reference="C-1",
        language="nl",
        answers={},
        at=timezone.now(),
        actor=None,
    )


def client_of(username: str, language: str) -> Client:
    client = QuickClient()
    client.force_login(User.objects.get(username=username))
    client.cookies["django_language"] = language
    return client


@pytest.mark.usefixtures("_example")
@pytest.mark.parametrize("username", ["inkoper", "beheer"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_page_has_a_word_of_the_other_language(username: str, language: str) -> None:
    """The walk of the officer comes by every page of our own."""
    pages = walk(client_of(username, language))

    assert foreign_words(pages, language) == []
    if username == "inkoper":
        kinds = {page.kind.split()[0] for page in pages}
        assert own_pages("tenders", "clauses") - PANEL_PAGES - NOT_IN_THE_EXAMPLE - kinds == set()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_pages_of_an_assessor_speak_one_language(db: None, language: str) -> None:
    who = panel.assessor(panel.lot_in_assessment())
    assert who.user is not None
    client, lot = client_of(who.user.username, language), [who.lot_id]
    sent = [client.post(reverse("tenders:jury_declaration", args=lot), {"x": "1"})]
    panel.scores(panel.declares(who), A="goed")
    sent += [client.get(reverse(f"tenders:jury_{name}", args=lot)) for name in ("declaration", "ready")]
    sent += [client.post(reverse("tenders:jury_ready", args=lot))]
    sent += [
        client.get(reverse("tenders:jury_scores", args=[*lot, "K"])),
        client.get(reverse("tenders:panels")),
    ]
    cast.in_phase(who.lot, Phase.SUBMISSION)
    sent += [client.get(reverse("tenders:jury_practice", args=lot))]

    pages = [Page(each.request["PATH_INFO"], "", each.content.decode()) for each in sent]
    assert {each.status_code for each in sent} == {200, 409, 422}
    assert foreign_words(pages, language) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_pages_about_what_went_wrong_speak_the_language_too(db: None, language: str) -> None:
    client = Client()
    client.cookies["django_language"] = language
    missing = client.get("/bestaat-niet/")
    with override(language):
        told = {"title": TITLE.to(language), "text": WHAT_TO_DO.to(language)}
        others = [Page(name, "", render_to_string(name, told)) for name in WENT_WRONG]

    pages = [Page("404.html", "", missing.content.decode()), *others]
    assert missing.status_code == 404
    assert foreign_words(pages, language) == []
    assert [html.fromstring(page.text).get("lang") for page in pages] == [language] * (1 + len(WENT_WRONG))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_text_in_the_other_language_is_seen(db: None, language: str) -> None:
    other = {"en": "Sla het perceel op", "nl": "Save the lot"}[language]
    page = Page("/", "", f'<p>Tenderwijzer</p><p lang="xx">{other}</p><a title="{other}">…</a>')

    assert foreign_words([page], language) == [("/", other)]

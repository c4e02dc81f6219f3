"""The pages of the legal questions for the tests: who looks, what a browser sends back, what is kept."""

from typing import Any

from django.urls import reverse
from lxml import html

from tenders.models import LegalAnswers, Tender
from tests.signing_in import client_of


def url(tender: Tender, topic: str = "contract") -> str:
    return reverse("tenders:legal_questions", args=[tender.pk, topic])


def filled_in(page: Any) -> dict[str, list[str]]:
    """What a browser sends back when nothing is changed: every control of the form with its value."""
    form = html.fromstring(page.content.decode()).get_element_by_id("questions")
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value.removeprefix("\n").replace("\n", "\r\n"))
    return sent


def stored(tender: Tender) -> dict[str, Any]:
    answers: dict[str, Any] = LegalAnswers.objects.get(tender=tender).answers
    return answers


def post(tender: Tender, topic: str, act: str = "save", **changed: Any) -> Any:
    client = client_of()
    sent = filled_in(client.get(url(tender, topic)))
    return client.post(url(tender, topic), {**sent, "act": act, **changed})

"""The help pages of the legality check: every rule, in both languages."""

import pytest
from django.urls import reverse
from lxml import html

from procurement.organisations.models import Role
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tests.foreign import foreign_words
from tests.signing_in import client_of
from tests.visits import Page

pytestmark = pytest.mark.django_db


def test_the_list_has_every_rule_with_a_link_to_its_page() -> None:
    page = html.fromstring(client_of(Role.OFFICER).get(reverse("tenders:legal_rules")).content)

    links = page.xpath("//tbody/tr/th/a/@href")
    assert links == [reverse("tenders:legal_rule", args=[rule.code]) for rule in RULES]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_each_rule_says_all_that_the_rule_says(language: str) -> None:
    client = client_of(Role.JUROR, language=language)

    missing = [
        (rule.code, text)
        for rule in RULES
        for shown in [_text(client.get(reverse("tenders:legal_rule", args=[rule.code])).content)]
        for text in _said(rule, language)
        if text not in shown
    ]

    assert missing == []


def _text(page: bytes) -> str:
    return " ".join(html.fromstring(page).text_content().split())


def _said(rule: Rule, language: str) -> list[str]:
    parts = (rule.title, rule.wrong, rule.why, rule.instead, rule.bad, rule.good, rule.ours, rule.doubt)
    sources = [each for source in rule.basis for each in (source.stated, source.about)]
    texts = [part.to(language) for part in (*parts, *sources) if part is not None]
    return [" ".join(text.split()) for text in (*texts, f"{rule.review_by:%d-%m-%Y}")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_speak_one_language_apart_from_the_examples(language: str) -> None:
    client = client_of(Role.OFFICER, language=language)
    addresses = [
        reverse("tenders:legal_rules"),
        *(reverse("tenders:legal_rule", args=[rule.code]) for rule in RULES),
    ]

    pages = [Page(each, "", client.get(each).content.decode()) for each in addresses]

    assert foreign_words(pages, language) == []


def test_a_source_of_a_rule_is_found_in_the_list_of_sources() -> None:
    client = client_of(Role.OFFICER)
    page = html.fromstring(client.get(reverse("tenders:legal_rule", args=["L08"])).content)
    [link, *_] = page.xpath("//section[@aria-labelledby='basis-title']//li/a/@href")

    assert client.get(link).context["sources"][0].code == RULES["L08"].basis[0].code


@pytest.mark.parametrize("code", ["L99", "l08", "%00", "../L08"])
def test_a_rule_that_is_not_there_is_not_found(code: str) -> None:
    assert client_of(Role.OFFICER).get(f"/regels/{code}/").status_code in (400, 404)

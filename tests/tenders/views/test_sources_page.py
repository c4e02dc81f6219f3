import pytest
from django.test import Client

from procurement.citations import CITATIONS
from procurement.organisations.models import Role
from tests import cast

pytestmark = pytest.mark.django_db


def sources(query: str = "") -> list[str]:
    client = Client()
    client.force_login(cast.person(Role.OFFICER))
    return [source.code for source in client.get("/bronnen/" + query).context["sources"]]


def test_every_source_is_there_with_its_code():
    assert sources() == list(CITATIONS.codes)


def test_words_find_a_source_by_what_it_is_about():
    assert sources("?words=2.115+lid+4") == ["aw2012:2.115(4)", "aw2012:2.115a(4)"]
    assert sources("?words=woord-dat-nergens-staat") == []


def test_a_source_that_nobody_read_says_so():
    unread = next(citation for citation in CITATIONS if not citation.confirmed)
    client = Client()
    client.force_login(cast.person(Role.OFFICER))

    page = client.get("/bronnen/", {"words": unread.code})

    assert "(te bevestigen door een jurist)" in page.content.decode()

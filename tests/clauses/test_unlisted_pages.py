"""A rewritten text that no longer makes anybody prove a promise: the pages say so, and none breaks."""

import pytest
from django.core.management import call_command

from clauses.assembly.contract import NotFinal
from clauses.assembly.stored_text import plain_provisions
from clauses.models import ContractDraft
from clauses.services import make_final, record_deviation
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.agreements_pages import NOW, draft
from tests.clauses.final_contracts import approved
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    call_command("load_clauses", verbosity=0)


def rewritten(code: str) -> ContractDraft:
    row = draft()
    deviation = record_deviation(
        draft=row,
        clause_code=code,
        kind="changed",
        reason="Korter.",
        provisions=plain_provisions([("Elke toezegging geldt.", [])]),
        at=NOW,
        actor=person(Role.OFFICER),
    )
    approved(deviation)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "promised-values",
            "Niemand toont deze belofte van de inschrijving straks aan: G4 Plan voor terugname",
        ),
        ("proof-register", "Dit bewijs loopt af tijdens het contract: ISO 14001 NL-1"),
        ("definitions", "De ingangsdatum en de einddatum staan niet meer allebei in het contract"),
    ],
)
def test_every_page_of_the_draft_opens_and_says_what_is_missing(code: str, said: str) -> None:
    row, officer = rewritten(code), client_of(Role.OFFICER)

    pages = {
        part: officer.get(f"/contracts/{row.pk}/{part}")
        for part in ("", "word/", "afspraken/", "afspraken/excel/", "definitief/", "verschillen/bibliotheek/")
    }

    assert {part: page.status_code for part, page in pages.items()} == dict.fromkeys(pages, 200)
    assert said in pages[""].content.decode()
    assert said in pages["definitief/"].content.decode()
    with pytest.raises(NotFinal):
        make_final(draft=row, revision=row.revision, at=NOW, actor=person(Role.OFFICER))

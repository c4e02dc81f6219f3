"""A draft contract with what was promised in it, and who manages it."""

from datetime import UTC, datetime

from django.test import Client

from clauses.assembly.award import Award
from clauses.models import ContractDraft
from clauses.services import prefill, start_draft
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.promising import AWARD, given_values

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def draft(award: Award = AWARD, reference: str = "T-1", language: str = "nl") -> ContractDraft:
    row = start_draft(
        organisation=organisation(),
        title="Laptops",
        reference=reference,
        language=language,
        answers={"subject": ["hardware"], "promises": ["co2-footprint"], "duration": "longer"},
        at=NOW,
        actor=None,
    )
    prefill(draft=row, given=given_values(), award=award, at=NOW, actor=None)
    return row


def manager() -> Client:
    client = Client()
    client.force_login(person(Role.CONTRACT_MANAGER))
    return client

"""A contract that somebody started before the award, with an added clause."""

from django.contrib.auth.models import User

from clauses.assembly.stored_text import plain_provisions
from clauses.services import record_deviation, start_draft
from tenders.models import Lot
from tests import cast
from tests.clauses import own_texts


def contract_begun(lot: Lot, officer: User) -> None:
    """With an added clause that waits for a lawyer; one own text counts and another was handed in."""
    draft = start_draft(
        organisation=lot.tender.organisation, title="Overeenkomst", reference="T-1", language="nl",
        answers={"subject": ["hardware"]}, at=cast.PUBLISHED_AT, actor=officer,
    )  # fmt: skip
    record_deviation(
        draft=draft, clause_code="", kind="added", title="Extra", reason="Gevraagd.", at=cast.PUBLISHED_AT,
        actor=officer, provisions=plain_provisions([("Een extra bepaling.", [])]),
    )  # fmt: skip
    own_texts.published(at=cast.PUBLISHED_AT)
    own_texts.submitted("own-second", at=cast.PUBLISHED_AT)

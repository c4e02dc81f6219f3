"""What the check before publication lets through can be published, and reads back from the publication."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.models import LegalReason, Publication
from tenders.published_form import published_form, stored_form
from tenders.scoring.files import UnreadableTender
from tenders.services.check import before_publication
from tenders.services.phases import Refused
from tests import cast
from tests.legality import AT, answer, approval, ask, deviating, give, publication

pytestmark = pytest.mark.django_db

# What PostgreSQL can hold: everything but the character 0 and halves of surrogate pairs.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
HIDDEN = st.sampled_from(["\x0b", "\x1f", "\x7f", "\x85", "\ufffe", "\u202e", "\u2028", "\r\n", " \t"])


@settings(max_examples=20, deadline=None)
@given(parts=st.lists(TEXTS | HIDDEN, min_size=1, max_size=3))
def test_any_reason_and_any_answer_that_is_kept_can_be_published(parts: list[str]) -> None:
    with transaction.atomic():
        lot, about = deviating()
        with suppress(Refused):
            give(lot, about, f"Het mag hier{''.join(parts)}.")
        with suppress(UnreadableTender):
            answer(lot.tender, "contract", one_lot_reason=f"Er is één werkplek{''.join(parts)}.")
        if before_publication(lot.tender, at=AT).unreasoned:  # it was refused
            give(lot, about)
        ask(lot)
        approval(lot)()
        publication(lot)()
        rows, published = published_form(lot.tender), stored_form(Publication.objects.get())
        transaction.set_rollback(True)

    assert rows == published


def test_a_reason_that_no_document_can_hold_does_not_count() -> None:
    """As it may stand in the database from before it was refused."""
    lot, about = deviating()
    LegalReason.objects.create(
        tender=lot.tender,
        rule=about.rule,
        place=about.place,
        quote=about.quote,
        text="Het\x0bmag.",
        given_at=AT,
    )

    found = before_publication(lot.tender, at=AT)

    assert (found.problems, len(found.unreasoned)) == ((), 1)


def test_what_would_not_read_back_is_told_before_publication() -> None:
    lot = cast.lot()
    lot.description = "Laptops\x0bvoor scholen"
    lot.save()

    [problem] = before_publication(lot.tender, at=AT).problems

    assert (problem.place, problem.message.nl) == (
        "publication.lots.1.description",
        "Deze tekst bevat onzichtbare stuurtekens. Haal die weg.",
    )

"""When a nota van inlichtingen may be published: how long before the deadline that then holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tenders.procedure.clarification import Nota, reasons_against
from tests import cast

DAY = timedelta(days=1)


def nota(days: int, *, is_urgent: bool = False, questions: int = 1) -> Nota:
    """Three hours before the deadline, which moves to this many days from now."""
    return Nota(
        now=cast.NOW,
        deadline=cast.NOW + timedelta(hours=3),
        new_deadline=cast.NOW + days * DAY,
        questions=questions,
        reason="Een vraag kwam laat.",
        is_urgent=is_urgent,
    )


@pytest.mark.parametrize(("days", "is_urgent"), [(9, False), (3, True)])
def test_the_new_deadline_leaves_bidders_their_days(days: int, is_urgent: bool) -> None:
    short = [reason.nl for reason in reasons_against(nota(days, is_urgent=is_urgent))]

    assert [reason.split(". ")[0] for reason in short] == [
        f"Tussen de nota en het nieuwe uiterste tijdstip liggen minder dan {days + 1} dagen"
    ]
    assert reasons_against(nota(days + 1, is_urgent=is_urgent)) == ()


def test_only_more_time_needs_no_days_of_its_own() -> None:
    assert reasons_against(nota(1, questions=0)) == ()


def test_whoever_approved_the_changed_version_does_not_publish_it() -> None:
    changed = replace(nota(20), documents_change=True, is_approved=True)

    by_the_approver = [reason.en for reason in reasons_against(replace(changed, approver_is_actor=True))]

    assert by_the_approver == [
        *(reason.en for reason in reasons_against(changed)),
        "You approved this changed version yourself. Somebody else has to publish it.",
    ]

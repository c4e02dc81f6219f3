"""What people stated for the legality check, from rows to values: answers, and reasons of a lawyer."""

from typing import Any

from django.utils import timezone

from tenders.lint.draft import Legal, Reason
from tenders.lint.files import read_topic
from tenders.models import LegalAnswers, LegalReason, Tender
from tenders.scoring.files import UnreadableTender
from tenders.scoring.files.fields import unwritable
from tenders.scoring.problem import Problem


def stated_answers(tender: Tender) -> Legal:
    """The answers to the legal questions. Raises `UnreadableTender` where they do not fit the questions."""
    problems: list[Problem] = []
    legal = read_topic(Legal, stored_answers(tender), "legal", problems)
    if problems:
        raise UnreadableTender(problems)
    return legal


def stored_answers(tender: Tender) -> dict[str, Any]:
    """As they are kept: the table `legal` of a tender file, without what the rows of the tender say."""
    found = LegalAnswers.objects.filter(tender=tender.pk).values_list("answers", flat=True).first()
    return found or {}


def reasons_given(tender: Tender) -> tuple[Reason, ...]:
    """The newest about each finding, in the order of rule and place; what was taken back is not there.

    Nor is what no document can hold: the finding waits for another reason.
    """
    newest = {(row.rule, row.place, row.quote): row for row in LegalReason.objects.filter(tender=tender.pk)}
    return tuple(_reason(newest[about]) for about in sorted(newest) if _counts(newest[about]))


def _counts(row: LegalReason) -> bool:
    return bool(row.text.strip()) and unwritable(f"{row.quote}{row.subject}{row.text}") is None


def _reason(row: LegalReason) -> Reason:
    given_on = timezone.localtime(row.given_at).date()
    return Reason(
        rule=row.rule,
        place=row.place,
        quote=row.quote,
        subject=row.subject,
        text=row.text,
        given_on=given_on,
    )

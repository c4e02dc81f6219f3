"""Drafts with other dates than those of the cast."""

from datetime import datetime, timedelta

from django.utils import timezone

from tenders.models import LegalAnswers, Tender


def due(of: Tender, deadline: datetime, *, notice: datetime) -> Tender:
    """A draft with other dates; four weeks before the deadline the last questions are answered."""
    Tender.objects.filter(pk=of.pk).update(deadline=deadline)
    row = LegalAnswers.objects.get(tender=of)
    until = (deadline - timedelta(days=28)).date()
    row.answers["planning"] |= {
        "notice_sent": notice.date().isoformat(),
        "clarifications_until": until.isoformat(),
    }
    row.save()
    of.refresh_from_db()
    return of


def still_to_come(of: Tender) -> Tender:
    """A draft that can be published on the day the test runs."""
    now = timezone.now()
    return due(of, now + timedelta(days=60), notice=now)

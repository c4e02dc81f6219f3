"""A draft on the pages of the legality check: they ask for the day of today, so its deadline lies ahead."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tenders.models import LegalAnswers, Lot, Tender
from tests import cast

NORM = "Gemeten volgens IEC 62623."
NORM_MENDED = "Gemeten volgens IEC 62623 of gelijkwaardig."
CERTIFICATE = "De inschrijver met een certificaat volgens ISO 14001 of gelijkwaardig krijgt punten."
WHY = "Het beheer van deze opdracht valt hieronder."


def lawful() -> Lot:
    """A draft in which the check finds nothing today."""
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=60))
    return Lot.objects.select_related("tender__organisation").get(pk=lot.pk)


def unlawful() -> Lot:
    """One finding blocks and can be taken over, one waits for a reason."""
    lot = lawful()
    lot.criteria.filter(code="K").update(description=NORM)
    lot.criteria.filter(code="D1").update(description=CERTIFICATE)
    return lot


def answered(tender: Tender, topic: str, **answers: Any) -> None:
    """Answers that stand in the row already; None takes one away."""
    row = LegalAnswers.objects.get(tender=tender)
    said = {**row.answers[topic], **answers}
    row.answers[topic] = {name: value for name, value in said.items() if value is not None}
    row.save()


def url(tender: Tender) -> str:
    return reverse("tenders:legality", args=[tender.pk])


def found(client: Client, tender: Tender) -> dict[str, list[Any]]:
    """What the page shows, by outcome."""
    groups = client.get(url(tender)).context["found"].groups
    return {str(group.outcome): [each for rule in group.rules for each in rule.findings] for group in groups}

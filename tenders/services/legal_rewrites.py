"""Accepting a rewritten sentence that the legality check offers: one change of one text, one event."""

import copy
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.legal_places import text_place
from tenders.lint.finding import Rewrite
from tenders.lint.place_steps import steps_to
from tenders.models import LegalAnswers, Tender
from tenders.services.frozen import require_not_frozen
from tenders.services.legal_reasons import About
from tenders.services.legality import checked
from tenders.services.phases import Refused

_GONE = Text(
    nl="Niet gewijzigd: de tekst is intussen anders. Lees de toets opnieuw.",
    en="Not changed: the text is different by now. Read the check again.",
)


@transaction.atomic
def accept_rewrite(*, tender: Tender, about: About, new: str, at: datetime, actor: User) -> str:
    """Put the offered sentence in the place of the one that was found, and give the whole text as it is now.

    `new` is the sentence as the page showed it. Raises `Refused` when the check does not offer it any more,
    and `FrozenTender` after publication.
    """
    require_not_frozen(tender)
    offered = _offered(tender, about, at)
    if offered is None or offered.new != new:
        raise Refused([_GONE])
    before, after = _written(tender, about.place, offered)
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action="legal_rewrite.accepted",
        subject=tender.reference,
        details={"rule": about.rule, "place": about.place},
        before=before,
        after=after,
    )
    return after


def _offered(tender: Tender, about: About, at: datetime) -> Rewrite | None:
    _, report = checked(tender, at=at)
    for judged in report.judged:
        for finding in judged.open:
            if About(judged.rule.code, finding.place, finding.quote) == about:
                return finding.fix if isinstance(finding.fix, Rewrite) else None
    return None


def _written(tender: Tender, place: str, rewrite: Rewrite) -> tuple[str, str]:
    """The text before and after. Raises `Refused` where the old sentence does not stand in it."""
    held = text_place(tender, place)
    if held is None:
        return _written_answer(tender, place, rewrite)
    before = held.text
    after = _replaced(before, rewrite)
    type(held.row).objects.filter(pk=held.row.pk).update(**{held.column: after})
    return before, after


def _written_answer(tender: Tender, place: str, rewrite: Rewrite) -> tuple[str, str]:
    """A text among the answers: "legal.agreement.conditions[0].text"."""
    row = LegalAnswers.objects.filter(tender=tender).first()
    if row is None or not place.startswith("legal."):
        raise Refused([_GONE])
    answers = copy.deepcopy(row.answers)
    *way, last = steps_to(place.removeprefix("legal."))
    holder: Any = answers
    for step in way:
        holder = holder[step]
    before = holder[last]
    holder[last] = _replaced(before, rewrite)
    row.answers = answers
    row.save(update_fields=["answers"])
    return before, holder[last]


def _replaced(text: str, rewrite: Rewrite) -> str:
    if rewrite.old not in text:
        raise Refused([_GONE])
    return text.replace(rewrite.old, rewrite.new, 1)

"""From rows to the counted facts that the guards of the procedure look at; one module a stretch of it."""

from datetime import datetime

from django.contrib.auth.models import User

from tenders.models import Lot, Procedure
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.services.facts import admission, award, draft, jury, ranking, submission

PARTS = (draft.part, submission.part, admission.part, jury.part, ranking.part, award.part)


def facts_of(lot: Lot, *, at: datetime, actor: User | None) -> Facts:
    """The facts of one lot at this moment; each part counts only what its phases need."""
    stored = Procedure.objects.filter(lot=lot).values_list("phase", flat=True).first()
    facts = Facts(now=at, lot=lot.number, phase=Phase(stored) if stored else Phase.PREPARATION)
    for part in PARTS:
        facts = part(facts, lot, actor)
    return facts

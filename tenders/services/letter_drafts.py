"""Preparing the letters: what other bidders may read about the winner, the court and the contact."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import AwardDecision, LetterDraft, Lot
from tenders.procedure.phases import Phase
from tenders.reports.letters.model import Disclosure
from tenders.reports.letters.proposals import proposals
from tenders.services.decided import decision_of
from tenders.services.evaluations import stored_result
from tenders.services.letters import letter_draft
from tenders.services.phases import Refused, require_phase

_CHANGED = Text(
    nl="Iemand anders heeft de voorbereiding intussen bewaard. Kijk na wat er staat en bewaar opnieuw.",
    en="Somebody else has saved the preparation meanwhile. See what is there and save again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """`disclosed` by criterion code; `version` is that of the preparation that the officer saw."""

    language: str = "nl"
    court: str = ""
    contact: str = ""
    disclosed: Mapping[str, Disclosure] = field(default_factory=dict)
    version: int = 0


@transaction.atomic
def prepare_letters(*, lot: Lot, prepared: Preparation, at: datetime, actor: User) -> LetterDraft:
    """Store how the letters are to read. Raises `Refused` outside the award phase and for an old version."""
    require_phase(lot, Phase.AWARD)
    decision = decision_of(lot)
    assert decision is not None, "this phase begins with a decision"
    draft = letter_draft(decision)
    if draft.version != prepared.version:
        raise Refused([_CHANGED])
    draft.language, draft.court, draft.contact = prepared.language, prepared.court, prepared.contact
    draft.disclosed = dict(_stored(decision, prepared))
    draft.version += 1
    draft.save()
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="letters.prepared",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"decision": decision.number, "version": draft.version, "disclosed": _told(draft)},
    )
    return draft


def _stored(decision: AwardDecision, prepared: Preparation) -> Iterator[tuple[str, dict[str, object]]]:
    """A proposed sentence that was accepted as it was goes out in the language of the letters."""
    proposed = proposals(stored_result(decision.evaluation))
    for code, told in prepared.disclosed.items():
        sentence = proposed.get(code)
        if sentence is not None and told.text.strip() in (sentence.nl, sentence.en):
            told = replace(told, text=sentence.to(prepared.language))
        if told != Disclosure():
            yield code, asdict(told)


def _told(draft: LetterDraft) -> dict[str, list[str]]:
    """What is disclosed on which criterion, not its words."""
    return {code: [name for name, value in told.items() if value] for code, told in draft.disclosed.items()}

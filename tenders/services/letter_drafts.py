"""Preparing the letters: what other bidders may read about the winner, the court and the contact."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record, state_digest
from procurement.language import Text
from tenders.models import AwardDecision, LetterDraft, Lot
from tenders.procedure.phases import Phase
from tenders.procedure.standstill_days import SHORTEST
from tenders.reports.letters.model import Disclosure
from tenders.reports.letters.proposals import proposals
from tenders.services.decided import decision_of
from tenders.services.evaluations import stored_result
from tenders.services.letters import letter_draft
from tenders.services.phases import Refused, require_phase

_CHANGED = Text(
    nl="Iemand anders heeft de voorbereiding intussen opgeslagen. Kijk na wat er staat en sla opnieuw op.",
    en="Somebody else has saved the preparation meanwhile. See what is there and save again.",
)
_TOO_SHORT = Text(
    nl="De opschortende termijn is minstens {days} kalenderdagen (art. 2.127 lid 3 Aw 2012). Kies er meer.",
    en="The standstill is at least {days} calendar days (art. 2.127(3) of the Dutch act). Choose more.",
).format(days=str(SHORTEST))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """`languages` by bid code, of who gets the letter in the other language; `disclosed` by criterion code.

    `version` is that of the preparation that the officer saw.
    """

    language: str = "nl"
    languages: Mapping[str, str] = field(default_factory=dict)
    court: str = ""
    contact: str = ""
    days: int = SHORTEST  # of the standstill
    disclosed: Mapping[str, Disclosure] = field(default_factory=dict)
    version: int = 0


@transaction.atomic
def prepare_letters(*, lot: Lot, prepared: Preparation, at: datetime, actor: User) -> LetterDraft:
    """Store how the letters are to read.

    Raises `Refused` outside the award phase, for an old version and for too short a standstill.
    """
    require_phase(lot, Phase.AWARD)
    decision = decision_of(lot)
    assert decision is not None, "this phase begins with a decision"
    draft = letter_draft(decision)
    if draft.version != prepared.version:
        raise Refused([_CHANGED])
    if prepared.days < SHORTEST:
        raise Refused([_TOO_SHORT])
    before = _text_of(draft)
    draft.language, draft.court, draft.contact = prepared.language, prepared.court, prepared.contact
    draft.days, draft.languages = prepared.days, dict(prepared.languages)
    draft.disclosed = dict(_stored(decision, prepared))
    draft.version += 1
    draft.save()
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="letters.prepared",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={
            "decision": decision.number,
            "version": draft.version,
            "days": draft.days,
            "disclosed": _told(draft),
        },
        before=before,
        after=_text_of(draft),
    )
    return draft


def _text_of(draft: LetterDraft) -> str:
    """By SHA-256: a name of a contact stays out of the log."""
    return state_digest(
        [draft.language, draft.languages, draft.court, draft.contact, draft.days, draft.disclosed]
    )


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

"""The letters about an award decision: what each says, what blocks it, and the letters as they were sent.

The program sends no post: the letters are recorded with the moment at which the officer says that they
are sent, and are served afterwards exactly as they were then.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.utils import timezone

from procurement.audit.log import head, record
from procurement.documents.model import Document
from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.language import Language, Text
from tenders.models import AwardDecision, Letter, LetterDraft, Lot, PhaseChange, StandstillWaiver
from tenders.procedure.standstill import sent_on, standstill
from tenders.reports.letters.derived import derived_values
from tenders.reports.letters.document import letter
from tenders.reports.letters.faults import letter_faults
from tenders.reports.letters.model import NOTHING, Addressee, Award, Disclosure, addressees
from tenders.reports.letters.proposals import proposals
from tenders.services.decided import decision_of
from tenders.services.editions import calculated, edition_of
from tenders.services.evaluations import stored_result
from tenders.services.notices import lapsed_letters, replaced_letter

WAIVED: Mapping[str, Text] = {
    StandstillWaiver.Ground.NO_NOTICE: Text(
        nl="voor deze opdracht was geen aankondiging vereist", en="no notice was required for this contract"
    ),
    StandstillWaiver.Ground.SOLE_BIDDER: Text(
        nl="de winnaar is de enige betrokken inschrijver", en="the winner is the only bidder concerned"
    ),
    StandstillWaiver.Ground.CALL_OFF: Text(
        nl="het is een opdracht onder een raamovereenkomst of een dynamisch aankoopsysteem",
        en="it is a contract under a framework agreement or a dynamic purchasing system",
    ),
}


@dataclass(frozen=True, slots=True)
class Prospect:
    """The letter to one bidder before it is sent: `faults` stand in its way."""

    to: Addressee
    faults: tuple[Text, ...]


def letter_draft(decision: AwardDecision) -> LetterDraft:
    """What was prepared for the letters, else the proposed sentences, which are not stored."""
    stored = LetterDraft.objects.filter(decision=decision).first()
    return stored or LetterDraft(decision=decision, version=0, disclosed=_proposed(decision))


def _proposed(decision: AwardDecision) -> dict[str, dict[str, object]]:
    found = proposals(stored_result(decision.evaluation))
    return {code: asdict(Disclosure(text=sentence.nl)) for code, sentence in found.items()}


def prospects(decision: AwardDecision) -> tuple[Prospect, ...]:
    """Every bidder of the lot with what its letter would leave unexplained."""
    result, disclosed = stored_result(decision.evaluation), _disclosed(letter_draft(decision))
    return tuple(Prospect(to, letter_faults(result, to, disclosed)) for to in addressees(result))


def left_out_in_vain(decision: AwardDecision) -> tuple[str, ...]:
    """The criteria whose value no letter states, although it follows from the points of the winner."""
    disclosed = _disclosed(letter_draft(decision))
    found = derived_values(stored_result(decision.evaluation))
    return tuple(code for code in found if not disclosed.get(code, NOTHING).shows_value)


def blocked_letters(lot: Lot) -> int:
    """How many letters about the decision that stands cannot be sent."""
    decision = decision_of(lot)
    return 0 if decision is None else sum(1 for each in prospects(decision) if each.faults)


def sent_letters(decision: AwardDecision) -> list[Letter]:
    """The letters as they were sent, without their contents."""
    rows = Letter.objects.filter(decision=decision).select_related("bid__supplier", "sent_by")
    return list(rows.defer("word", "open_document").order_by("bid__code"))


def earlier_letters(lot: Lot) -> list[Letter]:
    """What was sent about decisions that were withdrawn, the newest first, without the contents."""
    rows = Letter.objects.filter(decision__lot=lot).exclude(decision__withdrawal=None)
    rows = rows.select_related("decision", "bid__supplier").defer("word", "open_document")
    return list(rows.order_by("-decision__number", "bid__code"))


def drawn_up(
    decision: AwardDecision, *, at: datetime, concept: bool = False
) -> Iterator[tuple[Addressee, Document]]:
    """The letter to each bidder, as it reads when it is sent at this moment."""
    draft = letter_draft(decision)
    award, editions = _award(decision, draft, at), {}
    for to in addressees(award.result):
        language = _language(draft, to.code)
        if language not in editions:
            editions[language] = edition_of(decision.lot.tender, language=language)
        told = replace(award, disclosed=_in_language(award, draft, language))
        yield to, letter(editions[language], told, to, concept=concept)


def concept_letter(decision: AwardDecision, code: str, *, at: datetime) -> Document | None:
    """The letter to the bidder with this code as a concept; None for a code that is not there."""
    made = drawn_up(decision, at=at, concept=True)
    return next((document for to, document in made if to.code == code), None)


def send_letters(lot: Lot, change: PhaseChange) -> None:
    """Record every letter as sent at the moment of the change; the guards found none of them blocked."""
    decision = decision_of(lot)
    assert decision is not None, "letters go with a decision"
    draft, bids = letter_draft(decision), {bid.code: bid for bid in lot.bids.all()}
    free_from = _free_from(decision, change.at, draft.days)
    sent = [
        Letter(
            decision=decision,
            bid=bids[to.code],
            language=_language(draft, to.code),
            word=(word := docx_bytes(made)),
            open_document=odt_bytes(made),
            digest=_sha256(word),
            sent_at=change.at,
            sent_by=change.made_by,
            standstill_until=free_from,
        )
        for to, made in drawn_up(decision, at=change.at)
    ]
    Letter.objects.bulk_create(sent)
    record(
        organisation=lot.tender.organisation,
        at=change.at,
        actor=change.made_by,
        action="letters.sent",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={
            "decision": decision.number,
            "standstill_until": free_from.isoformat(),
            "left_out_in_vain": list(left_out_in_vain(decision)),
            "letters": {each.bid.code: each.digest for each in sent},
            "open_documents": {each.bid.code: _sha256(bytes(each.open_document)) for each in sent},
        },
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _award(decision: AwardDecision, draft: LetterDraft, at: datetime) -> Award:
    waiver = _waiver(decision)
    return Award(
        assessment=calculated(decision.evaluation),
        decided_at=timezone.localtime(decision.decided_at),
        reason=decision.reason,
        sent_on=sent_on(at),
        standstill=None if waiver else standstill(sent_on(at), days=draft.days),
        waived=WAIVED[waiver.ground] if waiver else None,
        head=head(decision.lot.tender.organisation),
        court=draft.court,
        contact=draft.contact,
        disclosed=_disclosed(draft),
        replaced={code: replaced_letter(each) for code, each in lapsed_letters(decision.lot).items()},
    )


def _disclosed(draft: LetterDraft) -> dict[str, Disclosure]:
    return {code: Disclosure(**told) for code, told in draft.disclosed.items()}


def _waiver(decision: AwardDecision) -> StandstillWaiver | None:
    return StandstillWaiver.objects.filter(decision=decision).first()


def _free_from(decision: AwardDecision, at: datetime, days: int) -> datetime:
    """Without a standstill the contract may be concluded at once."""
    return at if _waiver(decision) else standstill(sent_on(at), days=days).free_from


def _in_language(award: Award, draft: LetterDraft, language: Language) -> dict[str, Disclosure]:
    """A proposed sentence that was accepted is in both languages; what was typed stays in its own."""
    proposed, found = proposals(award.result), {}
    for code, told in award.disclosed.items():
        sentence = proposed.get(code)
        is_proposal = sentence is not None and told.text in (sentence.nl, sentence.en)
        if sentence is not None and is_proposal:
            found[code] = replace(told, text=sentence.to(language))
        else:
            found[code] = replace(told, written_in=_known(draft.language))
    return found


def _language(draft: LetterDraft, code: str) -> Language:
    """Of the letter to the bidder with this code."""
    return _known(draft.languages.get(code, draft.language))


def _known(language: str) -> Language:
    return "en" if language == LetterDraft.Language.ENGLISH else "nl"

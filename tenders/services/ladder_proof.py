"""Recording the proof of the promised level of the ladder after the award."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.assessment.motivation import words_of
from tenders.models import EvidenceCheck, LadderProof, Lot
from tenders.procedure.standstill import sent_on
from tenders.services.evidence_checks import may_check
from tenders.services.ladder_promise import Promised, promised_of
from tenders.services.phases import Refused
from tenders.services.verification import LEAST_WORDS

_NOTHING_TO_PROVE = Text(
    nl="Voor dit perceel is na de gunning geen niveau van de ladder te bewijzen. Ververs de pagina.",
    en="For this lot no level of the ladder is to be proven after the award. Reload the page.",
)
_NOT_YOU = Text(
    nl="Een inkoper, projectleider of contractmanager van deze organisatie legt dit bewijs vast.",
    en="An officer, project lead or contract manager of this organisation records this proof.",
)
_OTHER_SUPPLIER = Text(
    nl="Dit bewijsmiddel is van een andere leverancier dan de winnaar. Kies er een van de winnaar.",
    en="This evidence is of another supplier than the winner. Choose one of the winner.",
)
_NOT_CHECKED = Text(
    nl="Niemand heeft vastgelegd dat dit bewijsmiddel klopt. Leg daar eerst een controle vast.",
    en="Nobody recorded that this evidence is right. First record a check with the evidence.",
)
_NO_DAYS = Text(
    nl="Het register zegt niet van wanneer tot wanneer dit bewijsmiddel geldt. Vul dat eerst aan.",
    en="This evidence does not say from when until when it is valid. First fill that in in the register.",
)
_RAN_OUT = Text(
    nl="Dit bewijs liep af vóór de gunning. Vraag bewijs dat daarna geldt.",
    en="This proof ran out before the award. Ask for proof that is valid after it.",
)
_RAN_OUT_SINCE = Text(
    nl="Dit bewijs was al verlopen op de dag waarop u het ontving. Vraag bewijs dat dan nog geldt.",
    en="This proof had run out already on the day you received it. Ask for proof that is valid then.",
)
_SHOWN_BEFORE = Text(
    nl="Het bewijs gaat pas in na de dag waarop u het ontving. Controleer beide dagen.",
    en="The proof starts after the day on which you received it. Check both days.",
)
_NOT_YET = Text(
    nl="De dag waarop u het bewijs ontving, ligt in de toekomst.",
    en="The day on which you received the proof lies in the future.",
)
_LEVEL = Text(
    nl="Kies een niveau van 1 tot en met {most}: zoveel kent versie {version} van de ladder.",
    en="Choose a level from 1 to {most}: so many has version {version} of the ladder.",
)
_TOO_SHORT = Text(
    nl="Schrijf in minstens drie woorden op waaruit blijkt dat het bewijs over deze opdracht gaat.",
    en="Write down in three words at least what shows that the proof is about this contract.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was handed in; `words` say what shows that it is about this contract."""

    evidence: int
    kind: str
    level: int
    on: date
    words: str


@transaction.atomic
def record_proof(*, lot: Lot, shown: Shown, at: datetime, actor: User) -> LadderProof:
    """Beside all earlier proofs. Raises `Refused` with every reason."""
    held = Lot.objects.select_for_update().select_related("tender__organisation").get(pk=lot.pk)
    found = promised_of(held)
    if found is None:
        raise Refused([_NOTHING_TO_PROVE])
    check = _newest_check(shown.evidence)
    reasons = list(_against(found, shown, check, sent_on(at), actor))
    if reasons:
        raise Refused(reasons)
    assert check is not None, "without a check it is refused"
    piece = check.evidence
    assert piece.valid_from is not None, "without its days it is refused"
    assert piece.valid_until is not None, "without its days it is refused"
    row = LadderProof.objects.create(
        bid=found.bid,
        evidence_check=check,
        kind=shown.kind,
        version=found.version.code,
        level=shown.level,
        issued_on=piece.valid_from,
        valid_until=piece.valid_until,
        shown_on=shown.on,
        reason=shown.words.strip(),
        at=at,
        made_by=actor,
    )
    _recorded(row, found)
    return row


def _newest_check(evidence: int) -> EvidenceCheck | None:
    rows = EvidenceCheck.objects.filter(evidence=evidence).select_related("evidence__supplier")
    return rows.order_by("-pk").first()


def _against(
    found: Promised, shown: Shown, check: EvidenceCheck | None, today: date, actor: User
) -> Iterator[Text]:
    if not may_check(actor, found.lot.tender.organisation):
        yield _NOT_YOU
    if not 1 <= shown.level <= found.version.levels:
        yield _LEVEL.format(most=str(found.version.levels), version=found.version.code)
    if shown.on > today:
        yield _NOT_YET
    if len(words_of(shown.words)) < LEAST_WORDS:
        yield _TOO_SHORT
    if check is None or check.outcome != EvidenceCheck.Outcome.RIGHT:
        yield _NOT_CHECKED
    else:
        yield from _against_piece(found, shown, check)


def _against_piece(found: Promised, shown: Shown, check: EvidenceCheck) -> Iterator[Text]:
    piece = check.evidence
    if piece.supplier_id != found.bid.supplier_id:
        yield _OTHER_SUPPLIER
    if piece.valid_from is None or piece.valid_until is None:
        yield _NO_DAYS
        return
    if piece.valid_until < found.awarded_on:
        yield _RAN_OUT
    elif piece.valid_until < shown.on:
        yield _RAN_OUT_SINCE
    if piece.valid_from > shown.on:
        yield _SHOWN_BEFORE


def _recorded(row: LadderProof, found: Promised) -> None:
    lot = found.lot
    record(
        organisation=lot.tender.organisation,
        at=row.at,
        actor=row.made_by,
        action="ladder.proof_recorded",
        subject=f"{lot.tender.reference} / {lot.number} / {found.bid.code}",
        details={
            "row": row.pk,
            "evidence": row.evidence_check.evidence_id,
            "check": row.evidence_check_id,
            "kind": row.kind,
            "version": row.version,
            "promised": found.level,
            "shown_on": row.shown_on.isoformat(),
            "valid_until": row.valid_until.isoformat(),
            "reason": row.reason,
        },
        before=found.proven(sent_on(row.at)),
        after=row.level,
    )

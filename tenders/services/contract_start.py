"""From the award to a contract: a draft whose clauses, values and promises come from the winning bid."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clauses.assembly.award import ExpiringProof
from clauses.drafts import chosen_in, clause_from, language_of, versions_valid_on
from clauses.models import ContractDraft
from clauses.services import prefill, start_draft
from procurement.language import Language
from tenders.models import AwardDecision, Bid, Lot, Tender
from tenders.reports.contract.awarded import WinningBid, award_of, given_values
from tenders.reports.contract.offered import without_empty_promises
from tenders.reports.contract.securing import Answers, answers
from tenders.reports.contract.subject import ContractFor
from tenders.reports.edition import Assessment
from tenders.services.contract_texts import contract_draft_of, reference_of, subject_of
from tenders.services.decided import decision_of
from tenders.services.editions import calculated, edition_of, origin_of
from tenders.services.opened import answers_of, stated_values


class NotAwarded(Exception):
    """There is no award decision that stands."""


@transaction.atomic
def start_contract(*, lot: Lot, language: Language, at: datetime, actor: User) -> ContractDraft:
    """The draft of this lot, with what the awarded bid promised; an earlier one is filled up.

    What a person filled in stays. Raises NotAwarded.
    """
    decision = decision_of(lot)
    if decision is None:
        raise NotAwarded(_("Er is nog geen gunningsbeslissing die geldt. Neem die eerst."))
    assessment = calculated(decision.evaluation)
    draft = contract_draft_of(lot.tender, lot)
    subject = _subject(lot, assessment, language_of(draft) if draft else language)
    draft = draft or _started(lot, subject, assessment, at, actor)
    clauses = [clause_from(each.version.source) for each in chosen_in(draft)]
    winning = _winning(lot, decision, assessment)
    prefill(
        draft=draft,
        given=given_values(subject, winning, clauses),
        award=award_of(assessment, winning, clauses, subject.origin),
        at=at,
        actor=actor,
    )
    return draft


def awarded_lots(tender: Tender) -> list[Lot]:
    """Those with an award decision that stands."""
    standing = AwardDecision.objects.filter(lot__tender=tender, withdrawal=None)
    return list(Lot.objects.filter(pk__in=standing.values("lot")).order_by("number"))


def _subject(lot: Lot, assessment: Assessment, language: Language) -> ContractFor:
    edition = edition_of(lot.tender, language=language)
    return ContractFor(
        edition=edition,
        lots=(assessment.lot,),
        awarded={assessment.lot.code: assessment},
        origin=origin_of(lot.tender),
    )


def _started(
    lot: Lot, subject: ContractFor, assessment: Assessment, at: datetime, actor: User
) -> ContractDraft:
    tender = lot.tender
    services = tender.nature == Tender.Nature.SERVICES
    known = answers(subject.edition, subject.lots, subject.origin, services=services)
    return start_draft(
        organisation=tender.organisation,
        title=str(lot) if tender.lots.count() > 1 else tender.title,
        reference=reference_of(lot),
        language=subject.edition.language,
        answers=known,
        subject=subject_of(lot),
        without=_empty(tender, known, subject, assessment, at),
        at=at,
        actor=actor,
    )


def _empty(
    tender: Tender, known: Answers, subject: ContractFor, assessment: Assessment, at: datetime
) -> frozenset[str]:
    """The clauses that hold only criteria for which the winner promised nothing."""
    day = timezone.localtime(at).date()
    every = [clause_from(each.source) for each in versions_valid_on(day, tender.organisation)]
    left = {each.code for each in without_empty_promises(every, subject.origin, assessment)}
    return frozenset(each.code for each in every if each.code not in left)


def _winning(lot: Lot, decision: AwardDecision, assessment: Assessment) -> WinningBid:
    row = Bid.objects.prefetch_related("evidence").get(lot=lot, code=decision.winner)
    found = next(each for each in assessment.lot.bids if each.code == decision.winner)
    return WinningBid(
        bid=found,
        stated_on=timezone.localtime(row.received_at).date(),
        values=stated_values(row),
        answers=answers_of(lot).get(row.pk, {}),
        proofs=tuple(
            ExpiringProof(name=str(each), number=each.number, valid_until=each.valid_until)
            for each in row.evidence.order_by("valid_until", "pk")
            if each.valid_until is not None
        ),
    )

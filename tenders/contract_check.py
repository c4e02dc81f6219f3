"""Whether the award that a contract follows still stands.

Named in the setting `CONTRACT_CHECK`: the clauses know nothing of tenders.
"""

from collections.abc import Iterator

from django.db.models import Q

from clauses.assembly.assemble import Problem
from clauses.assembly.promised import GENERAL_CLAUSE
from clauses.models import ContractDraft
from procurement.language import Text
from tenders.models import Lot
from tenders.services.contract_texts import reference_of, subject_of
from tenders.services.decided import decision_of

_WITHDRAWN = Text(
    nl="De gunningsbeslissing waaruit dit contract volgt, geldt niet meer. De toezeggingen van inschrijving "
    "{bid} staan er nog in. Neem eerst een nieuwe beslissing en haal dan bij de aanbesteding de toezeggingen "
    "opnieuw op.",
    en="The award decision that this contract follows no longer stands. The promises of bid {bid} are still "
    "in it. Take a new decision first and then fetch the promises again at the tender.",
)
_OTHER = Text(
    nl="Er geldt een andere gunningsbeslissing dan die waaruit dit contract volgt. De toezeggingen van "
    "inschrijving {bid} staan er nog in. Haal bij de aanbesteding de toezeggingen opnieuw op.",
    en="Another award decision stands than the one this contract follows. The promises of bid {bid} are "
    "still in it. Fetch the promises again at the tender.",
)


def problems_of(draft: ContractDraft) -> Iterator[Problem]:
    """Nothing for a contract without promises, or that goes with no tender that is known here."""
    lot = _lot_of(draft) if draft.award else None
    if lot is None:
        return
    decision, bid = decision_of(lot), draft.award["bid"]
    if decision is None:
        yield Problem(GENERAL_CLAUSE, 1, _WITHDRAWN.format(bid=bid))
    elif (decision.winner, decision.evaluation.digest) != (bid, draft.award["digest"]):
        yield Problem(GENERAL_CLAUSE, 1, _OTHER.format(bid=bid))


def _lot_of(draft: ContractDraft) -> Lot | None:
    """The lot that the draft was begun for, or that has its reference."""
    tender = draft.reference.rpartition(" / ")[0]
    named = Q(tender__reference=draft.reference) | Q(tender__reference=tender, tender__reference__gt="")
    mine = Lot.objects.filter(named, tender__organisation=draft.organisation_id).select_related("tender")
    lots = list(mine)
    begun = (lot for lot in lots if subject_of(lot) == draft.subject)
    same = (lot for lot in lots if not draft.subject and reference_of(lot) == draft.reference)
    return next(begun, None) or next(same, None)

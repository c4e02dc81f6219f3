"""The texts of the contract that goes with a tender, for the legality check: chosen clauses, filled in
and as the contract has them where it departs from the library.

The check reads Dutch, so the Dutch text of each clause is read, whatever the language of the contract.
"""

from collections.abc import Iterator

from clauses.assembly.assemble import assemble
from clauses.drafts import read_draft
from clauses.models import ContractDraft
from procurement.documents import model
from tenders.lint.draft import Passage, PassageKind
from tenders.models import Lot, Tender


def contract_draft_of(tender: Tender, lot: Lot | None = None) -> ContractDraft | None:
    """The newest contract draft with the reference of this tender, or of this lot of several.

    The contract follows its clauses.
    """
    reference = tender.reference if lot is None else reference_of(lot)
    drafts = ContractDraft.objects.filter(organisation=tender.organisation_id, reference=reference)
    return drafts.order_by("-pk").first()


def reference_of(lot: Lot) -> str:
    """Of the contract for this lot: that of the tender, with the number of the lot if there are several."""
    tender = lot.tender
    return f"{tender.reference} / {lot.number}" if tender.lots.count() > 1 else tender.reference


def subject_of(lot: Lot) -> str:
    """What the contract draft of a lot belongs to."""
    return f"lot {lot.pk}"


def contract_texts(tender: Tender) -> tuple[Passage, ...]:
    """One passage a provision. Without a contract draft there is nothing that a person wrote or chose."""
    draft = contract_draft_of(tender)
    if draft is None:
        return ()
    drafted = read_draft(draft)
    blocks = assemble(drafted.clauses, None, drafted.values, "nl").blocks
    return tuple(passage for block in blocks for passage in _passages(block))


def _passages(clause: model.Clause) -> Iterator[Passage]:
    title = _text(clause.title)
    for index, part in enumerate(clause.body):
        if isinstance(part, model.Provision):
            words = " ".join((_text(part.content), *(_text(point.content) for point in part.points)))
            place = f"clauses.{clause.code}[{index}]"
            yield Passage(place=place, kind=PassageKind.CONTRACT_CONDITION, title=title, text=words)


def _text(content: model.Content) -> str:
    """A blank that is still open says nothing yet; a reference says nothing about the law."""
    return "".join(piece.text for piece in content if isinstance(piece, model.Run))

"""The texts of the contract that goes with a tender, for the legality check: chosen clauses, filled in.

The check reads Dutch, so the Dutch text of each clause is read, whatever the language of the contract.
"""

from collections.abc import Iterator

from clauses.assembly.assemble import assemble
from clauses.drafts import chosen_in, clause_from
from clauses.models import ContractDraft
from procurement.documents import model
from tenders.lint.draft import Passage, PassageKind
from tenders.models import Tender


def contract_draft_of(tender: Tender) -> ContractDraft | None:
    """The newest contract draft with the reference of this tender: the contract follows its clauses."""
    drafts = ContractDraft.objects.filter(organisation=tender.organisation_id, reference=tender.reference)
    return drafts.order_by("-pk").first()


def contract_texts(tender: Tender) -> tuple[Passage, ...]:
    """One passage a provision. Without a contract draft there is nothing that a person wrote or chose."""
    draft = contract_draft_of(tender)
    if draft is None:
        return ()
    chosen = chosen_in(draft)
    values = {each.version.clause.code: each.values for each in chosen}
    clauses = [clause_from(each.version.source) for each in chosen]
    blocks = assemble(clauses, None, values, "nl").blocks
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

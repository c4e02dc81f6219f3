"""The draft against the library or against a final version, as a Word file with its changes marked."""

from datetime import datetime

from clauses.assembly.assemble import assemble
from clauses.drafts import language_of, read_draft
from clauses.house_styles import active_house_style
from clauses.models import ContractDraft, ContractVersion
from clauses.services.drafts import document_of
from clauses.stored_contract import stored_form
from procurement.documents.model import Document
from procurement.documents.redline import redline


def against_model(draft: ContractDraft, *, at: datetime) -> bytes:
    """What the contract departs from the library in, with the same values filled in."""
    drafted = read_draft(draft)
    values = {each.version.clause.code: each.values for each in drafted.chosen}
    model = assemble(drafted.models, None, values, language_of(draft))
    old, new = (document_of(draft, each, at=at) for each in (model, drafted.assembly()))
    return _redlined(draft, old, new, at)


def against_version(draft: ContractDraft, version: ContractVersion, *, at: datetime) -> bytes:
    """What changed in the draft since that version."""
    old = stored_form(version).document(created=version.made_at)
    new = document_of(draft, read_draft(draft).assembly(), at=at)
    return _redlined(draft, old, new, at)


def _redlined(draft: ContractDraft, old: Document, new: Document, at: datetime) -> bytes:
    """Both in the house style of now: a redline shows words, not looks."""
    style = active_house_style(draft.organisation_id)
    return redline(old, new, author=draft.organisation.name, at=at, style=style)

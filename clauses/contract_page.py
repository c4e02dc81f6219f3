"""A draft as a page shows it beside its questions: the same document as in Word, written as HTML."""

from django.utils.safestring import SafeString, mark_safe

from clauses.assembly.annex import award_annex
from clauses.assembly.assemble import Assembly
from clauses.assembly.award import award_from_data
from clauses.assembly.contract import ContractHead, contract
from clauses.models import ContractDraft
from procurement.documents.writers.html import Landmark, Setting, html_text

_BESIDE_THE_QUESTIONS = Setting(heading_level=3, landmark=Landmark.DIV)


def contract_html(draft: ContractDraft, assembly: Assembly) -> SafeString:
    head = ContractHead(
        title=draft.title,
        reference=draft.reference,
        authority=draft.organisation.name,
        created=draft.created_at,
    )
    annexes = award_annex(assembly, award_from_data(draft.award))
    document = contract(assembly, head, annexes=annexes)
    return mark_safe(html_text(document, _BESIDE_THE_QUESTIONS))  # noqa: S308  # the writer escapes all text

"""What a contract that came back is compared with: the version that it says it is, else the draft of now."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clauses.drafts import Drafted, chosen_in, versions_valid_on
from clauses.house_styles import active_house_style
from clauses.models import ClauseVersion, ContractDraft, ContractVersion
from clauses.returned import ContractForm, Returned, contract_form
from clauses.services.drafts import document_of
from clauses.stored_contract import stored_form
from clauses.uses import newer_than
from procurement.documents.writers.docx import docx_bytes
from procurement.incoming import read_text
from procurement.words import words


@dataclass(frozen=True, slots=True)
class Compared:
    """One state of the contract, in words that name it. `row` is set where that state is a final version."""

    form: ContractForm
    words: str
    row: ContractVersion | None = None
    problems: list[str] = field(default_factory=list)

    def filled_in(self, code: str) -> dict[str, str]:
        return {name: value for name, value in self.form.values.get(code, {}).items() if value}

    def otherwise_in(self, now: "Compared") -> list[str]:
        """The titles of clauses that the other state has in another text or filled in otherwise, or not at
        all, or more."""
        mine = {each.code: each.clause for each in self.form.clauses}
        theirs = {each.code: each.clause for each in now.form.clauses}
        codes = dict.fromkeys((*mine, *theirs))
        return [
            words((theirs.get(code) or mine[code]).title)
            for code in codes
            if code not in mine
            or code not in theirs
            or mine[code].digest != theirs[code].digest
            or self.filled_in(code) != now.filled_in(code)
        ]


def version_said(draft: ContractDraft, returned: Returned) -> Compared | None:
    """The final version of which the file carries the number and the SHA-256."""
    row = next(
        (each for each in draft.versions.all() if _marks(each) == (returned.version, returned.digest)), None
    )
    if row is None:
        return None
    issued = read_text(bytes(row.word), "contract.docx")
    made = date_format(timezone.localtime(row.made_at), "j F Y")
    told = _("versie %(number)s van %(day)s") % {"number": row.number, "day": made}
    return Compared(contract_form(stored_form(row).assembly(), issued), told, row)


def _marks(row: ContractVersion) -> tuple[str, str]:
    return str(row.number), row.digest


def draft_now(drafted: Drafted, returned: Returned, at: datetime) -> Compared:
    """In the house style of now, as the draft is downloaded; of the day that the file says it is."""
    draft, assembly = drafted.draft, drafted.assembly()
    document = document_of(draft, assembly, at=returned.made_at or at)
    issued = read_text(docx_bytes(document, active_house_style(draft.organisation_id)), "contract.docx")
    form = contract_form(assembly, issued)
    told = _("het concept van nu")
    if returned.version and returned.version != form.version:
        said = _("Het bestand noemt versie %(number)s, maar het kenmerk van die versie klopt niet.")
        return Compared(form, told, problems=[said % {"number": returned.version[:20]}])
    return Compared(form, told)


def newer_of(draft: ContractDraft, version: ContractVersion | None, at: datetime) -> dict[str, int]:
    """Clause code → number of the text that holds now, where it is another than this contract has."""
    current = versions_valid_on(timezone.localtime(at).date(), draft.organisation_id)
    newer = ((each, newer_than(each, current)) for each in _texts(draft, version))
    return {each.clause.code: later.number for each, later in newer if later is not None}


def _texts(draft: ContractDraft, version: ContractVersion | None) -> list[ClauseVersion]:
    if version is None:
        return [each.version for each in chosen_in(draft)]
    return [each.version for each in version.clauses.select_related("version__clause")]

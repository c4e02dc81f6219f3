"""What was agreed, as the contract manager reads it: the newest final contract, else the draft as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from clauses.assembly.assemble import Assembly
from clauses.assembly.award import Award, award_from_data
from clauses.assembly.obligation import Obligation
from clauses.assembly.obligation_sheet import kpi_sheet, obligation_sheet
from clauses.assembly.obligations import by_date, obligations
from clauses.assembly.register import clause_sheet
from clauses.drafts import read_draft
from clauses.models import ContractDraft, ContractVersion
from clauses.stored_contract import digest_of_form, form_of, stored_form
from procurement.documents.properties import Properties
from procurement.documents.workbook import Workbook
from procurement.language import Text

_FINAL = Text(nl="versie {number}", en="version {number}")
_DRAFT = Text(nl="concept {number}", en="draft {number}")
_WORKBOOK = Text(nl="Clausules en afspraken", en="Clauses and obligations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """`version` names the contract in words, `digest` is the SHA-256 of its stored form."""

    draft: ContractDraft
    assembly: Assembly
    award: Award
    final: ContractVersion | None
    version: Text
    digest: str
    made_at: datetime

    @property
    def due(self) -> tuple[Obligation, ...]:
        return obligations(self.assembly, self.award)


def agreed(draft: ContractDraft) -> Agreed:
    final = draft.versions.order_by("-number").first()
    if final is not None:
        stored = stored_form(final)
        return Agreed(
            draft=draft,
            assembly=stored.assembly(),
            award=stored.award,
            final=final,
            version=_FINAL.format(number=str(final.number)),
            digest=final.digest,
            made_at=final.made_at,
        )
    drafted = read_draft(draft)
    return Agreed(
        draft=draft,
        assembly=drafted.assembly(),
        award=award_from_data(draft.award),
        final=None,
        version=_DRAFT.format(number=str(draft.revision)),
        digest=digest_of_form(form_of(drafted)),
        made_at=draft.created_at,
    )


def by_year(due: Sequence[Obligation]) -> list[tuple[int, list[tuple[date, int, Obligation]]]]:
    """By year, each date with the number of its obligation in `due`, counted from 1."""
    numbers = {id(each): number for number, each in enumerate(due, start=1)}
    years: dict[int, list[tuple[date, int, Obligation]]] = {}
    for day, each in by_date(due):
        years.setdefault(day.year, []).append((day, numbers[id(each)], each))
    return sorted(years.items())


def workbook(found: Agreed) -> Workbook:
    """Obligations, KPIs and the register of clauses in one file."""
    language, due = found.assembly.language, found.due
    return Workbook(
        title=f"{_WORKBOOK.to(language)} – {found.draft.title}",
        language=language,
        properties=Properties(
            author=found.draft.organisation.name,
            created=found.made_at,
            subject=_WORKBOOK.to(language),
            tender=found.draft.reference,
            contract=found.draft.reference,
            version=found.version.to(language),
            digest=found.digest,
        ),
        sheets=(
            obligation_sheet(found.assembly, due),
            kpi_sheet(found.assembly, due),
            clause_sheet(found.assembly),
        ),
    )

"""A final contract as it is stored: canonical JSON, from which the same document comes again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from clauses.assembly.annex import award_annex
from clauses.assembly.assemble import Assembly, Values, assemble
from clauses.assembly.award import Award, award_from_data
from clauses.assembly.clause import LibraryClause
from clauses.assembly.contract import ContractHead, contract
from clauses.assembly.duties import duties_of
from clauses.assembly.duty import Duty
from clauses.assembly.facts import Facts, facts
from clauses.assembly.stored_duties import duties_as_data, duties_from_data
from clauses.assembly.stored_text import from_data, to_data
from clauses.deviating import added_clause, in_force, outcome_of, rewritten
from clauses.drafts import Drafted, clause_from, contract_code
from clauses.models import ClauseVersion, ContractVersion
from procurement.documents.model import Document
from procurement.language import Language, language_named

FORMAT = 2
"""1 kept no duties: those of such a contract are read from its texts, as they were before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredContract:
    """What a contract says, whenever its document is made.

    `contract`, `version` and `digest` go along in its files, so that one that comes back is recognised.
    """

    title: str
    reference: str
    authority: str
    language: Language
    facts: Facts | None
    clauses: tuple[LibraryClause, ...]
    values: Values
    award: Award
    duties: Mapping[str, tuple[Duty, ...]] | None = None
    contract: str = ""
    version: str = ""
    digest: str = ""

    def assembly(self) -> Assembly:
        made = assemble(self.clauses, self.facts, self.values, self.language)
        return replace(made, duties=self.duties)

    def document(self, *, created: datetime) -> Document:
        """The final contract: what was final stays so, whatever is asked of a contract since."""
        head = ContractHead(
            title=self.title,
            reference=self.reference,
            authority=self.authority,
            created=created,
            contract=self.contract,
            version=self.version,
            digest=self.digest,
        )
        assembly = replace(self.assembly(), open_variables=(), problems=())
        return contract(assembly, head, annexes=award_annex(assembly, self.award), final=True)


def form_of(drafted: Drafted) -> str:
    """The canonical JSON of a draft as it is now; the same content gives the same text."""
    draft, models = drafted.draft, {clause.code: clause for clause in drafted.models}
    form = {
        "format": FORMAT,
        "title": draft.title,
        "reference": draft.reference,
        "authority": draft.organisation.name,
        "language": draft.language,
        "facts": draft.facts,
        "clauses": [_stored(clause, models.get(clause.code), draft.language) for clause in drafted.clauses],
        "values": drafted.values,
        "award": draft.award,
        "deviations": [
            {
                "clause": each.clause_code,
                "kind": each.kind,
                "model": each.model_digest,
                "reason": each.reason,
                "outcome": outcome_of(each),
            }
            for each in in_force(drafted.deviations, drafted.models).values()
        ],
    }
    return json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of_form(form: str) -> str:
    return hashlib.sha256(form.encode()).hexdigest()


def stored_form(version: ContractVersion) -> StoredContract:
    """What a final contract says."""
    return numbered(version.form, draft=version.draft_id, number=version.number)


def numbered(form: str, *, draft: int, number: int) -> StoredContract:
    """What `form_of` wrote, as the version with this number."""
    return replace(
        read_form(form), contract=contract_code(draft), version=str(number), digest=digest_of_form(form)
    )


def read_form(form: str) -> StoredContract:
    """What `form_of` wrote. The texts of the library are found by their SHA-256."""
    data = json.loads(form)
    digests = {each["model"] for each in data["clauses"]} - {""}
    rows = ClauseVersion.objects.filter(digest__in=digests).values_list("digest", "source")
    sources = dict(rows)
    language = language_named(data["language"])
    return StoredContract(
        title=data["title"],
        reference=data["reference"],
        authority=data["authority"],
        language=language,
        facts=facts(data["facts"]) if data["facts"] else None,
        clauses=tuple(_clause(each, sources, language) for each in data["clauses"]),
        values=data["values"],
        award=award_from_data(data["award"]),
        duties=_duties(data["clauses"]),
    )


def _duties(stored: Sequence[Mapping[str, Any]]) -> dict[str, tuple[Duty, ...]] | None:
    if any("duties" not in each for each in stored):
        return None
    return {each["code"]: duties_from_data(each["duties"]) for each in stored}


def _stored(clause: LibraryClause, model: LibraryClause | None, language: str) -> dict[str, Any]:
    """`text` only where it is not the text of the model."""
    as_model = model is not None and model.digest == clause.digest
    return {
        "code": clause.code,
        "version": clause.version,
        "digest": clause.digest,
        "model": model.digest if model else "",
        "title": clause.title.to(language),
        "text": None if as_model else to_data(clause.provisions(language)),
        "duties": duties_as_data(duties_of(clause)),
    }


def _clause(stored: Mapping[str, Any], sources: Mapping[str, str], language: str) -> LibraryClause:
    text = None if stored["text"] is None else from_data(stored["text"])
    if not stored["model"]:
        return added_clause(
            code=stored["code"],
            title=stored["title"],
            approver="lawyer",
            provisions=text or (),
            digest=stored["digest"],
        )
    model = clause_from(sources[stored["model"]])
    return model if text is None else rewritten(model, text, stored["digest"], language)

"""From rows to where tenders stand toward the law, for any number of tenders in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db.models import Min, Prefetch, QuerySet
from django.utils import timezone

from clauses.drafts import clause_from
from clauses.models import ChosenClause, ContractDraft
from tenders.lint.draft import Legal
from tenders.lint.draft.contract import Authority, Nature
from tenders.lint.files import read_topic
from tenders.lint.law import Standing
from tenders.models import Criterion, LegalAnswers, Lot, Requirement, Tender
from tenders.procedure.phases import Phase
from tenders.services.phase_records import phases_of

Chosen = dict[tuple[int, str], frozenset[str]]


def standings_of(tenders: QuerySet[Tender]) -> list[tuple[Tender, Standing]]:
    """Of each tender that was not ended without a contract, in the order of the rows."""
    rows = list(tenders.annotate(sent_at=Min("publications__made_at")).select_related("organisation"))
    lots = _lots_of(rows)
    phases = phases_of([lot for each in lots.values() for lot in each])
    answers = dict(LegalAnswers.objects.filter(tender__in=rows).values_list("tender", "answers"))
    cited = _cited_in_contracts(rows)
    found: list[tuple[Tender, Standing]] = []
    for row in rows:
        going = {phases[lot.pk] for lot in lots[row.pk]} - {Phase.STOPPED}
        if going or not lots[row.pk]:
            legal = read_topic(Legal, answers.get(row.pk), "legal", [])
            in_procedure = going != {Phase.CONTRACT}
            found.append((row, _standing(row, lots[row.pk], legal, cited, in_procedure=in_procedure)))
    return found


def _standing(
    row: Tender, lots: Sequence[Lot], legal: Legal, chosen: Chosen, *, in_procedure: bool
) -> Standing:
    cited = {code for lot in lots for code in _cited(lot)}
    sent_at = row.sent_at  # type: ignore[attr-defined]
    return Standing(
        authority=Authority(row.organisation.kind),
        nature=Nature(row.nature),
        products=frozenset(legal.contract.products),
        cited=frozenset(cited) | chosen.get((row.organisation_id, row.reference), frozenset()),
        words="\n".join((row.title, row.subject, *(text for lot in lots for text in _texts(lot)))).casefold(),
        sent_on=_day(sent_at) if sent_at else None,
        planned_on=legal.planning.notice_sent,
        in_procedure=in_procedure,
        contract_start=row.contract_start,
        contract_end=row.contract_end,
    )


def _lots_of(tenders: Sequence[Tender]) -> defaultdict[int, list[Lot]]:
    read = ("criteria__levels", "requirements")
    found: defaultdict[int, list[Lot]] = defaultdict(list)
    for lot in Lot.objects.filter(tender__in=tenders).prefetch_related(*read).order_by("number"):
        found[lot.tender_id].append(lot)
    return found


def _cited(lot: Lot) -> Iterator[str]:
    rows: tuple[Criterion | Requirement, ...] = (*lot.criteria.all(), *lot.requirements.all())
    for row in rows:
        yield from row.basis


def _texts(lot: Lot) -> Iterator[str]:
    yield from (lot.title, lot.description)
    for requirement in lot.requirements.all():
        yield from (requirement.title, requirement.text, requirement.proof)
    for row in lot.criteria.all():
        yield from (row.title, row.description, row.proof, row.verification, row.link)
        yield from (level.description for level in row.levels.all())


def _cited_in_contracts(tenders: Sequence[Tender]) -> Chosen:
    """What the clauses cite of the newest contract draft with the reference of a tender."""
    drafts = ContractDraft.objects.filter(organisation__in={row.organisation_id for row in tenders})
    chosen = Prefetch("chosen", ChosenClause.objects.select_related("version"))
    return {
        (draft.organisation_id, draft.reference): frozenset(
            code for each in draft.chosen.all() for code in clause_from(each.version.source).basis
        )
        for draft in drafts.prefetch_related(chosen).order_by("pk")
    }


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()

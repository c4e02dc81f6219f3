"""The scores of one assessor as a workbook: what goes out, and what comes back of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from procurement.audit.log import record
from procurement.language import Language
from procurement.returned_sheets import Answer, Answers, BlankKind, Form, Identity, Problem, written
from tenders.assessment.motivation import LEAST_CHARACTERS, LEAST_WORDS, shortcomings
from tenders.assessment.order import Labelled, labelled
from tenders.models import Assessor, Bid, Criterion, CriterionLevel
from tenders.services.final_set import digest_of, final_set
from tenders.services.jury import Duty
from tenders.services.scoring_alone import MOST_CHARACTERS, held, save_score
from tenders.services.unfinished import levels_of, own_scores
from tenders.workbooks import assessed
from tenders.workbooks.assessed import key_of, level_labels
from tenders.workbooks.assessment import KIND, assessment_form
from tenders.workbooks.assessment_rows import LEVEL, WHY


class SheetIsStale(Exception):
    """The scores or the bids changed since the list of differences was shown; nothing was saved."""


def sheet_of(duty: Duty, *, language: Language, at: datetime) -> Form:
    """The assessment sheet of this assessor with the labels of now; nothing else of a bid is looked at."""
    lot = duty.assessor.lot
    tender = lot.tender
    versions = tender.publications.order_by("-version").values_list("version", flat=True)
    task = assessed.Task(
        authority=tender.organisation.name,
        tender=tender.title,
        lot=str(lot),
        least=LEAST_CHARACTERS,
        least_words=LEAST_WORDS,
        most=MOST_CHARACTERS,
        criteria=tuple(_criteria(duty)),
        bidders=tuple(assessed.Bidder(each.token, each.label) for each, _bid in _bids(duty)),
        made_at=at,
    )
    identity = Identity(
        kind=KIND,
        organisation=str(tender.organisation_id),
        tender=tender.reference,
        lot=str(lot.number),
        version=str(versions.first() or ""),
        seat=duty.assessor.letter,
        language=language,
    )
    return assessment_form(task, identity, language)


def stored_answers(duty: Duty) -> Answers:
    """What this assessor scored so far, as the sheet has it."""
    scores, labels = own_scores(duty), _labels(duty)
    answers: dict[str, Answer] = {}
    for cell in _cells(duty):
        score = scores.get((cell.bid.pk, cell.criterion.pk))
        level = labels[cell.criterion.pk].get(score.value) if score else None
        answers[cell.key(LEVEL)] = level
        answers[cell.key(WHY)] = written(score.motivation) if score else None
    return answers


def remarks_on(form: Form, answers: Answers) -> tuple[Problem, ...]:
    """Reasons that can be saved, and with which the scores cannot be made final."""
    reasons = ((blank.place, answers.get(blank.key)) for blank in form.blanks if blank.kind is BlankKind.TEXT)
    return tuple(Problem(at, fault) for at, why in reasons if why for fault in shortcomings(str(why))[:1])


@transaction.atomic
def take_over_sheet(*, assessor: Assessor, answers: Answers, before: Answers, at: datetime) -> int:
    """Save every score that the sheet has otherwise than `before`, all or none; gives their number.

    Raises `SheetIsStale` when `before` is no longer what is stored, and `Refused` as saving one score does.
    """
    duty = held(assessor)
    stored = stored_answers(duty)
    if stored != before or stored.keys() != answers.keys():
        raise SheetIsStale
    changed = [cell for cell in _cells(duty) if cell.of(answers) != cell.of(stored)]
    was = digest_of(final_set(duty))
    _save(duty, changed, answers, at)
    if changed:
        tender = assessor.lot.tender
        record(
            organisation=tender.organisation,
            at=at,
            actor=None,  # the chain is for ever, who the assessor was is not
            action="jury.sheet_taken_over",
            subject=f"{tender.reference} / {assessor.lot.number}",
            details={"assessor": assessor.letter, "scores": len(changed)},
            before=was,
            after=digest_of(final_set(duty)),
        )
    return len(changed)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One bid under one criterion."""

    criterion: Criterion
    bid: Bid
    token: str

    def key(self, what: str) -> str:
        return key_of(self.criterion.code, self.token, what)

    def of(self, answers: Answers) -> tuple[str, str]:
        """Level and motivation, empty where there is none."""
        return str(answers.get(self.key(LEVEL)) or ""), str(answers.get(self.key(WHY)) or "")


def _save(duty: Duty, cells: Sequence[_Cell], answers: Answers, at: datetime) -> None:
    scores, labels = own_scores(duty), _labels(duty)
    for cell in cells:
        label, motivation = cell.of(answers)
        score = scores.get((cell.bid.pk, cell.criterion.pk))
        codes = {said: code for code, said in labels[cell.criterion.pk].items()}
        save_score(
            assessor=duty.assessor,
            duty=duty,
            bid=cell.bid,
            criterion=cell.criterion,
            value=codes.get(label, label),  # an unknown label is refused as an unknown level
            motivation=motivation,
            seen_version=score.version if score else 0,
            at=at,
        )


def _bids(duty: Duty) -> Iterator[tuple[Labelled, Bid]]:
    """In the order of this assessor; a bid with a conflict takes a label and is left out."""
    bids = {bid.pk: bid for bid in duty.bids}
    everything = labelled(duty.assessor.seed, [*bids, *(bid.pk for bid in duty.conflicting)])
    return ((each, bids[each.key]) for each in everything if each.key in bids)


def _cells(duty: Duty) -> list[_Cell]:
    bids = list(_bids(duty))
    return [_Cell(criterion, bid, each.token) for criterion in duty.criteria for each, bid in bids]


def _criteria(duty: Duty) -> Iterator[assessed.Criterion]:
    levels = levels_of(duty.criteria)
    return (_criterion(criterion, levels[criterion.pk]) for criterion in duty.criteria)


def _criterion(row: Criterion, levels: Sequence[CriterionLevel]) -> assessed.Criterion:
    scale = tuple(assessed.Level(level.code, level.title, level.description) for level in levels)
    return assessed.Criterion(row.code, row.title, row.description, scale)


def _labels(duty: Duty) -> dict[int, Mapping[str, str]]:
    """Per criterion, code of a level → what the list in the sheet says."""
    levels = levels_of(duty.criteria)
    return {row.pk: level_labels(_criterion(row, levels[row.pk])) for row in duty.criteria}

"""The draft before publication: what stands in the way, and the digest by which an approval knows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tenders.legal_draft import notice_day
from tenders.lifecycle.statement import problems_of_lot
from tenders.lint.severity import Severity
from tenders.models import Lot, Tender
from tenders.publication.form import digest
from tenders.publication.model import Published
from tenders.published_form import form_digest, published_form
from tenders.scoring.check import Problem, publication_problems
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import Lot as ScoredLot
from tenders.services.legality import checked, in_the_way


@dataclass(frozen=True, slots=True)
class Obstacles:
    """`problems` are for whoever writes the draft; `unreasoned` findings wait for the reason of a lawyer.

    `digest` is the SHA-256 that a publication of this very draft would carry; empty when it cannot be read.
    """

    problems: tuple[Problem, ...] = ()
    unreasoned: tuple[Problem, ...] = ()
    digest: str = ""


def before_publication(tender: Tender, *, at: datetime) -> Obstacles:
    """Everything that stands in the way, all lots together: what is incomplete, then what is not lawful.

    The law of the day of `at` counts, of the day of the first publication for a tender that is published.
    """
    try:
        form = published_form(tender)
        _, report = checked(tender, at=at, form=form)
        problems = (*_problems_of(form, tender), *in_the_way(report, Severity.BLOCKING))
    except UnreadableTender as unreadable:
        return Obstacles(unreadable.problems)
    return Obstacles(problems, in_the_way(report, Severity.MOTIVATE), digest(form))


def calculation_problems(tender: Tender) -> tuple[Problem, ...]:
    """What keeps bids from being scored as published. Raises `UnreadableTender`."""
    return _problems_of(published_form(tender), tender)


def _problems_of(form: Published, tender: Tender) -> tuple[Problem, ...]:
    return (*publication_problems(form.tender), *_of_calculations(form, notice_day(tender)))


def _of_calculations(form: Published, sent_on: date | None) -> Iterator[Problem]:
    """What lots calculate, and what criteria take from it."""
    for index, lot in enumerate(form.tender.lots):
        for problem in _of_calculation(form, lot, sent_on):
            yield problem.under(f"lots[{index}]")


def problems_of_calculation(lot: Lot) -> tuple[Problem, ...]:
    """Of one lot what it calculates and what its criteria take from it. Raises `UnreadableTender`."""
    form = published_form(lot.tender)
    [found] = (each for each in form.tender.lots if each.code == str(lot.number))
    return tuple(_of_calculation(form, found, notice_day(lot.tender)))


def _of_calculation(form: Published, lot: ScoredLot, sent_on: date | None) -> Iterator[Problem]:
    """`sent_on`: the day of the notice; of a draft the planned one counts, as far as it is stated."""
    assert form.terms is not None, "a form of rows has terms"
    terms = form.terms.lots[lot.code]
    figures = {code: each.figure for code, each in terms.criteria.items() if each.figure is not None}
    notice_on = sent_on or form.terms.legal.planning.notice_sent
    return problems_of_lot(lot, terms.life_cycle, figures, notice_on=notice_on)


def draft_digest(tender: Tender) -> str:
    """Of all that publication freezes. Raises `UnreadableTender`; see `before_publication`."""
    return form_digest(tender)

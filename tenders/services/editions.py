"""From rows to what a document is made of: the published version, the assessments and the evidence."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from procurement.language import Language, Text
from tenders.legal_draft import draft_from
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Figure
from tenders.models import Evaluation, Lot, Publication, Tender
from tenders.publication.form import digest
from tenders.publication.model import Published, Terms
from tenders.published_form import published_form, shown_card, stored_form, terms_of
from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment, Edition, HeldDraw, Particulars
from tenders.reports.proof import SupplierProof
from tenders.reports.vocabulary import NATURES, PROCEDURES
from tenders.reports.wording import Wording
from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import CardRules
from tenders.scoring.check import Problem, publication_problems
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import UnreadableTender
from tenders.services.contract_texts import contract_texts
from tenders.services.evaluations import stored_tender
from tenders.supplier_evidence import evidence_of, reference_day, rules_of

_VERSION = Text(nl="versie {number} van {day}", en="version {number} of {day}")
_DRAFT = Text(nl="concept van {day}, niet bekendgemaakt", en="draft of {day}, not published")


class NotReady(Exception):
    """A draft has faults that keep a document from being made; `problems` names each place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def edition_of(tender: Tender, *, language: Language, publication: Publication | None = None) -> Edition:
    """Of this published version, else of the newest, else the draft dated today. Raises `NotReady`."""
    version = publication or tender.publications.order_by("-version").first()
    return _draft(tender, language) if version is None else _published(tender, version, language)


def assessments_of(tender: Tender) -> tuple[Assessment, ...]:
    """The newest assessment of each lot that has one, in the order of the lots."""
    lots = tender.lots.order_by("number").prefetch_related("draws", "evaluations")
    return tuple(found for lot in lots if (found := _assessment(lot)) is not None)


def proofs_of(tender: Tender) -> dict[str, tuple[SupplierProof, ...]]:
    """By lot, the evidence that each bidder handed in, weighed on the deadline."""
    day = reference_day(tender)
    lots = tender.lots.order_by("number").prefetch_related("bids__supplier", "bids__evidence")
    return {str(lot.number): tuple(_proofs(lot, day)) for lot in lots if lot.bids.all()}


def origin_of(tender: Tender, publication: Publication | None = None) -> Origin:
    """Which catalogue item each criterion was copied from: as published, else as it is now."""
    version = publication or tender.publications.order_by("-version").first()
    terms = stored_form(version).terms if version is not None else None
    if terms is None:
        return Origin(_copied(tender))
    return Origin(
        {
            (lot, criterion): behind.catalogue_code
            for lot, each in terms.lots.items()
            for criterion, behind in each.criteria.items()
            if behind.catalogue_code
        }
    )


def _copied(tender: Tender) -> dict[tuple[str, str], str]:
    return {
        (str(lot.number), criterion.code): criterion.catalogue_code
        for lot in tender.lots.prefetch_related("criteria")
        for criterion in lot.criteria.all()
        if criterion.catalogue_code
    }


def _published(tender: Tender, publication: Publication, language: Language) -> Edition:
    made, form = timezone.localtime(publication.made_at), stored_form(publication)
    return Edition(
        tender=form.tender,
        particulars=_particulars(form.terms or terms_of(tender)),
        language=language,
        version=version_words(publication),
        digest=publication.digest,
        created=publication.made_at,
        cards=_cards(tender, form),
        draft=draft_from(tender, form, today=made.date(), clauses=contract_texts(tender)),
        plans=_plans(form),
        figures=_figures(form),
    )


def _draft(tender: Tender, language: Language) -> Edition:
    try:
        form = published_form(tender)
    except UnreadableTender as unreadable:
        raise NotReady(unreadable.problems) from unreadable
    problems = publication_problems(form.tender)
    if problems:
        raise NotReady(problems)
    today = timezone.localdate()
    return Edition(
        tender=form.tender,
        particulars=_particulars(form.terms or terms_of(tender)),
        language=language,
        version=draft_words(today),
        digest=digest(form),
        created=timezone.make_aware(datetime.combine(today, datetime.min.time())),
        cards=_cards(tender, form),
        draft=draft_from(tender, form, today=today, clauses=contract_texts(tender)),
        plans=_plans(form),
        figures=_figures(form),
    )


def _cards(tender: Tender, form: Published) -> dict[str, CardRules]:
    """From the publication, else from the rows: the database keeps those of a published lot as they were."""
    if form.terms is None:
        return {str(lot.number): rules_of(lot) for lot in tender.lots.all()}
    return {code: shown_card(lot.card, form.terms.procedure) for code, lot in form.terms.lots.items()}


def _plans(form: Published) -> dict[str, Plan]:
    lots = form.terms.lots if form.terms else {}
    return {code: lot.life_cycle for code, lot in lots.items() if lot.life_cycle is not None}


def _figures(form: Published) -> dict[str, dict[str, Figure]]:
    lots = form.terms.lots if form.terms else {}
    return {
        code: {each: behind.figure for each, behind in lot.criteria.items() if behind.figure is not None}
        for code, lot in lots.items()
    }


def version_words(publication: Publication) -> Text:
    made = timezone.localtime(publication.made_at)
    return _dated(_VERSION, made.date(), number=str(publication.version))


def draft_words(today: date) -> Text:
    return _dated(_DRAFT, today)


def _dated(words: Text, day: date, **values: str) -> Text:
    dates = Text(nl=Wording("nl").day(day), en=Wording("en").day(day))
    return words.format(day=dates, **values)


def _particulars(terms: Terms) -> Particulars:
    return Particulars(
        nature=NATURES[terms.nature],
        procedure=PROCEDURES[terms.procedure],
        deadline=timezone.localtime(terms.deadline) if terms.deadline else None,
        contract_start=terms.contract_start,
        contract_end=terms.contract_end,
    )


def _assessment(lot: Lot) -> Assessment | None:
    evaluation = max(lot.evaluations.all(), key=lambda each: each.number, default=None)
    return None if evaluation is None else calculated(evaluation)


def calculated(evaluation: Evaluation) -> Assessment:
    """One stored calculation, with the draws that were held on its lot."""
    frozen = stored_tender(evaluation).lots[0]
    return Assessment(
        lot=frozen,
        result=evaluate(frozen),
        number=evaluation.number,
        digest=evaluation.digest,
        made_at=timezone.localtime(evaluation.made_at),
        draws=tuple(
            HeldDraw(tuple(draw.order), timezone.localtime(draw.held_at), draw.held_by)
            for draw in evaluation.lot.draws.all()
        ),
    )


def _proofs(lot: Lot, day: date) -> Iterator[SupplierProof]:
    rules = rules_of(lot).parts
    for bid in sorted(lot.bids.all(), key=lambda each: each.code):
        yield SupplierProof(bid.code, bid.supplier.name, scorecard(evidence_of(bid), on=day, rules=rules))

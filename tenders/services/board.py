"""The report for the board of one organisation: collecting its figures, and making the file."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.language import Language, Text
from procurement.organisations.models import Organisation
from procurement.workbook_files import WORKBOOK_FILES
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import theme_behind, weight_of
from tenders.lint.rule import Rule
from tenders.lint.run import Report
from tenders.lint.severity import Severity
from tenders.models import Publication, Tender, WeightPolicy
from tenders.publication.model import Published
from tenders.published_form import stored_form
from tenders.reports.board.document import board_document
from tenders.reports.board.figures import Board, Drafts, Period, PublishedLot, RuleCount
from tenders.reports.board.workbook import board_workbook
from tenders.reports.register import Entry
from tenders.reports.wording import Wording
from tenders.scoring import model
from tenders.scoring.files import UnreadableTender
from tenders.services.deviations import Asked, Order, State, deviations, entries_of, reasons_of
from tenders.services.documents import OPEN_DOCUMENT, WORD
from tenders.services.legality import checked
from tenders.weight_policies import counting_on, policies_of, policy_of, themes_of

_NAME = Text(nl="verslag-duurzaamheid", en="report-sustainability")
_DECIDED = Text(nl="{who}, {day}, {where}", en="{who}, {day}, {where}")
_TEXTS = {"docx": (WORD, docx_bytes), "odt": (OPEN_DOCUMENT, odt_bytes)}
BOARD_FILES = (*_TEXTS, *WORKBOOK_FILES)


class File(NamedTuple):
    name: str
    content_type: str
    content: bytes


def board_file(
    *, organisation: Organisation, period: Period, kind: str, language: Language, at: datetime
) -> File:
    """`kind` is one of `BOARD_FILES`; `at` in local time, of the figures about drafts as well."""
    board = board_of(organisation, period, language=language, at=at)
    name = f"{_NAME.to(language)}-{period.start:%Y-%m-%d}-{period.end:%Y-%m-%d}.{kind}"
    if kind in WORKBOOK_FILES:
        content_type, write_workbook = WORKBOOK_FILES[kind]
        return File(name, content_type, write_workbook(board_workbook(board, language)))
    content_type, write_text = _TEXTS[kind]
    return File(name, content_type, write_text(board_document(board, language)))


def board_of(organisation: Organisation, period: Period, *, language: Language, at: datetime) -> Board:
    policies, today = policies_of(organisation), timezone.localtime(at).date()
    now = counting_on(policies, today)
    return Board(
        authority=organisation.name,
        period=period,
        made_at=timezone.localtime(at),
        least=policy_of(now).least,
        decided=_decided(now, Wording(language)),
        lots=tuple(_lots(organisation, period, policies)),
        deviations=tuple(_deviations(organisation, period, today)),
        drafts=_drafts(organisation, at),
    )


def _decided(row: WeightPolicy | None, say: Wording) -> str:
    if row is None:
        return ""
    return say(_DECIDED, who=row.decided_by, day=say.day(row.decided_on), where=row.reference)


def _lots(
    organisation: Organisation, period: Period, policies: Sequence[WeightPolicy]
) -> Iterator[PublishedLot]:
    for publication, day in _published(organisation, period):
        form, least = stored_form(publication), policy_of(counting_on(policies, day)).least
        themes = _themes(form, publication.tender)
        for lot in form.tender.lots:
            of_lot = themes.get(lot.code, {})
            yield PublishedLot(
                tender=publication.tender_id,
                reference=form.tender.reference,
                title=form.tender.title,
                lot=lot.code,
                published_on=day,
                weight=weight_of(lot, of_lot),
                least=least,
                themes={theme: weight_of(lot, of_lot, theme) for theme in _found(lot, of_lot)},
            )


def _published(organisation: Organisation, period: Period) -> Iterator[tuple[Publication, date]]:
    """The newest version of each tender first published in the period, with that day, oldest first."""
    found = Tender.objects.filter(organisation=organisation, publications__isnull=False)
    days = {
        tender: (newest, timezone.localtime(first).date())
        for tender, newest, first in found.annotate(
            newest=Max("publications__pk"), first=Min("publications__made_at")
        )
        .order_by("first", "pk")
        .values_list("pk", "newest", "first")
    }
    wanted = [each for each in days.values() if period.start <= each[1] <= period.end]
    rows: QuerySet[Publication] = Publication.objects.select_related("tender")
    by_key = rows.in_bulk([newest for newest, _day in wanted])
    for newest, day in wanted:
        yield by_key[newest], day


def _themes(form: Published, tender: Tender) -> Mapping[str, Mapping[str, Theme]]:
    """As published; of a publication from before the terms were part of it as the frozen rows say."""
    if form.terms is None:
        return themes_of(tender)
    return {
        lot: {
            code: theme
            for code, behind in terms.criteria.items()
            if (theme := theme_behind(behind.theme, behind.catalogue_code))
        }
        for lot, terms in form.terms.lots.items()
    }


def _found(lot: model.Lot, themes: Mapping[str, Theme]) -> set[Theme]:
    return {themes[leaf.code] for leaf in lot.leaves() if leaf.code in themes}


def _deviations(organisation: Organisation, period: Period, today: date) -> list[Entry]:
    asked = Asked(state=State.STANDS, order=Order.OLDEST)
    rows = reasons_of(organisation, asked).filter(
        given_at__date__gte=period.start, given_at__date__lte=period.end
    )
    return entries_of(deviations(rows, on=today))


def _drafts(organisation: Organisation, at: datetime) -> Drafts:
    """Each draft is checked as on its own page: the time grows with their number."""
    reports: list[Report] = []
    unreadable = 0
    drafts = Tender.objects.filter(organisation=organisation, publications=None)
    for tender in drafts.select_related("organisation").order_by("pk"):
        try:
            reports.append(checked(tender, at=at)[1])
        except UnreadableTender:
            unreadable += 1
    return Drafts(checked=len(reports), unreadable=unreadable, rules=tuple(_counted(reports)))


def _counted(reports: Iterable[Report]) -> Iterator[RuleCount]:
    """In the order of the rules; a rule that found nothing is left out."""
    rules: dict[str, Rule] = {}
    drafts: Counter[str] = Counter()
    found: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for report in reports:
        for judged in report.judged:
            if judged.open:
                rules[judged.rule.code] = judged.rule
                drafts[judged.rule.code] += 1
                found[judged.rule.code].update(finding.severity for finding in judged.open)
    for code in sorted(rules):
        yield RuleCount(
            code=code,
            title=rules[code].title,
            drafts=drafts[code],
            blocking=found[code][Severity.BLOCKING],
            motivate=found[code][Severity.MOTIVATE],
            advice=found[code][Severity.ADVICE],
        )

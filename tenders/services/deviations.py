"""The comply-or-explain register: every reason that a lawyer of an organisation gave, and what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from procurement.language import Text
from procurement.law import Citation
from procurement.organisations.models import Organisation
from tenders.lint.draft import Draft
from tenders.lint.place_words import place_words
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.models import LegalReason
from tenders.register_places import outlines
from tenders.reports.register import Entry


class State(StrEnum):
    STANDS = "stands"
    REPLACED = "replaced"  # by a later reason about the same finding
    TAKEN_BACK = "taken_back"


class Order(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    TENDER = "tender"
    RULE = "rule"


_STATES = {
    State.STANDS: Q(later_at=None),
    State.REPLACED: Q(later_at__isnull=False) & ~Q(later_text=""),
    State.TAKEN_BACK: Q(later_at__isnull=False, later_text=""),
}
_ORDERS = {
    Order.NEWEST: ("-given_at", "-pk"),
    Order.OLDEST: ("given_at", "pk"),
    Order.TENDER: ("tender__reference", "tender", "-given_at", "-pk"),
    Order.RULE: ("rule", "-given_at", "-pk"),
}


_RULES = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the register is wanted; None is everything. `tender` is a key."""

    rule: str | None = None
    year: int | None = None
    tender: int | None = None
    state: State | None = None
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One reason. `ended_at`: when it was replaced or taken back. `rule` is None for one no longer known."""

    row: LegalReason
    rule: Rule | None
    place: Text
    state: State
    ended_at: datetime | None

    @property
    def basis(self) -> tuple[Citation, ...]:
        return self.rule.basis if self.rule else ()

    @property
    def title(self) -> Text:
        return self.rule.title if self.rule else Text(nl=self.row.rule, en=self.row.rule)


def reasons_of(organisation: Organisation, asked: Asked) -> QuerySet[LegalReason]:
    """In the order that was asked, each with the moment and text of what came after it, if anything did."""
    rows = _with_what_followed(LegalReason.objects.filter(tender__organisation=organisation).exclude(text=""))
    wanted = {"rule": asked.rule, "given_at__year": asked.year, "tender": asked.tender}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    if asked.state is not None:
        rows = rows.filter(_STATES[asked.state])
    return rows.select_related("tender__organisation", "given_by").order_by(*_ORDERS[asked.order])


def _with_what_followed(rows: QuerySet[LegalReason]) -> QuerySet[LegalReason]:
    same = {name: OuterRef(name) for name in ("tender", "rule", "place", "quote")}
    later = LegalReason.objects.filter(pk__gt=OuterRef("pk"), **same).order_by("pk")
    return rows.annotate(
        later_at=Subquery(later.values("given_at")[:1]), later_text=Subquery(later.values("text")[:1])
    )


def deviations(rows: Iterable[LegalReason], *, on: date) -> list[Deviation]:
    """Rows of `reasons_of` in words, in a fixed number of queries."""
    given: Sequence[LegalReason] = list(rows)
    drafts = outlines((row.tender for row in given), on=on)
    return [_deviation(row, drafts) for row in given]


def _deviation(row: LegalReason, drafts: Mapping[int, Draft]) -> Deviation:
    later_at, later_text = row.later_at, row.later_text  # type: ignore[attr-defined]  # of `reasons_of`
    ended = State.REPLACED if later_text else State.TAKEN_BACK
    return Deviation(
        row=row,
        rule=_RULES.get(row.rule),
        place=place_words(row.place, drafts[row.tender_id]),
        state=State.STANDS if later_at is None else ended,
        ended_at=later_at,
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked of the register of one organisation."""

    rules: list[str]
    years: list[int]
    tenders: list[tuple[int, str]]


def choices_of(organisation: Organisation) -> Choices:
    rows = LegalReason.objects.filter(tender__organisation=organisation).exclude(text="")
    tenders = rows.order_by("tender__reference", "tender").values_list("tender", "tender__reference")
    return Choices(
        rules=list(rows.order_by("rule").values_list("rule", flat=True).distinct()),
        years=sorted({at.year for at in rows.datetimes("given_at", "year")}, reverse=True),
        tenders=list(tenders.distinct()),
    )


def entries_of(found: Iterable[Deviation]) -> list[Entry]:
    """As the reports print them."""
    return [_entry(each) for each in found]


def _entry(each: Deviation) -> Entry:
    row, author = each.row, each.row.given_by
    return Entry(
        tender=row.tender.reference,
        tender_title=row.tender.title,
        rule=row.rule,
        title=each.title,
        basis=each.basis,
        place=each.place,
        quote=row.quote,
        reason=row.text,
        given_by=(author.get_full_name() or author.get_username()) if author else "",
        given_on=timezone.localtime(row.given_at).date(),
        state=each.state.value,
        ended_on=timezone.localtime(each.ended_at).date() if each.ended_at else None,
    )

"""For the record of the opening: bids registered after the deadline, and bids on an earlier version."""

from collections.abc import Iterable, Iterator

from django.utils.timezone import localtime

from tenders.models import LateReplacement, Lot, VersionAnswer
from tenders.reports.opening_record.model import EarlierVersion, LateRegistration
from tenders.services.made_on import held_at_closing, on_an_earlier_version
from tenders.services.opened import Receipt
from tenders.services.record_course import named


def late_registrations_of(lot: Lot, receipts: Iterable[Receipt]) -> Iterator[LateRegistration]:
    """In the order of receipt."""
    rows = LateReplacement.objects.filter(later__lot=lot).select_related("earlier", "later", "signed_by")
    replaced = {row.later.receipt: row for row in rows.defer("earlier__content", "later__content")}
    for each in receipts:
        if not each.is_registered_late or each.received_at is None or each.registered_at is None:
            continue
        row = replaced.get(each.number)
        yield LateRegistration(
            receipt=each.number,
            bidder=each.supplier,
            received_at=localtime(each.received_at),
            at=localtime(each.registered_at),
            by=named(each.registered_by),
            replaces=row.earlier.receipt if row else "",
            signed_by=named(row.signed_by) if row else "",
            reason=row.reason if row else "",
        )


def earlier_versions_of(lot: Lot) -> Iterator[EarlierVersion]:
    """By code; also those that came too late or were never answered."""
    held = held_at_closing(lot)
    rows = on_an_earlier_version(lot).values_list("pk", "code", "supplier__name", "sealed__version")
    found = VersionAnswer.objects.filter(bid__lot=lot).select_related("made_by")
    answers = {answer.bid_id: answer for answer in found}
    for pk, code, bidder, made_on in sorted(rows, key=lambda each: (len(each[1]), each[1])):
        answer = answers.get(pk)
        yield EarlierVersion(
            code=code,
            bidder=bidder,
            made_on=made_on,
            held=held,
            is_confirmed=answer.is_confirmed if answer else None,
            confirmed_on=answer.confirmed_on if answer else None,
            by=named(answer.made_by) if answer else "",
            reason=answer.reason if answer else "",
        )

"""The evaluation workbook by its identity: which calculations it shows, and whether it still says so.

It exists only once a lot was calculated. Nothing of a file is ever taken over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from django.db.models import Max

from procurement.documents.workbook import Sheet, Workbook
from procurement.incoming import Limits, Table
from procurement.incoming.limits import MEGABYTE
from procurement.language import Language, language_named
from procurement.returned_sheets import Form, Identity, WrongSheet, check_identity, identity_of
from procurement.returned_sheets import issued as issued_form
from procurement.returned_sheets.sentences import STALE
from tenders.models import Evaluation, Tender
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.compared import Compared, compared
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.services.editions import calculated, edition_of

KIND = "evaluation-workbook"

LIMITS = Limits(
    entry_bytes=80 * MEGABYTE,
    total_bytes=100 * MEGABYTE,
    xml_elements=1_000_000,
    cells=300_000,
    cpu_seconds=20,
    wall_seconds=60,
)
"""Wider than for other files: 200 bids under 60 criteria with three assessors are 192,819 cells in 46.6 MB of
OpenDocument. The file itself is no larger than any other."""

_VERSION = re.compile(r"(?P<publication>[0-9]{1,5})/(?P<lots>[0-9]{1,9}:[0-9]{1,5}(,[0-9]{1,9}:[0-9]{1,5})*)")


@dataclass(frozen=True, slots=True)
class OfLot:
    """Which calculation of a lot a file shows: 0 where it has none. `newest` is that of today."""

    lot: str
    number: int
    newest: int


@dataclass(frozen=True, slots=True)
class RecordedComparison:
    """`publication` and `newest_publication` are versions of the criteria."""

    publication: int
    newest_publication: int
    lots: tuple[OfLot, ...]
    cells: Compared

    @property
    def is_newest(self) -> bool:
        return self.publication == self.newest_publication and all(
            each.number == each.newest for each in self.lots
        )


def issued(
    tender: Tender, edition: Edition, assessments: Sequence[Assessment], annexes: Sequence[Sheet], key: bytes
) -> Workbook:
    """What goes out, with the properties of the calculation and its identity in a hidden sheet."""
    made = scoring_workbook(edition, assessments, annexes)
    identity = _identity(tender, edition, _version(_newest_publication(tender), assessments), assessments)
    form = Form(identity, (), lambda _answers: made)
    return replace(issued_form(form, {}, key), properties=made.properties)


def compared_with_recorded(tender: Tender, table: Table, key: bytes) -> RecordedComparison:
    """The file beside the calculations that it shows, which may be earlier ones.

    Raises `WrongSheet` for another kind of workbook, for that of another tender, and for one of calculations
    that are not there.
    """
    said = identity_of(table, key)
    check_identity(replace(said, version="", digest="", language="nl"), _of_tender(tender))
    publication, numbers = _numbers(said.version)
    edition = _edition(tender, publication, language_named(said.language))
    assessments = _assessments(tender, numbers)
    check_identity(said, _identity(tender, edition, said.version, assessments))
    return RecordedComparison(
        publication=publication,
        newest_publication=_newest_publication(tender),
        lots=tuple(
            OfLot(str(lot), numbers.get(lot, 0), newest) for lot, newest in _newest_numbers(tender).items()
        ),
        cells=compared(edition, assessments, table),
    )


def _of_tender(tender: Tender) -> Identity:
    """Two tenders of an organisation may have the same reference, so the seat is the row."""
    organisation, seat = str(tender.organisation_id), str(tender.pk)
    return Identity(kind=KIND, organisation=organisation, tender=tender.reference, seat=seat)


def _identity(tender: Tender, edition: Edition, version: str, assessments: Sequence[Assessment]) -> Identity:
    """The digest is of the criteria and the calculations, not of the cells: those are compared one by one."""
    digests = (edition.digest, *(each.digest for each in assessments))
    return replace(
        _of_tender(tender),
        version=version,
        language=edition.language,
        digest=sha256("".join(f"{each}\n" for each in digests).encode()).hexdigest(),
    )


def _version(publication: int, assessments: Sequence[Assessment]) -> str:
    """ "2/1:3,2:1": version 2 of the criteria, calculation 3 of lot 1 and calculation 1 of lot 2."""
    return f"{publication}/{','.join(f'{each.lot.code}:{each.number}' for each in assessments)}"


def _numbers(version: str) -> tuple[int, dict[int, int]]:
    """The version of the criteria, and by the number of a lot that of its calculation."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise WrongSheet(STALE)
    pairs = (each.split(":") for each in match["lots"].split(","))
    return int(match["publication"]), {int(lot): int(number) for lot, number in pairs}


def _edition(tender: Tender, version: int, language: Language) -> Edition:
    publication = tender.publications.filter(version=version).first()
    if publication is None:
        raise WrongSheet(STALE)
    return edition_of(tender, language=language, publication=publication)


def _assessments(tender: Tender, numbers: Mapping[int, int]) -> tuple[Assessment, ...]:
    rows = Evaluation.objects.filter(lot__tender=tender).select_related("lot").prefetch_related("lot__draws")
    return tuple(
        calculated(row) for row in rows.order_by("lot__number") if numbers.get(row.lot.number) == row.number
    )


def _newest_publication(tender: Tender) -> int:
    """0 for a draft."""
    return tender.publications.aggregate(newest=Max("version"))["newest"] or 0


def _newest_numbers(tender: Tender) -> dict[int, int]:
    """By the number of a lot, that of its newest calculation."""
    found = Evaluation.objects.filter(lot__tender=tender).values_list("lot__number")
    return dict(found.annotate(newest=Max("number")).order_by("lot__number"))

"""Describing a piece of evidence in the register. What locked scores or a ranking rest on stays as it was."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from procurement.audit.log import record, state_digest
from procurement.language import Text
from tenders.models import Bid, Evidence, Supplier
from tenders.procedure.phases import DECIDED, Phase
from tenders.services.phases import Refused

LOCKED = (Phase.PRICE_OPENING, Phase.EVALUATION, Phase.VERIFICATION, *DECIDED)

_FROZEN = Text(
    nl="De scores of de rangorde van {lots} rusten op dit bewijsmiddel. Het blijft zoals het was. Leg een "
    "vernieuwd stuk als nieuw bewijsmiddel vast. Een controle kan altijd.",
    en="The scores or the ranking of {lots} rest on this piece of evidence. It stays as it was. Record a "
    "renewed document as new evidence. A check is always possible.",
)
_CHANGED = Text(
    nl="Niet bewaard: iemand anders heeft dit bewijsmiddel intussen gewijzigd. Lees het eerst opnieuw.",
    en="Not saved: somebody else changed this piece of evidence meanwhile. Read it again first.",
)
_ORDER = Text(
    nl="‘Geldig tot en met’ ligt vóór ‘geldig vanaf’. Controleer beide data.",
    en="‘Valid until’ lies before ‘valid from’. Check both dates.",
)
_EQUAL_TO_WHAT = Text(
    nl="Schrijf waaraan dit bewijs gelijkwaardig is, of laat ‘treedt in de plaats van’ leeg.",
    en="Write what this evidence is equivalent to, or leave ‘stands in for’ empty.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """All that the register says about a piece of evidence, but for whether somebody checked it."""

    kind: str
    title: str
    number: str = ""
    body: str = ""
    accredited: bool = False
    accreditor: str = ""
    accreditation: str = ""
    standard: str = ""
    standard_version: str = ""
    scope: str = ""
    covers_performance: bool = False
    products: tuple[str, ...] = ()
    value: str = ""  # a canonical number, or empty
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    replaces: str = ""
    equivalent_of: str = ""
    equivalence: str = ""


NAMES = tuple(field.name for field in fields(Described))


def version_of(evidence: Evidence) -> str:
    """Of what is described now; a page sends it back with what was filled in."""
    return state_digest(_told(evidence))


def lots_resting_on(evidence: Evidence) -> list[Bid]:
    """The bids, one of each lot, whose scores are locked or were ranked with this piece of evidence."""
    bids = Bid.objects.filter(evidence=evidence).filter(_is_ranked()).select_related("lot__tender")
    return list(
        {bid.lot_id: bid for bid in bids.order_by("lot__tender__reference", "lot__number", "code")}.values()
    )


def _is_ranked() -> Q:
    return Q(lot__evaluations__isnull=False) | Q(lot__procedure__phase__in=LOCKED)


def rested_on() -> Exists:
    """For a list of evidence: whether a piece is frozen."""
    return Exists(Bid.objects.filter(evidence=OuterRef("pk")).filter(_is_ranked()))


def why_frozen(evidence: Evidence) -> Text | None:
    """Why the description cannot change any more; None when it can."""
    bids = lots_resting_on(evidence)
    return _FROZEN.format(lots=_named(bids)) if bids else None


def _named(bids: Iterable[Bid]) -> str:
    return ", ".join(f"{bid.lot.tender.reference} / {bid.lot.number}" for bid in bids)


@transaction.atomic
def register_evidence(*, supplier: Supplier, described: Described, at: datetime, actor: User) -> Evidence:
    """A new piece, which nobody has checked yet. Raises `Refused`."""
    _require_sound(described)
    row = Evidence.objects.create(supplier=supplier, **_columns(described))
    _recorded("evidence.registered", row, before="", at=at, actor=actor)
    return row


@transaction.atomic
def revise_evidence(
    *, evidence: Evidence, described: Described, seen: str, at: datetime, actor: User
) -> Evidence:
    """Another description; the earlier one stays in the log, and the new one has to be checked again.

    Raises `Refused` when the piece is frozen or `seen` is not the version that is kept.
    """
    row = Evidence.objects.select_for_update().select_related("supplier__organisation").get(pk=evidence.pk)
    frozen = why_frozen(row)
    if frozen is not None:
        raise Refused([frozen])
    if seen != version_of(row):
        raise Refused([_CHANGED])
    _require_sound(described)
    before = _told(row)
    if before == _told(described):
        return row
    for name, value in _columns(described).items():
        setattr(row, name, value)
    row.checked_on = None
    row.save(update_fields=[*NAMES, "checked_on"])
    _recorded("evidence.revised", row, before=before, at=at, actor=actor)
    return row


def _require_sound(described: Described) -> None:
    starts, ends = described.valid_from, described.valid_until
    found = (
        (starts is not None and ends is not None and ends < starts, _ORDER),
        (bool(described.replaces) and not described.equivalent_of.strip(), _EQUAL_TO_WHAT),
    )
    reasons = [reason for is_so, reason in found if is_so]
    if reasons:
        raise Refused(reasons)


def _columns(described: Described) -> dict[str, Any]:
    return {**asdict(described), "products": list(described.products)}


def _told(described: Described | Evidence) -> dict[str, Any]:
    told = {name: getattr(described, name) for name in NAMES}
    days = {name: day.isoformat() if (day := told[name]) else None for name in ("valid_from", "valid_until")}
    return {**told, **days, "products": list(told["products"])}


def _recorded(action: str, row: Evidence, *, before: dict[str, Any] | str, at: datetime, actor: User) -> None:
    record(
        organisation=row.supplier.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=subject_of(row),
        details={"row": row.pk},
        before=before,
        after=_told(row),
    )


def subject_of(evidence: Evidence) -> str:
    """How the log names a piece of evidence; at most 200 characters."""
    return f"{evidence.supplier.name[:90]} / {evidence.title}"[:200]

"""The register of evidence that goes out as a workbook to fill in, and what comes back of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import override

from procurement.audit.log import record
from procurement.language import Language
from procurement.organisations.models import Organisation
from procurement.returned_sheets import Answer, Answers, Form, Identity, packed, written
from tenders.models import Evidence, EvidenceCheck
from tenders.services.evidence import NAMES, Described, rested_on, revise_evidence, version_of
from tenders.services.evidence_checks import Finding, record_check
from tenders.workbooks import evidence as sheet

LONGEST = {sheet.NUMBER: 100, sheet.BODY: 200, sheet.SCOPE: 10_000, sheet.REMARK: 10_000}  # characters


class RegisterIsStale(Exception):
    """The register changed since the list of differences was shown; nothing was saved."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row of the register with its newest check. `is_frozen`: scores or a ranking rest on it."""

    row: Evidence
    check: EvidenceCheck | None
    is_frozen: bool

    def stored(self) -> dict[str, Answer]:
        row, check = self.row, self.check
        return {
            sheet.NUMBER: written(row.number),
            sheet.BODY: written(row.body),
            sheet.SCOPE: written(row.scope),
            sheet.FROM: row.valid_from,
            sheet.UNTIL: row.valid_until,
            sheet.OUTCOME: str(EvidenceCheck.Outcome(check.outcome).label) if check else None,
            sheet.WAY: str(EvidenceCheck.Way(check.way).label) if check else None,
            sheet.ON: check.checked_on if check else None,
            sheet.REMARK: written(check.remark) if check else None,
        }

    def on_sheet(self) -> sheet.Piece:
        told = self.stored()
        return sheet.Piece(
            number=self.row.pk,
            supplier=self.row.supplier.name,
            kind=self.row.get_kind_display(),
            title=self.row.title,
            fixed={name: told[name] for name in sheet.DESCRIBED} if self.is_frozen else None,
        )


def register_sheet(organisation: Organisation, *, language: Language, at: datetime) -> Form:
    """Every piece of the organisation, as the register is now."""
    with override(language):
        register = sheet.Register(
            authority=organisation.name,
            pieces=tuple(piece.on_sheet() for piece in _pieces(organisation)),
            outcomes=tuple(str(label) for label in EvidenceCheck.Outcome.labels),
            ways=tuple(str(label) for label in EvidenceCheck.Way.labels),
            longest=LONGEST,
            made_at=at,
        )
    identity = Identity(
        kind=sheet.KIND, organisation=str(organisation.pk), tender="–", language=language
    )  # of no tender
    return sheet.register_form(register, identity)


def stored_register(organisation: Organisation, language: Language) -> Answers:
    """What stands in the blanks now, with the words of `language` for the choices."""
    with override(language):
        return {
            piece.on_sheet().key(name): value
            for piece in _pieces(organisation)
            for name, value in piece.stored().items()
            if name in sheet.open_fields(piece.on_sheet())
        }


@transaction.atomic
def take_over_register(
    *,
    organisation: Organisation,
    language: Language,
    answers: Answers,
    before: Answers,
    at: datetime,
    actor: User,
) -> int:
    """Revise every piece that the sheet has otherwise than `before` and add its check, all or none.

    Gives how many pieces changed. Raises `RegisterIsStale` when `before` is no longer what is kept, and
    `Refused` as the pages of one piece do.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)  # one file at a time
    stored = stored_register(organisation, language)
    if stored != before or stored.keys() != answers.keys():
        raise RegisterIsStale
    changed = {key for key, answer in answers.items() if answer != stored[key]}
    pieces = [each for each in _pieces(organisation) if _keys(each) & changed]
    for piece in pieces:
        given = {name: answers[f"{piece.row.pk}/{name}"] for name in sheet.open_fields(piece.on_sheet())}
        _save(piece, given, {key.partition("/")[2] for key in _keys(piece) & changed}, at, actor, language)
    if pieces:
        record(
            organisation=organisation,
            at=at,
            actor=actor,
            action="evidence.sheet_taken_over",
            subject=organisation.name[:200],
            details={"pieces": [piece.row.pk for piece in pieces], "cells": len(changed)},
            before=packed({key: stored[key] for key in sorted(changed)}),
            after=packed({key: answers[key] for key in sorted(changed)}),
        )
    return len(pieces)


def _save(
    piece: _Piece,
    given: Mapping[str, Answer],
    changed: set[str],
    at: datetime,
    actor: User,
    language: Language,
) -> None:
    if changed & set(sheet.DESCRIBED):
        revise_evidence(
            evidence=piece.row,
            described=_described(piece.row, given, changed),
            seen=version_of(piece.row),
            at=at,
            actor=actor,
        )
    if changed & set(sheet.CHECKED):
        record_check(evidence=piece.row, finding=_finding(given, language), at=at, actor=actor)


def _described(row: Evidence, given: Mapping[str, Answer], changed: set[str]) -> Described:
    now = Described(**{name: getattr(row, name) for name in NAMES})
    new = {name: given[name] for name in changed & set(sheet.DESCRIBED)}
    days = {name: value for name, value in new.items() if name in (sheet.FROM, sheet.UNTIL)}
    texts = {name: value or "" for name, value in new.items() if name not in days}
    return replace(now, products=tuple(now.products), **days, **texts)  # type: ignore[arg-type]


def _finding(given: Mapping[str, Answer], language: Language) -> Finding:
    with override(language):
        outcomes = {str(label): str(code) for code, label in EvidenceCheck.Outcome.choices}
        ways = {str(label): str(code) for code, label in EvidenceCheck.Way.choices}
    on = given[sheet.ON]
    assert isinstance(on, date)
    return Finding(
        outcome=outcomes[str(given[sheet.OUTCOME])],
        way=ways[str(given[sheet.WAY])],
        remark=str(given[sheet.REMARK]),
        on=on,
    )


def _pieces(organisation: Organisation) -> Sequence[_Piece]:
    rows = (
        Evidence.objects.filter(supplier__organisation=organisation)
        .select_related("supplier__organisation")
        .annotate(is_frozen=rested_on())
        .prefetch_related("checks")
        .order_by("pk")
    )
    return [
        _Piece(row, max(row.checks.all(), key=lambda each: each.pk, default=None), row.is_frozen)
        for row in rows
    ]


def _keys(piece: _Piece) -> set[str]:
    on_sheet = piece.on_sheet()
    return {on_sheet.key(name) for name in sheet.open_fields(on_sheet)}

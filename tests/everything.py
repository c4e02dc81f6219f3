"""One row of everything, and every address of the site that leads to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from clauses.models import Clause, ClauseProposal, ClauseVersion, ContractDraft
from clauses.services import start_draft
from procurement.organisations.models import Membership, Organisation, Role
from tenders.models import (
    AwardDecision,
    Bid,
    Clarification,
    Criterion,
    Draw,
    Evaluation,
    Evidence,
    Lot,
    Publication,
    Requirement,
    Scale,
    Supplier,
    Tender,
)
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.clauses import own_texts

MODELS: tuple[type[models.Model], ...] = (
    AwardDecision, Bid, Clause, ClauseVersion, ContractDraft, Criterion, Draw, Evaluation, Evidence,
    Group, Lot, Membership, Organisation, Publication, Requirement, Scale, Supplier, Tender, User,
)  # fmt: skip


# By the start of the route; the longer one first.
OF_CLAUSES: dict[str, type[models.Model]] = {
    "clausules/voorstellen/": ClauseProposal,
    "clausules/": Clause,
    "contracts/": ContractDraft,
}


@dataclass(frozen=True, slots=True)
class Address:
    """`name` as `reverse` takes it; `route` shows which arguments it needs."""

    name: str
    route: str


def named_addresses() -> list[Address]:
    """Every address of the site that has a name."""
    return sorted(_named(get_resolver().url_patterns, "", ""), key=lambda each: each.name)


def _named(patterns: list[URLPattern | URLResolver], space: str, prefix: str) -> Iterator[Address]:
    for each in patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _named(each.url_patterns, inner, route)
        elif each.name:
            yield Address(space + each.name, route)


def one_of_everything() -> None:
    """A published, evaluated and drawn lot of Amaranth, with a row of each model beside it."""
    lot, officer = cast.lot_with_bids(), cast.person(Role.OFFICER)
    bid = lot.bids.get(code="A")
    Evidence.objects.create(supplier=bid.supplier, kind="iso_14001", title="Certificaat")
    Scale.objects.create(organisation=cast.organisation(), title="Vier niveaus")
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    Draw.objects.create(lot=lot, order=["A", "B"], held_by="Notaris", held_at=cast.NOW)
    Clarification.objects.create(
        tender=lot.tender, number=1, opened_at=cast.NOW, opened_by=officer, published_at=cast.NOW
    )
    _decided_elsewhere(officer)
    call_command("load_clauses", verbosity=0)
    start_draft(
        organisation=cast.organisation(), title="Overeenkomst", reference="T-1", language="nl",
        answers={"subject": ["software"]}, at=cast.NOW, actor=officer,
    )  # fmt: skip
    own_texts.submitted()


def _decided_elsewhere(officer: User) -> None:
    """A decision about the lot of another tender: a decided lot can no longer change."""
    lot = cast.lot_with_bids(cast.tender(reference="T-2"))
    cast.published(lot.tender, Phase.EVALUATION)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    AwardDecision.objects.create(
        lot=lot, evaluation=evaluation, winner="A", decided_at=cast.NOW, made_by=officer
    )


def path_to(address: Address) -> str:
    """Where the address leads for the row of everything, `one_of_everything()` having been made."""
    if address.name.startswith("admin:"):
        return reverse(address.name, args=_admin_arguments(address))
    row = _row_of(address.route)
    known = {
        "pk": row.objects.earliest("pk").pk,
        "code": "A",
        "topic": "bidders",
        "name": "gunningscriteria.docx",
        "kind": "docx",
        "against": "bibliotheek",
        "number": 1,
        "version": 1,
        "deviation": 1,
        "citation": "aw2012:2.80",
        "file": 1,
        "token": "x",
    }
    return reverse(
        address.name, kwargs={name: value for name, value in known.items() if f":{name}>" in address.route}
    )


def _row_of(route: str) -> type[models.Model]:
    if route.startswith("bewijs/"):
        return Evidence
    for start, row in OF_CLAUSES.items():
        if route.startswith(start):
            return row
    return Lot if route.startswith(("percelen/", "jury/")) else Tender


def _admin_arguments(address: Address) -> list[object]:
    if "<" not in address.route and "(?P" not in address.route:
        return []
    if "(?P<app_label>" in address.route:
        return ["tenders"]
    if "content_type_id" in address.route:
        return [1, 1]
    if "(?P<url>" in address.route:
        return ["onbekend"]
    return [
        next(row.objects.earliest("pk").pk for row in MODELS if f"/{row._meta.model_name}/" in address.route)
    ]

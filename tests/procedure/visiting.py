"""Every address of the site for the tender of the journey, and what somebody gets there."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse

from clauses.models import ContractDraft
from tenders.assessment.order import token_of
from tenders.models import Assessor, Lot, SealedFile, Tender
from tests.everything import Address, named_addresses

BIDS = ("A", "B", "C")
KINDS = ("docx", "odt")
DOCUMENTS = (
    "gunningscriteria.docx", "gunningscriteria.odt", "gunningsadvies.docx", "gunningsadvies.odt",
    "overeenkomst.docx", "overeenkomst.odt", "beoordeling.xlsx", "momentopname-perceel-1.json",
)  # fmt: skip
PUBLISHED = ("gunningscriteria.docx", "overeenkomst.docx", "nota-van-inlichtingen-1.docx")
RECORDS = ("proces-verbaal-gunning", "proces-verbaal-opening", "mededeling-beeindiging")
CODES = {"jury_scores": ("K",), "jury_save": ("K",)}
NAMES = {"document": DOCUMENTS, "published_document": PUBLISHED, "record": RECORDS}
# What stands behind the address asks for another page.
QUERIES = {
    "bids": ("?language=en",),
    "consensus": ("?criterion={criterion}",),
    "consensus_record": ("?exemplaar=secretaris", "?language=en"),
    "log": ("?tender={tender}", "?page=2"),
    "procedure": ("?lot={lot}",),
    "scores": ("?criterion={criterion}",),
}


def pages() -> list[Address]:
    """Every address outside the admin."""
    return [each for each in named_addresses() if not each.name.startswith("admin:")]


def paths_to(address: Address, user: User | None) -> Iterator[str]:
    """All that this address can lead to in the tender of the journey, for this person; one at least."""
    if not address.name.startswith(("tenders:", "clauses:")):
        yield reverse(address.name)
        return
    page = address.name.partition(":")[2]
    values = {
        name: found
        for name, found in _values(page, address.route, user).items()
        if f":{name}>" in address.route
    }
    for given in product(*values.values()):
        yield reverse(address.name, kwargs=dict(zip(values, given, strict=True)))


def queried(address: Address, path: str) -> Iterator[str]:
    """The path with what can be asked for behind it."""
    lot = Lot.objects.earliest("pk")
    known = {"lot": lot.pk, "tender": lot.tender_id, "criterion": lot.criteria.get(code="K").pk}
    for query in QUERIES.get(address.name.partition(":")[2], ()):
        yield path + query.format(**known)


def _values(page: str, route: str, user: User | None) -> Mapping[str, tuple[object, ...]]:
    return {
        "pk": (_row_of(route),),
        "code": CODES.get(page, BIDS),
        "file": tuple(SealedFile.objects.order_by("pk").values_list("pk", flat=True)) or (1,),
        "kind": KINDS,
        "name": NAMES.get(page, ()),
        "number": (1,),
        "version": (1,),
        "token": _tokens(page, user),
    }


def _row_of(route: str) -> int:
    if route.startswith("contracts/"):
        return ContractDraft.objects.earliest("pk").pk
    return (Lot if route.startswith(("percelen/", "jury/")) else Tender).objects.earliest("pk").pk


def _tokens(page: str, user: User | None) -> tuple[str, ...]:
    """Of the seat of this person, or of the first one, as if somebody had passed them on."""
    seats = Assessor.objects.order_by("pk")
    seat = seats.filter(user=user).first() or seats.first()
    if seat is None:
        return ("unknown",)
    if page == "jury_file":
        keys = SealedFile.objects.order_by("pk").values_list("pk", flat=True)
        return tuple(token_of(seat.seed, key, "file") for key in keys)
    return tuple(token_of(seat.seed, bid.pk) for bid in seat.lot.bids.order_by("code")) or ("unknown",)


class Visitor(RequestFactory):
    """Somebody with a browser. Quicker than a `Client`: no copy is kept of what templates were given."""

    def __init__(self, user: User | None) -> None:
        super().__init__()
        self.user = user
        if user is not None:
            client = Client()
            client.force_login(user)
            self.cookies = client.cookies

    def request(self, **request: Any) -> HttpResponseBase:
        """The answer; whatever the request changed is undone."""
        with transaction.atomic():
            answer = ClientHandler(enforce_csrf_checks=False)(self._base_environ(**request))
            transaction.set_rollback(True)
        return answer

    def ask(self, method: str, path: str) -> int:
        """The status, for a POST with a field that means nothing."""
        answer = self.post(path, {"x": "1"}) if method == "post" else self.get(path)
        return answer.status_code


def bytes_of(answer: HttpResponseBase) -> bytes:
    """Head and body, as they go over the line."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.items()).encode()
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return head + b"\n" + body

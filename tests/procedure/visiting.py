"""Every address of the site for the tender of the journey, and what somebody gets there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Self

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse

from clauses.models import Clause, ClauseDeviation, ClauseProposal, ContractDraft
from tenders.assessment.order import token_of
from tenders.models import Assessor, Evidence, EvidenceFile, Lot, SealedFile
from tests.everything import Address, named_addresses

BIDS = ("A", "B", "C")
KINDS = ("docx", "odt")
DOCUMENTS = (
    "gunningscriteria.docx", "gunningscriteria.odt", "gunningsadvies.docx", "gunningsadvies.odt",
    "overeenkomst.docx", "overeenkomst.odt", "beoordeling.xlsx", "beoordeling.ods",
    "momentopname-perceel-1.json",
)  # fmt: skip
PUBLISHED = ("gunningscriteria.docx", "overeenkomst.docx", "nota-van-inlichtingen-1.docx")
RECORDS = ("proces-verbaal-gunning", "proces-verbaal-opening", "mededeling-beeindiging")
CODES = {"jury_scores": ("K",), "jury_save": ("K",), "legal_rule": ("L08",)}
NAMES = {"document": DOCUMENTS, "published_document": PUBLISHED, "record": RECORDS}
# What stands behind the address asks for another page.
QUERIES = {
    "agreements_excel": ("?file=ods",),
    "bids": ("?language=en",),
    "consensus": ("?criterion=K",),
    "consensus_record": ("?exemplaar=secretaris", "?language=en"),
    "cost_workbook": ("?file=ods",),
    "deviations_workbook": ("?file=ods",),
    "evidence_workbook": ("?file=ods",),
    "log": ("?tender={tender}", "?page=2"),
    "procedure": ("?lot={lot}",),
    "scores": ("?criterion=K",),
}


def pages() -> list[Address]:
    """Every address outside the admin."""
    return [each for each in named_addresses() if not each.name.startswith("admin:")]


@dataclass(frozen=True, slots=True)
class Known:
    """The keys that addresses are made of, read once for each person at a stop."""

    lot: Lot
    draft: int
    deviation: int
    proposal: int
    clause: int
    evidence: int
    evidence_file: int
    files: tuple[int, ...]
    bids_unnamed: tuple[str, ...]
    files_unnamed: tuple[str, ...]

    @classmethod
    def at_this_stop(cls, user: User | None) -> Self:
        """Tokens are of the seat of this person, or of the first one, as if somebody had passed them on."""
        files = tuple(SealedFile.objects.order_by("pk").values_list("pk", flat=True))
        seats = Assessor.objects.order_by("pk")
        seat = seats.filter(user=user).first() or seats.first()
        bids = seat.lot.bids.order_by("code") if seat else ()
        return cls(
            lot=Lot.objects.earliest("pk"),
            draft=ContractDraft.objects.earliest("pk").pk,
            deviation=ClauseDeviation.objects.earliest("pk").pk,
            proposal=ClauseProposal.objects.latest("pk").pk,
            clause=Clause.objects.latest("pk").pk,
            evidence=Evidence.objects.earliest("pk").pk,
            evidence_file=EvidenceFile.objects.earliest("pk").pk,
            files=files or (1,),
            bids_unnamed=tuple(token_of(seat.seed, bid.pk) for bid in bids if seat) or ("unknown",),
            files_unnamed=tuple(token_of(seat.seed, key, "file") for key in files if seat) or ("unknown",),
        )

    def values(self, page: str, route: str) -> Mapping[str, tuple[object, ...]]:
        return {
            "pk": (self._row_of(route),),
            "code": CODES.get(page, BIDS),
            "topic": ("bidders",),
            "file": (self.evidence_file,) if page == "evidence_file" else self.files,
            "kind": KINDS,
            "name": NAMES.get(page, ()),
            "number": (1,),
            "version": (1,),
            "deviation": (self.deviation,),
            "citation": ("aw2012:2.80",),
            "against": ("bibliotheek",),
            "token": self.files_unnamed if page == "jury_file" else self.bids_unnamed,
        }

    def _row_of(self, route: str) -> int:
        if route.startswith("clausules/voorstellen/"):
            return self.proposal
        if route.startswith("clausules/"):
            return self.clause
        if route.startswith("contracts/"):
            return self.draft
        if route.startswith(("huisstijl/", "bewijs/invullen/")):
            return self.lot.tender.organisation_id
        if route.startswith("bewijs/"):
            return self.evidence
        return self.lot.pk if route.startswith(("percelen/", "jury/")) else self.lot.tender_id


def paths_to(address: Address, user: User | None, known: Known | None = None) -> Iterator[str]:
    """All that this address can lead to in the tender of the journey, for this person; one at least."""
    if not address.name.startswith(("tenders:", "clauses:")):
        yield reverse(address.name)
        return
    page, known = address.name.partition(":")[2], known or Known.at_this_stop(user)
    values = {
        name: found
        for name, found in known.values(page, address.route).items()
        if f":{name}>" in address.route
    }
    for given in product(*values.values()):
        yield reverse(address.name, kwargs=dict(zip(values, given, strict=True)))


def queried(address: Address, path: str, lot: Lot) -> Iterator[str]:
    """The path with what can be asked for behind it."""
    for query in QUERIES.get(address.name.partition(":")[2], ()):
        yield path + query.format(lot=lot.pk, tender=lot.tender_id)


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
            self.left = self.watched()
            transaction.set_rollback(True)
        return answer

    def watched(self) -> object:
        """What to keep of the rows before they are put back as they were."""
        return None

    def ask(self, method: str, path: str) -> int:
        """The status, for a POST with a field that means nothing."""
        answer = self.post(path, {"x": "1"}) if method == "post" else self.get(path)
        return answer.status_code


def bytes_of(answer: HttpResponseBase) -> tuple[bytes, bytes]:
    """Head with its cookies, and body: apart, so that a packed body is known by how it begins."""
    lines = [*(f"{name}: {value}" for name, value in answer.items()), answer.cookies.output()]
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return "\n".join(lines).encode(), body

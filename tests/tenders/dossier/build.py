"""A small dossier, made without a database: a publication, a ranking, an award and the steps between them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from procurement.audit.chain import GENESIS, Content, Link, linked
from procurement.audit.lines import text_of, withheld
from tenders.dossier.manifest import EVENTS, LOG, PHASES, About, File, canonical, seal_of
from tenders.dossier.writing import dossier_bytes
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import canonical as canonical_tender
from tenders.scoring.files import from_toml
from tests.tree import ROOT

TENDER = from_toml((ROOT / "docs/examples/lowest-price.toml").read_text(encoding="utf-8"))
LOT = TENDER.lots[0]
SUBJECT = f"T-1 / {LOT.code}"
EVALUATED = canonical_tender(TENDER)
PUBLISHED = canonical_tender(replace(TENDER, lots=(replace(LOT, bids=()),)))
RESULT = evaluate(LOT)
RANKING = [[each.rank, each.bid.code, str(each.total)] for each in RESULT.ranking]
STEP = {"from": "preparation", "to": "legal_check", "reason": "", "people": [7]}
Happened = tuple[str, str, Mapping[str, Any]]
AT = "2026-11-02T09:30:00.000000+00:00"


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def winner() -> str:
    assert RESULT.winner is not None
    return RESULT.winner.bid.code


def files() -> list[File]:
    step = {"transition": "ask-legal-check", "subject": SUBJECT, "at": AT, **STEP}
    return [
        File("publications/1.json", "publication", PUBLISHED),
        File("evaluations/lot-1/1.json", "evaluation", EVALUATED),
        File("documents/gunningscriteria.docx", "document", b"PK criteria"),
        File(PHASES, "record", canonical([step])),
        File("records/scores.json", "record", canonical([{"bid": "A", "value": "goed"}])),
    ]


def happened() -> list[Happened]:
    """The second and the fourth are about something else."""
    return [
        ("procedure.ask-legal-check", SUBJECT, STEP),
        ("tender.published", "T-2", {"version": 1, "sha256": "0" * 64}),
        ("tender.published", "T-1", {"sha256": sha(PUBLISHED), "documents": {"a": sha(b"PK criteria")}}),
        ("supplier.added", "Groen BV", {}),
        ("lot.evaluated", SUBJECT, {"number": 1, "sha256": sha(EVALUATED), "ranking": RANKING}),
        ("lot.awarded", SUBJECT, {"number": 1, "sha256": sha(EVALUATED), "winner": winner()}),
    ]


def chain(events: Sequence[Happened], last: str = GENESIS) -> list[Link]:
    links: list[Link] = []
    for sequence, (action, subject, details) in enumerate(events, 1):
        text = json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        content = Content(sequence=sequence, at=AT, actor="7", action=action, subject=subject, details=text)
        links.append(linked(content, links[-1].hash if links else last))
    return links


def sealed(contents: Sequence[File], events: Sequence[Happened]) -> str:
    told = [number for number, (_action, subject, _told) in enumerate(events, 1) if "T-1" in subject]
    return seal_of(contents, told)


def dossier(
    contents: Sequence[File] | None = None,
    events: Sequence[Happened] | None = None,
    *,
    seal: str = "",
    hidden: str = "",
) -> bytes:
    """As the site writes it: the last event seals the files, and foreign events are withheld.

    `hidden`: an action of this tender that is withheld all the same.
    """
    contents = files() if contents is None else contents
    told = [*(happened() if events is None else events)]
    written = {"seal": seal or sealed(contents, told), "organisation": "Ministerie", "title": "Laptops"}
    links = chain([*told, ("dossier.written", "T-1", written)])
    shown = [
        link if "T-1" in _text(link) and (not hidden or _action(link) != hidden) else withheld(link)
        for link in links
    ]
    head = f"{len(links)}:{links[-1].hash}"
    about = About(organisation="Ministerie", tender="T-1", title="Laptops", made_at=AT, head=head)
    return dossier_bytes(about, [*contents, File(EVENTS, LOG, text_of(shown).encode())])


def _text(link: Link) -> str:
    assert link.content is not None
    return link.content.subject


def _action(link: Link) -> str:
    assert link.content is not None
    return link.content.action

"""The canonical form of a publication: one JSON text whose SHA-256 is printed in the documents.

It is a tender file (docs/score.md) with one more table, `publication`, that scoring passes over. As in
that file, what is at its default is left out, numbers are canonical text and moments are in UTC.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from procurement.numbers import plain
from tenders.lifecycle.plan import plan_as_data
from tenders.lifecycle.statement import figure_as_data
from tenders.lint.files import topic_data
from tenders.publication.model import CriterionTerms, LotTerms, Published, RequirementTerms, Terms
from tenders.publication.reading import read_terms
from tenders.scorecard.stored import rules_data
from tenders.scoring.files import from_json, to_data

Data = dict[str, Any]

TABLE = "publication"


def canonical(published: Published) -> bytes:
    """Sorted keys, no spaces, UTF-8: equal publications give equal bytes."""
    text = json.dumps(form_data(published), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest(published: Published) -> str:
    """SHA-256 over the canonical form."""
    return hashlib.sha256(canonical(published)).hexdigest()


def form_data(published: Published) -> Data:
    data = to_data(published.tender)
    return data if published.terms is None else data | {TABLE: _terms_data(published.terms)}


def read_published(text: str) -> Published:
    """What `canonical` wrote. Raises `UnreadableTender`."""
    tender = from_json(text)
    table = json.loads(text).get(TABLE)
    return Published(tender=tender, terms=None if table is None else read_terms(table))


def readable(terms: Terms) -> Terms:
    """As they will be read from a publication. Raises `UnreadableTender` where that would fail."""
    return read_terms(_terms_data(terms))


def _terms_data(terms: Terms) -> Data:
    deadline = terms.deadline.astimezone(UTC).isoformat() if terms.deadline else ""
    return _stated(
        {
            "nature": terms.nature,
            "procedure": terms.procedure,
            "urgency": terms.urgency,
            "deadline": deadline,
            "contract_start": terms.contract_start.isoformat() if terms.contract_start else "",
            "contract_end": terms.contract_end.isoformat() if terms.contract_end else "",
            "lots": {code: _lot_data(lot) for code, lot in terms.lots.items()},
            "legal": topic_data(terms.legal),
            "reasons": [topic_data(reason) for reason in terms.reasons],
        }
    )


def _lot_data(lot: LotTerms) -> Data:
    return _stated(
        {
            "description": lot.description,
            "cpv": lot.cpv,
            "estimated_value": "" if lot.estimated_value is None else plain(lot.estimated_value),
            "scorecard": rules_data(lot.card.parts),
            "suitability_parts": sorted(part.value for part in lot.card.required),
            "shortlist_places": "" if lot.card.places is None else str(lot.card.places),
            "life_cycle": plan_as_data(lot.life_cycle) if lot.life_cycle else {},
            "criteria": _stated({code: _criterion_data(each) for code, each in lot.criteria.items()}),
            "requirements": _stated(
                {code: _requirement_data(each) for code, each in lot.requirements.items()}
            ),
        }
    )


def _criterion_data(terms: CriterionTerms) -> Data:
    return _stated(
        {
            "catalogue_code": terms.catalogue_code,
            "evidence_kind": terms.evidence_kind,
            "theme": terms.theme,
            "figure": figure_as_data(terms.figure),
        }
    )


def _requirement_data(terms: RequirementTerms) -> Data:
    return _stated({"kind": terms.kind, "catalogue_code": terms.catalogue_code})


def _stated(data: Mapping[str, Any]) -> Data:
    return {name: value for name, value in data.items() if value not in ("", [], {})}

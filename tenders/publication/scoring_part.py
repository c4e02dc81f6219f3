"""Does a new version change how bids are scored: criteria, weights, methods, scales, award rules?"""

from collections.abc import Mapping
from typing import Any

from tenders.publication.form import form_data
from tenders.publication.model import Published

SCORED = ("award", "criteria")  # of a lot, in the tender file


def changes_scoring(old: Published, new: Published) -> bool:
    """The words of a criterion count too: bidders write to them. So does what is calculated, and for what."""
    return _scoring_part(old) != _scoring_part(new)


def _scoring_part(published: Published) -> dict[str, Any]:
    data = form_data(published)
    lots = {lot["code"]: {name: lot.get(name) for name in SCORED} for lot in data["lots"]}
    terms = data.get("publication", {}).get("lots", {})
    return {
        "lots": lots,
        "scorecards": {code: lot.get("scorecard") for code, lot in terms.items()},
        "calculations": {code: lot.get("life_cycle") for code, lot in terms.items()},
        "figures": {code: _figures(lot) for code, lot in terms.items()},
    }


def _figures(lot: Mapping[str, Any]) -> dict[str, Any]:
    return {code: each["figure"] for code, each in lot.get("criteria", {}).items() if "figure" in each}

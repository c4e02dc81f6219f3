"""Does a new version change how bids are scored: criteria, weights, methods, scales, award rules?"""

from typing import Any

from tenders.publication.form import form_data
from tenders.publication.model import Published

SCORED = ("award", "criteria")  # of a lot, in the tender file


def changes_scoring(old: Published, new: Published) -> bool:
    """The words of a criterion count too: bidders write to them."""
    return _scoring_part(old) != _scoring_part(new)


def _scoring_part(published: Published) -> dict[str, Any]:
    data = form_data(published)
    lots = {lot["code"]: {name: lot.get(name) for name in SCORED} for lot in data["lots"]}
    terms = data.get("publication", {}).get("lots", {})
    return {"lots": lots, "scorecards": {code: lot.get("scorecard") for code, lot in terms.items()}}

"""Answers that make the small tender of the cast lawful; a test changes what it is about."""

import copy
from typing import Any

_ANSWERS: dict[str, Any] = {
    "contract": {
        "products": ["computers"],
        "bought_apart": False,
        "one_lot_reason": "De laptops worden op één werkplek beheerd; genoeg leveranciers kunnen alles aan.",
        "merged": False,
        "used_by_people": True,
        "accessibility": "E7: de laptop is te bedienen met schermlezer en met alleen het toetsenbord.",
        "accessibility_law": True,
        "energy_requirement": "E4: het typische energieverbruik is hooguit 40 kWh per jaar.",
        "public_value": "Door terugname en hergebruik krijgen scholen gereviseerde laptops.",
    },
    "course": {
        "award_basis": "best_price_quality",
        "method_frozen": True,
        "method_changes_criteria": False,
    },
    "planning": {
        "notice_sent": "2026-09-14",
        "electronic": True,
        "clarifications_until": "2026-10-16",
        "clarifications_to_all": True,
        "changed_substantially": False,
    },
    "notice": {"criteria": ["P", "K", "D", "D1"], "variants": False, "proof_of_suitability": True},
    "documents": {
        "free_and_complete": True,
        "opened_before_deadline": False,
        "obligations_office": "Belastingdienst, Rijkswaterstaat en Nederlandse Arbeidsinspectie.",
        "obligations_asked": True,
        "guide_assessed": True,
        "guide_deviation": False,
        "kept_years": "7",
    },
    "market_advice": {"took_place": False},
    "bidders": {
        "e_certis": True,
        "legal_form": False,
        "joint_liability": False,
        "checks_subcontractors": False,
        "on_site_services": False,
        "proofs": [
            {
                "name": "Uittreksel uit het handelsregister",
                "asked_at": "winner",
                "espd_can_declare": True,
                "already_held": False,
            }
        ],
        "exclusion": {
            "mandatory": True,
            "optional": ["a"],
            "optional_reason": "Deze grond raakt de levering van goederen.",
            "conviction_years": "5",
            "look_back": [{"ground": "a", "years": "3"}],
            "self_cleaning": True,
            "waiver": True,
        },
    },
    "award": {"variants": {"allowed": False}},
    "agreement": {"framework": {"is_one": False}},
}


def lawful_answers() -> dict[str, Any]:
    """A new copy in the format of the table `legal` of a tender file."""
    return copy.deepcopy(_ANSWERS)

"""The form of an own clause as a browser sends it, and the steps to its approval."""

from collections.abc import Mapping

from django.test import Client

from clauses.models import ClauseProposal
from procurement.organisations.models import Role
from tests.clauses.assembly.builders import KG, WHO, clause
from tests.signing_in import client_of

MODEL = clause(
    "text", "1. **{who}** levert {kg} kg, zie [#text].\n   - Punt.", more=KG + WHO,
    condition='{ any = [{ is = "subject:hardware" }, { is = "subject:services" }] }',
)  # fmt: skip
FORMSET = {"blanks-TOTAL_FORMS": "0", "blanks-INITIAL_FORMS": "0"}
TYPED = {
    "title_nl": "Toegang tot gebouw",
    "title_en": "Access to the building",
    "purpose_nl": "Wie mag naar binnen.",
    "purpose_en": "Who may enter.",
    "reason": "Onze gebouwen zijn beveiligd.",
    "theme": "general",
    "basis": "aw2012:2.80",
    "ambition": "0",
    "order": "500",
    "condition": "always",
    "rung": "preferred",
    "instead_of": "",
    "approver": "lawyer",
    "valid_from": "2026-11-01",
    "review_by": "2027-11-01",
    "text_nl": "1. Opdrachtnemer meldt zich.",
    "text_en": "1. The Contractor reports.",
}


def typed(**changes: str) -> dict[str, str]:
    return {**TYPED, **FORMSET, **changes}


def faults(typed: Mapping[str, str]) -> dict[str, list[str]]:
    response = client_of(Role.OFFICER).post("/clausules/nieuw/", typed)
    assert response.status_code == 422
    assert not ClauseProposal.objects.exists()
    return dict(response.context["form"].errors)


def step(client: Client, row: ClauseProposal, name: str, **more: str) -> list[str]:
    """What the page says after the step."""
    sent = {"stap": name, "revision": str(row.revision), "digest": row.digest, **more}
    response = client.post(f"/clausules/voorstellen/{row.pk}/stap/", sent, follow=True)
    return [str(each) for each in response.context["messages"]]

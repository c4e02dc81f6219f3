"""A KPI in a text of the organisation itself becomes an obligation, or the text is not taken."""

import pytest

from clauses.agreements import agreed
from clauses.assembly.obligation import Measure
from clauses.drafts import clause_from
from clauses.loading import load_library
from clauses.models import ClauseProposal, ClauseVersion
from clauses.services import ProposalRefused, choose_clauses
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.final_contracts import NOW, draft
from tests.clauses.own_texts import MEASURED, submitted
from tests.clauses.proposal_pages import MODEL, faults, step, typed
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

KPI = {
    "kpi_title_nl": "Gemelde bezoeken",
    "kpi_title_en": "Reported visits",
    "kpi_unit_nl": "% van de bezoeken",
    "kpi_unit_en": "% of the visits",
}


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[MODEL])


def test_a_kpi_that_nobody_would_measure_is_refused() -> None:
    told = faults(typed(**KPI))

    assert "staat straks niet in de afspraken" in told["kpi_provision"][0]


def test_half_of_how_it_is_measured_is_refused_beside_the_rest() -> None:
    told = faults(typed(**KPI, kpi_provision="1", kpi_every="delivery"))

    assert sorted(told) == ["kpi_direction", "kpi_proof_en", "kpi_proof_nl"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [({**KPI, "kpi_provision": "2"}, "De tekst heeft geen lid 2."), ({}, "Zeg ook wat er gemeten wordt")],
)
def test_a_provision_or_a_title_that_is_not_there_is_refused(changes: dict[str, str], said: str) -> None:
    told = faults(typed(**{**MEASURED, **changes}))

    assert told["kpi_provision"][0].startswith(said)


def test_it_is_measured_as_typed_and_comes_back_in_the_editor() -> None:
    officer = client_of(Role.OFFICER)

    officer.post("/clausules/nieuw/", typed(**KPI, **MEASURED))

    row = ClauseProposal.objects.get()
    (duty,) = clause_from(row.source).duties
    assert (duty.kind, duty.provision, duty.rhythm, duty.words) == (
        "kpi",
        1,
        "delivery",
        "Opdrachtnemer meldt zich.",
    )
    initial = officer.get(f"/clausules/voorstellen/{row.pk}/").context["form"].initial
    assert {name: str(initial[name]) for name in MEASURED} == MEASURED


def test_it_stands_in_the_list_of_obligations() -> None:
    officer, contract = client_of(Role.OFFICER), draft()
    officer.post("/clausules/nieuw/", typed(**KPI, **MEASURED))
    row = ClauseProposal.objects.get()
    step(officer, row, "indienen")
    step(client_of(Role.LAWYER), row, "goedkeuren")
    versions = [
        *(each.version for each in contract.chosen.all()),
        ClauseVersion.objects.get(organisation=row.organisation),
    ]

    choose_clauses(
        draft=contract, versions=versions, revision=contract.revision, at=NOW, actor=person(Role.OFFICER)
    )

    (due,) = [each for each in agreed(contract).due if each.clause == row.code]
    assert due.title == "Gemelde bezoeken"
    assert due.measure == Measure(
        target="", unit="% van de bezoeken", direction="at-least", proof="het bezoekregister"
    )


def test_a_text_with_a_kpi_that_nobody_would_measure_is_not_handed_in() -> None:
    head = '\n[kpi]\ntitle = { nl = "Maat", en = "Measure" }\nunit = { nl = "kg", en = "kg" }\n'

    with pytest.raises(ProposalRefused, match="staat straks niet in de afspraken"):
        submitted("own-plan", "1. Eigen tekst met een norm.", more=head)

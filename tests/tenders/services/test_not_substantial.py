"""Who changes how bids are scored and calls that not substantial gives a reason of its own."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Clarification, Criterion, CriterionLevel, Lot, PublishedDocument, Requirement
from tenders.procedure.clarification import Nota, reasons_against
from tenders.services.amending import start_amending
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import Grounds
from tenders.services.coming_version import nota_of
from tenders.services.phases import Refused
from tests import cast
from tests.clarifying import AT, WHY_NOT, amended, officer, ready, started, write

pytestmark = pytest.mark.django_db

REFUSED = "Criteria, wegingen, methoden of schalen wijzigen en u noemt dat niet aanzienlijk."
SAME = "Waarom de wijziging niet aanzienlijk is, is iets anders dan waarom u wijzigt."
SCORED: dict[str, Callable[[], object]] = {
    "a weight": lambda: Criterion.objects.filter(code="K").update(weight=14),
    "a method": lambda: Lot.objects.update(award_method="lowest-price"),
    "a parameter": lambda: Criterion.objects.filter(code="P").update(parameters={"floor": "700"}),
    "the words of a criterion": lambda: Criterion.objects.filter(code="K").update(description="Een plan."),
    "a scale": lambda: CriterionLevel.objects.filter(code="matig").update(share=10),
}
NOT_SCORED: dict[str, Callable[[], object]] = {
    "a requirement": lambda: Requirement.objects.update(text="Vier jaar garantie."),
    "the words of a lot": lambda: Lot.objects.update(description="Ook in het grijs."),
}


def scoring_changes(change: Callable[[], object]) -> bool:
    row = start_amending(clarification=started(), at=AT, actor=officer())
    change()
    return nota_of(Clarification.objects.get(pk=row.pk), at=AT, actor=officer()).scoring_changes


@pytest.mark.parametrize("change", SCORED.values(), ids=SCORED.keys())
def test_what_bids_are_scored_by_changes(change: Callable[[], object]) -> None:
    assert scoring_changes(change)


@pytest.mark.parametrize("change", NOT_SCORED.values(), ids=NOT_SCORED.keys())
def test_what_bids_are_scored_by_stays(change: Callable[[], object]) -> None:
    assert not scoring_changes(change)


def reasons(**given: object) -> list[str]:
    """Of a nota that has everything but the second reason."""
    nota = Nota(
        now=cast.PUBLISHED_AT,
        deadline=cast.DEADLINE,
        documents_change=True,
        scoring_changes=True,
        reason="Fout hersteld.",
        is_substantial=False,
        is_approved=True,
    )
    return [each.nl.split(" Schrijf")[0] for each in reasons_against(replace(nota, **given))]  # type: ignore[arg-type]


def test_without_a_second_reason_it_is_refused() -> None:
    assert reasons() == [REFUSED]
    assert reasons(why_not_substantial="  ") == [REFUSED]
    assert reasons(why_not_substantial=WHY_NOT) == []


def test_the_general_reason_once_more_is_no_second_reason() -> None:
    assert reasons(why_not_substantial=" fout  HERSTELD.") == [SAME]


def test_a_substantial_change_or_one_that_scores_nothing_needs_none() -> None:
    assert reasons(scoring_changes=False) == []
    assert REFUSED not in reasons(is_substantial=True)


def test_nothing_is_published_without_it() -> None:
    row = amended()
    write(row, grounds=Grounds(reason="Fout hersteld.", is_substantial=False))

    with pytest.raises(Refused, match="Schrijf apart op waarom niet"):
        publish_clarification(clarification=row, at=AT, actor=officer())


def test_the_nota_and_the_history_of_versions_say_it(client: Client) -> None:
    row = ready(is_substantial=False)
    publish_clarification(clarification=row, at=AT, actor=officer())
    client.force_login(cast.person(Role.OFFICER))

    nota = PublishedDocument.objects.get(name="nota-van-inlichtingen-1.docx", language="nl")
    history = client.get(reverse("tenders:documents", args=[row.tender_id])).content.decode()
    page = client.get(reverse("tenders:clarification", args=[row.tender_id, row.number])).content.decode()

    words = ZipFile(BytesIO(bytes(nota.content))).read("word/document.xml").decode()
    assert [WHY_NOT in text for text in (words, history, page)] == [True, True, True]

"""The calculation of a lot as it is kept: by version, frozen with the publication, open in a nota."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.legal_draft import legal_draft
from tenders.lifecycle.plan import plan_as_data
from tenders.models import Criterion, LegalAnswers, LifecyclePlan, Lot
from tenders.procedure.phases import Phase
from tenders.publication.differences import differences
from tenders.publication.form import canonical, digest, read_published
from tenders.publication.scoring_part import changes_scoring
from tenders.published_form import form_digest, published_form, stored_form
from tenders.scoring.files import UnreadableTender
from tenders.services.amending import start_amending, stop_amending
from tenders.services.calculation import calculation_of
from tenders.services.check import before_publication
from tenders.services.clarifications import start_clarification
from tenders.services.editions import edition_of
from tenders.services.frozen import FrozenTender
from tenders.services.life_cycle import plan_version, save_figures, save_plan, stored_plan
from tenders.services.phases import Refused
from tenders.services.tree import TreeChanged, tree_version
from tests import calculated, cast
from tests.guards import without_guards
from tests.tenders.lifecycle import build_plan as build

pytestmark = pytest.mark.django_db

OTHER = replace(calculated.PLAN, horizon=5)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def kept(lot: Lot, plan: object = None, **given: Any) -> None:
    asked = {"lot": lot, "plan": plan, "seen": plan_version(lot), "at": cast.NOW, "actor": None}
    save_plan(**(asked | given))


def test_a_calculation_is_kept_as_it_reads_and_the_log_tells_it() -> None:
    lot = cast.lot()

    kept(lot, plan_as_data(calculated.PLAN))

    assert calculation_of(lot).plan == calculated.PLAN
    event = Event.objects.latest("sequence")
    assert event.action == "life_cycle.plan_saved"


def test_two_people_who_save_at_once_do_not_undo_each_other() -> None:
    lot = cast.lot()
    seen = plan_version(lot)
    kept(lot, plan_as_data(calculated.PLAN), seen=seen)

    with pytest.raises(Refused):
        kept(lot, plan_as_data(OTHER), seen=seen)

    assert stored_plan(lot) == plan_as_data(calculated.PLAN)


def test_two_people_who_choose_figures_at_once_do_not_undo_each_other() -> None:
    lot = cast.lot()
    seen = tree_version(lot)
    save_figures(lot=lot, figures={"P": {"of": "cost"}}, seen=seen, at=cast.NOW, actor=None)

    with pytest.raises(TreeChanged):
        save_figures(lot=lot, figures={"P": {}}, seen=seen, at=cast.NOW, actor=None)

    assert lot.criteria.get(code="P").figure == {"of": "cost"}


@pytest.mark.parametrize("plan", [{"horizon": "6"}, {"horizon": 1e400}, {"x": 1}, {"kinds": [{}]}, []])
def test_what_cannot_be_read_is_not_kept(plan: object) -> None:
    lot = cast.lot()

    with pytest.raises(UnreadableTender):
        kept(lot, plan)

    assert not LifecyclePlan.objects.exists()


def test_a_figure_that_cannot_be_read_is_not_kept() -> None:
    lot = cast.lot()

    with pytest.raises(UnreadableTender):
        save_figures(lot=lot, figures={"P": {"of": "hype"}}, seen=tree_version(lot), at=cast.NOW, actor=None)

    assert lot.criteria.get(code="P").figure == {}


def test_an_empty_calculation_is_none() -> None:
    lot = calculated.lot()

    kept(lot, {})

    assert calculation_of(lot).plan is None


def test_the_calculation_is_under_the_digest_and_reads_back() -> None:
    lot = calculated.lot()
    before = published_form(lot.tender)

    calculated.save(lot, OTHER)

    after = published_form(lot.tender)
    assert digest(after) != digest(before)
    assert changes_scoring(before, after)
    assert read_published(canonical(after).decode()) == after
    [difference] = differences(before, after)
    assert (difference.place.nl, difference.old.nl, difference.new.nl) == (
        "Perceel 1 › berekening over de levensduur › looptijd in jaren", "6", "5",
    )  # fmt: skip


def test_a_figure_is_under_the_digest() -> None:
    lot = calculated.lot()
    before = form_digest(lot.tender)

    Criterion.objects.filter(code="D1").update(figure={**calculated.FOOTPRINT, "places": 1})

    assert form_digest(lot.tender) != before


def unsound(change: Callable[[Lot], object]) -> set[str]:
    lot = calculated.lot()
    change(lot)
    return {problem.place for problem in before_publication(lot.tender, at=cast.PUBLISHED_AT).problems}


def test_a_sound_calculation_does_not_stand_in_the_way() -> None:
    assert unsound(lambda lot: None) == set()


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("lots[0].life_cycle.horizon", lambda lot: calculated.save(lot, replace(OTHER, horizon=None))),
        ("lots[0].criteria[0].figure", lambda lot: LifecyclePlan.objects.all().delete()),
        ("lots[0].criteria[2].children[0].unit", lambda lot: lot.criteria.update(unit="kg")),
        (
            "lots[0].criteria[2].children[0].figure",
            lambda lot: calculated.save(
                lot, replace(OTHER, cost=build.cost_terms(carbon_price=build.carbon()))
            ),
        ),
    ],
)
def test_what_is_wrong_stands_in_the_way_of_publication(place: str, change: Callable[[Lot], object]) -> None:
    assert place in unsound(change)


def test_what_was_published_is_frozen_for_services_and_for_the_database() -> None:
    lot = calculated.open_for_bids()
    publication = lot.tender.publications.get()

    with pytest.raises(FrozenTender):
        kept(lot, plan_as_data(OTHER))
    with pytest.raises(FrozenTender):
        save_figures(lot=lot, figures={"P": {}}, seen=tree_version(lot), at=cast.NOW, actor=None)
    for statement in (
        "UPDATE tenders_lifecycleplan SET data = '{}'",
        "DELETE FROM tenders_lifecycleplan",
        "UPDATE tenders_criterion SET figure = '{}' WHERE code = 'P'",
    ):
        with pytest.raises(DatabaseError, match="what was published is frozen"):
            run(statement)
    terms = stored_form(publication).terms
    assert terms is not None
    assert terms.lots["1"].life_cycle == calculated.PLAN


def test_nothing_is_calculated_beside_what_was_published() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        LifecyclePlan.objects.create(lot=lot, data={})


def test_a_nota_opens_the_calculation_and_puts_it_back() -> None:
    lot, officer = calculated.lot(), cast.person(Role.OFFICER)
    cast.published(lot.tender, Phase.CLARIFICATION)
    before = form_digest(lot.tender)
    nota = start_clarification(tender=lot.tender, at=cast.NOW, actor=officer)
    nota = start_amending(clarification=nota, at=cast.NOW, actor=officer)
    calculated.save(lot, OTHER)
    changed = form_digest(lot.tender)

    stop_amending(clarification=nota, at=cast.NOW, actor=officer)

    assert changed != before
    assert form_digest(lot.tender) == before
    assert LifecyclePlan.objects.get().data == plan_as_data(calculated.PLAN)


def test_a_published_calculation_counts_and_not_the_rows() -> None:
    lot = calculated.open_for_bids()

    with without_guards("tenders_lifecycleplan"):
        LifecyclePlan.objects.update(data=plan_as_data(OTHER))

    assert calculation_of(lot).plan == calculated.PLAN


def test_a_calculation_answers_the_legal_questions_that_it_states() -> None:
    lot = calculated.lot()
    answers = LegalAnswers.objects.get()
    answers.answers["award"]["life_cycle_cost"] = [{"lot": "1", "eu_method_required": False}]
    answers.save()

    [cost] = legal_draft(lot.tender, today=cast.PUBLISHED_AT.date()).legal.award.life_cycle_cost

    assert (cost.data_published, cost.method_published, cost.externalities) == (True, True, None)


def test_the_published_annex_holds_the_calculation() -> None:
    lot = calculated.open_for_bids()
    publication = lot.tender.publications.get()

    found = edition_of(lot.tender, language="nl", publication=publication)

    assert found.plans == {"1": calculated.PLAN}
    assert found.figures["1"].keys() == {"P", "D1"}

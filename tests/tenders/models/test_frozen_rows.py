"""The database refuses to change what was published or recorded, also where a program forgets to ask."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from procurement.organisations.models import Role
from tenders.models import (
    AwardDecision,
    Criterion,
    CriterionLevel,
    Draw,
    Evaluation,
    Lot,
    Publication,
    Requirement,
    Tender,
)
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.tenders.models.raw_sql import run

pytestmark = pytest.mark.django_db

FROZEN = {
    "another weight": "UPDATE tenders_criterion SET weight = 61 WHERE code = 'P'",
    "another formula": "UPDATE tenders_criterion SET parameters = '{}' WHERE code = 'P'",
    "a removed criterion": "DELETE FROM tenders_criterion WHERE code = 'D1'",
    "another level": "UPDATE tenders_criterionlevel SET share = 61 WHERE code = 'voldoende'",
    "a removed level": "DELETE FROM tenders_criterionlevel WHERE code = 'matig'",
    "another requirement": "UPDATE tenders_requirement SET text = 'Vijf jaar garantie.'",
    "a removed requirement": "DELETE FROM tenders_requirement",
    "other rounding": "UPDATE tenders_lot SET rounding_places = 0",
    "another rule for ties": "UPDATE tenders_lot SET ties = '[]'",
    "other points for the suppliers": "UPDATE tenders_lot SET scorecard_rules = '[]'",
    "another number of candidates": "UPDATE tenders_lot SET shortlist_places = 6",
    "a removed lot": "DELETE FROM tenders_lot",
    "another deadline": "UPDATE tenders_tender SET deadline = NULL",
    "another subject": "UPDATE tenders_tender SET subject = 'Printers'",
}
RECORDED = {
    "another publication": "UPDATE tenders_publication SET snapshot = '{}'",
    "a removed publication": "DELETE FROM tenders_publication",
    "another ranking": "UPDATE tenders_evaluation SET snapshot = '{}'",
    "a removed ranking": "DELETE FROM tenders_evaluation",
    "another draw": "UPDATE tenders_draw SET held_by = 'iemand anders'",
    "a removed draw": "DELETE FROM tenders_draw",
    "another winner": "UPDATE tenders_awarddecision SET winner = 'B'",
    "a removed decision": "DELETE FROM tenders_awarddecision",
}


def published() -> Lot:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    return lot


def evaluated_drawn_and_decided() -> Lot:
    lot, officer = published(), cast.person(Role.OFFICER)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    Draw.objects.create(lot=lot, order=["A", "B"], held_by="Notaris", held_at=cast.NOW)
    AwardDecision.objects.create(
        lot=lot, evaluation=evaluation, winner="A", decided_at=cast.NOW, made_by=officer
    )
    return lot


@pytest.mark.parametrize("statement", FROZEN.values(), ids=FROZEN.keys())
def test_raw_sql_cannot_change_what_was_published(statement: str) -> None:
    published()

    with pytest.raises(DatabaseError, match="what was published is frozen"):
        run(statement)


@pytest.mark.parametrize(
    "statement", [text for text in FROZEN.values() if text.startswith("UPDATE")], ids=lambda text: text[7:40]
)
def test_before_publication_the_same_statement_works(statement: str) -> None:
    cast.lot_with_bids()

    assert run(statement) == 1


@pytest.mark.parametrize("statement", RECORDED.values(), ids=RECORDED.keys())
def test_raw_sql_cannot_change_a_record(statement: str) -> None:
    evaluated_drawn_and_decided()

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


def added_rows(lot: Lot) -> dict[str, Callable[[], object]]:
    leaf = lot.criteria.get(code="K")
    return {
        "criterion": lambda: Criterion.objects.create(lot=lot, code="X", title="Nieuw", weight=0),
        "level": lambda: CriterionLevel.objects.create(
            criterion=leaf, position=4, code="x", title="x", share=50, description="x"
        ),
        "requirement": lambda: Requirement.objects.create(lot=lot, code="E9", title="x", text="x", kind="x"),
        "lot": lambda: Lot.objects.create(tender=lot.tender, number=9, title="Nieuw"),
    }


@pytest.mark.parametrize("what", ["criterion", "level", "requirement", "lot"])
def test_nothing_is_added_to_what_was_published(what: str) -> None:
    add = added_rows(published())[what]

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        add()


def test_nothing_moves_into_what_was_published() -> None:
    frozen = published()
    other = cast.lot(cast.tender(reference="T-2"))

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        Criterion.objects.filter(lot=other, code="P").update(lot=frozen, code="P2")


def test_a_tender_that_was_not_published_is_deleted_with_all_that_hangs_on_it() -> None:
    tender = cast.lot().tender

    tender.delete()

    assert (Tender.objects.count(), Criterion.objects.count()) == (0, 0)


def test_writing_over_a_ranking_is_refused() -> None:
    evaluated_drawn_and_decided()
    row = Evaluation.objects.values("lot_id", "number", "digest", "made_at", "made_by_id").get()
    otherwise = "ON CONFLICT (lot_id, number) DO UPDATE SET snapshot = excluded.snapshot"
    insert, tail = ("REPLACE", "") if connection.vendor == "sqlite" else ("INSERT", otherwise)
    columns = ", ".join(row)

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(
            f"{insert} INTO tenders_evaluation ({columns}, snapshot)"
            f" SELECT {columns}, 'x' FROM tenders_evaluation WHERE true {tail}"
        )


@pytest.mark.django_db(transaction=True)
def test_the_guards_can_be_lifted_and_put_back() -> None:
    published()

    MigrationExecutor(connection).migrate([("tenders", "0001_initial")])
    changed = run("UPDATE tenders_publication SET snapshot = '{}'")
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())

    assert (changed, Publication.objects.count()) == (1, 1)
    with pytest.raises(DatabaseError, match="a record never changes"):
        run("DELETE FROM tenders_publication")

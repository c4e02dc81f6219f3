"""Rows that are played are the rows that were built, guards and keys to come included."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from procurement.organisations.models import Role
from tenders.models import Tender
from tenders.procedure.phases import Phase
from tests import cast, played

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="on PostgreSQL everything is built")
pytestmark = [pytest.mark.django_db, on_sqlite]


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> Iterator[None]:
    kept = dict(played._kept)
    played._kept.clear()
    yield
    played._kept.clear()
    played._kept.update(kept)


def rows() -> dict[str, Any]:
    """All that stands in the database, by table, without what is never twice the same."""
    models = [model for model in apps.get_models() if model._meta.db_table not in played.LEFT_OUT]
    found = {
        model._meta.db_table: [
            {
                field.column: field.value_from_object(row)
                for field in model._meta.concrete_fields
                if field.column not in played.CHANCE.get(model._meta.db_table, ())
            }
            for row in model._default_manager.order_by("pk")
        ]
        for model in models
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master ORDER BY name")
        return found | {"guards": cursor.fetchall()}


def undone(build: Callable[[], object]) -> dict[str, Any]:
    """The rows that it makes, which are then taken back."""
    with transaction.atomic():
        build()
        found = rows()
        transaction.set_rollback(True)
    return found


def test_what_is_played_is_what_was_built() -> None:
    tender = cast.lot_with_bids().tender
    cast.person(Role.OFFICER)

    built = undone(lambda: cast._publish(tender, Phase.EVALUATION))
    kept = undone(lambda: cast.published(tender, Phase.EVALUATION))
    again = undone(lambda: cast.published(tender, Phase.EVALUATION))

    assert len(played._kept) == 1
    assert built == kept == again
    assert len(built["tenders_publisheddocument"]) == 4


def test_other_rows_before_give_other_rows_after() -> None:
    tender = cast.lot_with_bids().tender
    first = undone(lambda: cast.published(tender))
    Tender.objects.update(title="Tablets")

    second = undone(lambda: cast.published(tender))

    assert len(played._kept) == 2
    assert "Tablets" not in first["tenders_publication"][0]["snapshot"]
    assert "Tablets" in second["tenders_publication"][0]["snapshot"]


def test_guards_that_were_lifted_make_other_rows() -> None:
    tender = cast.lot_with_bids().tender
    undone(lambda: cast.published(tender))

    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER phase_delete")
    undone(lambda: cast.published(tender))

    assert len(played._kept) == 2


def test_what_was_taken_back_on_the_way_is_not_kept() -> None:
    tender = cast.lot().tender

    def build() -> None:
        with transaction.atomic():
            Tender.objects.update(title="Tablets")
            transaction.set_rollback(True)

    played.played("taken back", build)

    assert played._kept == {}
    assert Tender.objects.get(pk=tender.pk).title == "Laptops"


def test_with_replaced_settings_all_is_built(settings: Any) -> None:
    cast.published(cast.lot().tender)

    assert played._kept == {}


def test_with_replaced_code_all_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    cast.published(cast.lot().tender)

    assert played._kept == {}

"""The migration that hashes contents apart: a whole log stays whole, a broken one stops it."""

import importlib

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from procurement.audit.chain import GENESIS
from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

pytestmark = pytest.mark.django_db

migration = importlib.import_module("procurement.audit.migrations.0003_contents_hashed_apart")


def migrate(step: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    getattr(migration, step)(apps, connection.schema_editor())


@pytest.mark.usefixtures("log_of_three")
def test_there_and_back_gives_the_same_hashes(ministry: Organisation) -> None:
    before = list(Event.objects.values_list("previous_hash", "hash"))

    migrate("hash_together")
    old = list(Event.objects.values_list("previous_hash", "hash"))
    migrate("hash_apart")

    assert list(Event.objects.values_list("previous_hash", "hash")) == before
    assert old[0][0] == GENESIS
    assert old != before
    assert first_broken_event(ministry) is None


@pytest.mark.usefixtures("log_of_three")
def test_the_log_is_append_only_again_afterwards() -> None:
    migrate("hash_together")

    with pytest.raises(DatabaseError, match="append-only"):
        Event.objects.update(action="nothing")


@pytest.mark.usefixtures("log_of_three")
def test_a_broken_log_is_not_hashed_anew() -> None:
    migrate("hash_together")

    with pytest.raises(RuntimeError, match="broken at 1"):
        migrate("hash_together")

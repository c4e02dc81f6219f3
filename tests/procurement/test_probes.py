"""Alive and ready: what a platform that runs the site asks."""

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client


def test_alive_needs_no_database(client: Client) -> None:
    response = client.get("/_healthz/")

    assert (response.status_code, response.content) == (200, b"alive\n")


@pytest.mark.django_db
def test_ready_when_every_migration_is_in(client: Client) -> None:
    response = client.get("/readyz/")

    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="audit", name="0003_contents_hashed_apart").delete()

    response = client.get("/readyz/")

    assert response.status_code == 503
    assert response.content == b"the database misses migrations: run manage.py migrate\n"


@pytest.mark.django_db
def test_probes_only_answer_questions(client: Client) -> None:
    assert client.post("/readyz/").status_code == 405

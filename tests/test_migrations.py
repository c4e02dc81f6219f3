"""Every change of a model has its migration, and every migration can be undone."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.tree import ROOT


@pytest.mark.django_db
def test_no_migration_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("makemigrations", check=True, dry_run=True)

    assert capsys.readouterr().out == "No changes detected\n"


def test_every_migration_can_be_undone() -> None:
    ours = {
        config.label for config in apps.get_app_configs() if ROOT.joinpath(*config.name.split(".")).is_dir()
    }
    migrations = MigrationLoader(None).disk_migrations

    irreversible = [
        f"{app}.{name}"
        for (app, name), migration in migrations.items()
        if app in ours and not all(operation.reversible for operation in migration.operations)
    ]

    assert irreversible == []

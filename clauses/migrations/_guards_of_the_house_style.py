"""The database keeps every house style and every choice of one; `_guards` says when to lift these."""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from clauses.migrations._guards import Guard

VERSIONS, CHOICES = "clauses_housestyleversion", "clauses_housestylechoice"
_OF_ANOTHER = (
    "NEW.version_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clauses_housestyleversion AS version"
    " WHERE version.id = NEW.version_id AND version.organisation_id = NEW.organisation_id)"
)


def _guards() -> Iterator[Guard]:
    for table, refusal in ((VERSIONS, "a house style never changes"), (CHOICES, "a choice never changes")):
        for event in ("UPDATE", "DELETE"):
            yield Guard(table, event, "1 = 1", refusal)
    yield Guard(CHOICES, "INSERT", _OF_ANOTHER, "a house style is of its organisation")


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for guard in _guards():
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(guard.sqlite())
            continue
        for statement in guard.postgresql():
            schema_editor.execute(statement)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    of_table = schema_editor.connection.vendor == "postgresql"
    for guard in _guards():
        schema_editor.execute(f"DROP TRIGGER {guard.name}{f' ON {guard.table}' if of_table else ''}")
        if of_table:
            schema_editor.execute(f"DROP FUNCTION {guard.name}()")

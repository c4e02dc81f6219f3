"""The database itself refuses to change or remove the text of a clause version, whatever program asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER clauses_clauseversion_no_update BEFORE UPDATE ON clauses_clauseversion
       BEGIN SELECT RAISE(ABORT, 'a clause version never changes'); END""",
    """CREATE TRIGGER clauses_clauseversion_no_delete BEFORE DELETE ON clauses_clauseversion
       BEGIN SELECT RAISE(ABORT, 'a clause version never changes'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION clauses_clauseversion_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'a clause version never changes' USING ERRCODE = 'integrity_constraint_violation';
       END $$""",
    """CREATE TRIGGER clauses_clauseversion_no_change BEFORE UPDATE OR DELETE ON clauses_clauseversion
       FOR EACH ROW EXECUTE FUNCTION clauses_clauseversion_immutable()""",
]
DO = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
UNDO = {
    "sqlite": [
        "DROP TRIGGER clauses_clauseversion_no_update",
        "DROP TRIGGER clauses_clauseversion_no_delete",
    ],
    "postgresql": [
        "DROP TRIGGER clauses_clauseversion_no_change ON clauses_clauseversion",
        "DROP FUNCTION clauses_clauseversion_immutable()",
    ],
}


def protect(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in DO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unprotect(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("clauses", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]

"""The database itself keeps what was published and what was recorded: the guards of migrations 0002 to 0005.

SQLite drops the triggers of a table that a migration rebuilds, and refuses to rename one that a trigger
names. So a migration that alters one of these tables starts with `RunPython(lift, put)` and ends with
`RunPython(put, lift)`.
"""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

FROZEN = "what was published is frozen"
RECORD = "a record never changes"

# How a row leads to its tender.
TENDER_OF = {
    "tenders_lot": "{row}.tender_id",
    "tenders_criterion": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_requirement": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_criterionlevel": (
        "(SELECT lot.tender_id FROM tenders_criterion AS criterion"
        " JOIN tenders_lot AS lot ON lot.id = criterion.lot_id WHERE criterion.id = {row}.criterion_id)"
    ),
}
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
PUBLISHED_COLUMNS = (
    "organisation_id", "reference", "title", "subject", "nature", "procedure", "deadline", "contract_start",
    "contract_end",
)  # fmt: skip
RECORDS = ("tenders_publication", "tenders_evaluation", "tenders_draw", "tenders_awarddecision")
Guard = tuple[str, str, str]  # the name of its trigger, its table, the statement that makes it


def _tenders(table: str, event: str) -> str:
    return ", ".join(TENDER_OF[table].format(row=row) for row in ROWS[event])


def _changed(differs: str) -> str:
    return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in PUBLISHED_COLUMNS)


def _sqlite() -> Iterator[Guard]:
    published = "EXISTS (SELECT 1 FROM tenders_publication WHERE tender_id IN ({}))"
    for table in TENDER_OF:
        for event in ROWS:
            when = published.format(_tenders(table, event))
            yield _sqlite_guard(f"{table}_frozen_{event.lower()}", f"{event} ON {table}", when, FROZEN)
    changed = f"({_changed('IS NOT')}) AND {published.format('OLD.id')}"
    yield _sqlite_guard("tenders_tender_frozen_update", "UPDATE ON tenders_tender", changed, FROZEN)
    for table in RECORDS:
        for event in ("UPDATE", "DELETE"):
            yield _sqlite_guard(f"{table}_no_{event.lower()}", f"{event} ON {table}", "1", RECORD)


def _sqlite_guard(name: str, what: str, when: str, refusal: str) -> Guard:
    body = f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    return name, what.rpartition(" ")[2], f"CREATE TRIGGER {name} BEFORE {what} WHEN {when} {body}"


# A change and a publication come one after the other: publishing holds the row of the tender, this waits.
_POSTGRESQL_FUNCTIONS = {
    "tenders_require_open(bigint[])": """
        CREATE FUNCTION tenders_require_open(tenders bigint[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM 1 FROM tenders_tender WHERE id = ANY(tenders) ORDER BY id FOR SHARE;
          IF EXISTS (SELECT 1 FROM tenders_publication WHERE tender_id = ANY(tenders)) THEN
            RAISE EXCEPTION 'what was published is frozen' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        END $$""",
    "tenders_refuse_change()": """
        CREATE FUNCTION tenders_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a record never changes' USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
}


def _postgresql_functions() -> Iterator[tuple[str, str]]:
    yield from _POSTGRESQL_FUNCTIONS.items()
    for table in TENDER_OF:
        for event in ROWS:
            name, tenders = f"{table}_frozen_{event.lower()}", _tenders(table, event)
            yield _postgresql_check(name, tenders, "OLD" if event == "DELETE" else "NEW")
    yield _postgresql_check("tenders_tender_frozen_update", "OLD.id", "NEW")


def _postgresql_check(name: str, tenders: str, row: str) -> tuple[str, str]:
    body = f"BEGIN PERFORM tenders_require_open(ARRAY[{tenders}]); RETURN {row}; END"
    return f"{name}()", f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"


def _postgresql() -> Iterator[Guard]:
    for table in TENDER_OF:
        for event in ROWS:
            name = f"{table}_frozen_{event.lower()}"
            yield _postgresql_guard(name, f"{event} ON {table}", "true", f"{name}()")
    name = "tenders_tender_frozen_update"
    yield _postgresql_guard(name, "UPDATE ON tenders_tender", _changed("IS DISTINCT FROM"), f"{name}()")
    for table in RECORDS:
        what = f"UPDATE OR DELETE ON {table}"
        yield _postgresql_guard(f"{table}_no_change", what, "true", "tenders_refuse_change()")


def _postgresql_guard(name: str, what: str, when: str, function: str) -> Guard:
    trigger = f"CREATE TRIGGER {name} BEFORE {what} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {function}"
    return name, what.rpartition(" ")[2], trigger


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for _name, function in _postgresql_functions():
            schema_editor.execute(function)
    for _name, _table, trigger in _guards(apps, schema_editor):
        schema_editor.execute(trigger)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    of_table = schema_editor.connection.vendor == "postgresql"
    for name, table, _trigger in _guards(apps, schema_editor):
        schema_editor.execute(f"DROP TRIGGER {name}{f' ON {table}' if of_table else ''}")
    if of_table:
        for signature, _function in _postgresql_functions():
            schema_editor.execute(f"DROP FUNCTION {signature}")


def _guards(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> Iterator[Guard]:
    """Those of the tables that are there at this point of the migrations."""
    tables = {model._meta.db_table for model in apps.get_models()}
    guards = _postgresql() if schema_editor.connection.vendor == "postgresql" else _sqlite()
    return (guard for guard in guards if guard[1] in tables)

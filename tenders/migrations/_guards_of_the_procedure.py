"""The database itself keeps what was published, recorded, sealed and decided, whatever program asks.

These come in the place of `_guards` from migration 0006 on; from 0010 on `_guards_of_the_phases` comes with
them, and migrations take `lift` and `put` from there. SQLite drops the triggers of a table that a
migration rebuilds, and refuses to rename one that a trigger names. So a migration that alters one of these
tables starts with `RunPython(lift, put)` and ends with `RunPython(put, lift)`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

FROZEN = "what was published is frozen"
RECORD = "a record never changes"
CLOSED = "this phase of the procedure does not allow it"

LOT_OF_BID = "(SELECT lot_id FROM tenders_bid WHERE id = {row}.bid_id)"
LOT_OF_SCORE = "(SELECT lot_id FROM tenders_assessor WHERE id = {row}.assessor_id AND ready_at IS NOT NULL)"
# How a row leads to its tender: frozen once published, unless a clarification has it open for change.
TENDER_OF = {
    "tenders_lot": "{row}.tender_id",
    "tenders_criterion": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_requirement": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_criterionlevel": (
        "(SELECT lot.tender_id FROM tenders_criterion AS criterion"
        " JOIN tenders_lot AS lot ON lot.id = criterion.lot_id WHERE criterion.id = {row}.criterion_id)"
    ),
    "tenders_lifecycleplan": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_priceline": "(SELECT tender_id FROM tenders_lot WHERE id = {row}.lot_id)",
    "tenders_legalanswers": "{row}.tender_id",
    "tenders_legalreason": "{row}.tender_id",
}
PUBLISHED_COLUMNS = (
    "organisation_id", "reference", "title", "subject", "nature", "procedure", "deadline", "contract_start",
    "contract_end", "urgency",
)  # fmt: skip
RECORDS = (
    "tenders_publication", "tenders_publisheddocument", "tenders_evaluation", "tenders_draw",
    "tenders_awarddecision", "tenders_decisionwithdrawal", "tenders_letter", "tenders_phasechange",
    "tenders_firstsignature", "tenders_approval", "tenders_sealedbid", "tenders_sealedfile",
    "tenders_sealedprices", "tenders_bidwithdrawal", "tenders_declaration", "tenders_reveal",
    "tenders_consensusscore", "tenders_verification", "tenders_fallenbid",
    "tenders_standstillwaiver", "tenders_weightpolicy", "tenders_evidencefile", "tenders_evidencecheck",
    "tenders_organisationtarget",
)  # fmt: skip
EVENTS = ("INSERT", "UPDATE", "DELETE")
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}

DECIDED = ("award", "standstill", "contract", "stopped")
PRICED = ("price_opening", "evaluation", "verification")  # the scores are locked
UNOPENED = ("published", "clarification", "submission")
UNPRICED = ("published", "clarification", "submission", "opening", "assessment", "consensus")
OPENED = (
    "opening", "assessment", "consensus", "price_opening", "evaluation", "verification", *DECIDED,
)  # fmt: skip


class PhaseRule(NamedTuple):
    """`events` on `table` are refused while the lot of the row is in one of `phases`."""

    name: str
    table: str
    events: tuple[str, ...]
    lot: str
    phases: tuple[str, ...]


PHASE_RULES = (
    PhaseRule("decided_bid", "tenders_bid", EVENTS, "{row}.lot_id", DECIDED),
    PhaseRule("decided_value", "tenders_bidvalue", EVENTS, LOT_OF_BID, DECIDED),
    PhaseRule("decided_outcome", "tenders_requirementoutcome", EVENTS, LOT_OF_BID, DECIDED),
    PhaseRule("decided_evidence", "tenders_bid_evidence", EVENTS, LOT_OF_BID, DECIDED),
    PhaseRule("decided_fall", "tenders_fallenbid", ("INSERT",), LOT_OF_BID, DECIDED),
    PhaseRule("opened_bid", "tenders_bid", ("INSERT",), "{row}.lot_id", UNOPENED),
    PhaseRule("sealed_too_late", "tenders_sealedbid", ("INSERT",), "{row}.lot_id", OPENED),
    PhaseRule("ready_score", "tenders_individualscore", EVENTS, LOT_OF_SCORE, OPENED),
    PhaseRule(
        "price_too_early", "tenders_bidvalue", ("INSERT", "UPDATE"),
        "(SELECT lot_id FROM tenders_criterion WHERE id = {row}.criterion_id AND kind = 'price')", UNPRICED,
    ),
)  # fmt: skip


class Guard(NamedTuple):
    name: str
    table: str
    event: str
    when: str  # a condition on OLD and NEW
    refusal: str
    tenders: str = ""  # whose rows are held while it is decided, so that publishing and changing take turns
    columns: tuple[str, ...] = ()  # only when one of these changes; empty: always
    lots: str = ""  # which lots are held with their phase meanwhile, so that a step and a change take turns


def _guards(columns: tuple[str, ...]) -> Iterator[Guard]:
    """`columns`: those of a tender that are frozen."""
    yield from _frozen(columns)
    yield from _closed_clarifications()
    yield Guard("given_reason_update", "tenders_legalreason", "UPDATE", "", RECORD)
    for table in RECORDS:
        for event in ("UPDATE", "DELETE"):
            yield Guard(f"{table}_no_{event.lower()}", table, event, "", RECORD)
    for rule in PHASE_RULES:
        for event in rule.events:
            yield closed_by(rule, event, name=f"{rule.name}_{event.lower()}")


def _closed_clarifications() -> Iterator[Guard]:
    """What a clarification said when it was published or discarded, it says for ever."""
    closed = "OLD.published_at IS NOT NULL OR OLD.discarded_at IS NOT NULL"
    nota = (
        "EXISTS (SELECT 1 FROM tenders_clarification AS nota WHERE nota.id = {row}.clarification_id"
        " AND (nota.published_at IS NOT NULL OR nota.discarded_at IS NOT NULL))"
    )
    for event in ("UPDATE", "DELETE"):
        name = f"closed_clarification_{event.lower()}"
        yield Guard(name, "tenders_clarification", event, closed, RECORD)
    for event in EVENTS:
        when = " OR ".join(nota.format(row=row) for row in ROWS[event])
        yield Guard(f"closed_question_{event.lower()}", "tenders_question", event, when, RECORD)


def _frozen(columns: tuple[str, ...]) -> Iterator[Guard]:
    for table, way in TENDER_OF.items():
        for event in EVENTS:
            tenders = ", ".join(way.format(row=row) for row in ROWS[event])
            yield Guard(f"{table}_frozen_{event.lower()}", table, event, _published(tenders), FROZEN, tenders)
    name, when = "tenders_tender_frozen_update", _published("OLD.id")
    yield Guard(name, "tenders_tender", "UPDATE", when, FROZEN, "OLD.id", columns)


def _published(tenders: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM tenders_publication AS publication WHERE publication.tender_id IN ({tenders})"  # noqa: S608 — names from this file
        " AND NOT EXISTS (SELECT 1 FROM tenders_clarification AS nota"
        " WHERE nota.tender_id = publication.tender_id AND nota.is_amending"
        " AND nota.published_at IS NULL AND nota.discarded_at IS NULL))"
    )


def closed_by(rule: PhaseRule, event: str, *, name: str, columns: tuple[str, ...] = ()) -> Guard:
    """Refuses the event in the phases of the rule, and lets it wait for a step that is being made."""
    when, lots = in_phase(rule, event), lots_of(rule, event)
    return Guard(name, rule.table, event, when, CLOSED, columns=columns, lots=lots)


def lots_of(rule: PhaseRule, event: str) -> str:
    return ", ".join(rule.lot.format(row=row) for row in ROWS[event])


def in_phase(rule: PhaseRule, event: str) -> str:
    lots = lots_of(rule, event)
    phases = ", ".join(f"'{phase}'" for phase in rule.phases)
    stands = f"lot_id IN ({lots}) AND phase IN ({phases})"
    return f"EXISTS (SELECT 1 FROM tenders_procedure WHERE {stands})"  # noqa: S608 — names from this file


def quoted(phases: tuple[str, ...]) -> str:
    return ", ".join(f"'{phase}'" for phase in phases)


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)


def _sqlite(guard: Guard) -> str:
    when = guard.when or "1"
    if guard.columns:
        when = f"({_changed(guard.columns, 'IS NOT')}) AND {when}"
    body = f"BEGIN SELECT RAISE(ABORT, '{guard.refusal}'); END"
    return f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} WHEN {when} {body}"


def _held(guard: Guard) -> str:
    """The rows that the program holds too, in its order; what the guard reads afterwards is the newest."""
    held = (
        ("tenders_tender", "id", guard.tenders),
        ("tenders_lot", "id", guard.lots),
        ("tenders_procedure", "lot_id", guard.lots),
    )
    return " ".join(
        f"PERFORM 1 FROM {table} WHERE {column} IN ({rows}) ORDER BY {column} FOR SHARE;"
        for table, column, rows in held
        if rows
    )


def _postgresql_function(guard: Guard) -> str:
    row = "OLD" if guard.event == "DELETE" else "NEW"
    return (
        f"CREATE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" {_held(guard)} IF {guard.when or 'true'} THEN"
        f" RAISE EXCEPTION '{guard.refusal}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        f" RETURN {row}; END $$"
    )


def _postgresql_trigger(guard: Guard) -> str:
    when = f"WHEN ({_changed(guard.columns, 'IS DISTINCT FROM')}) " if guard.columns else ""
    what = f"BEFORE {guard.event} ON {guard.table} FOR EACH ROW {when}"
    return f"CREATE TRIGGER {guard.name} {what}EXECUTE FUNCTION {guard.name}()"


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    put_each(_guards_of(apps), schema_editor)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lift_each(_guards_of(apps), schema_editor)


def put_each(guards: Iterable[Guard], schema_editor: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for guard in guards:
        if postgresql:
            schema_editor.execute(_postgresql_function(guard))
        schema_editor.execute(_postgresql_trigger(guard) if postgresql else _sqlite(guard))


def lift_each(guards: Iterable[Guard], schema_editor: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for guard in guards:
        on = f" ON {guard.table}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")
        if postgresql:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {guard.name}()")


def _guards_of(apps: StateApps) -> Iterator[Guard]:
    """Those of the tables and columns that are there at this point of the migrations."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    known = {field.column for field in apps.get_model("tenders", "Tender")._meta.concrete_fields}
    columns = tuple(column for column in PUBLISHED_COLUMNS if column in known)
    return (guard for guard in _guards(columns) if guard.table in tables)

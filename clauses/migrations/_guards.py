"""The database itself keeps what was published, decided and made final, whatever program asks.

SQLite drops the triggers of a table that a migration rebuilds, and refuses to rename one that a trigger
names. So a migration that alters one of these tables starts with `RunPython(lift, put)` and ends with
`RunPython(put, lift)`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

RECORDS = {
    "clauses_clauseversion": "a clause version never changes",
    "clauses_proposaldecision": "a decision never changes",
    "clauses_clausedeviation": "a deviation never changes",
    "clauses_deviationdecision": "a decision never changes",
    "clauses_contractversion": "a final contract never changes",
    "clauses_contractclause": "a final contract never changes",
}
KEPT_OF_A_PROPOSAL = (
    "organisation_id", "clause_id", "based_on_id", "code", "number", "author_id", "created_at",
)  # fmt: skip
WRITTEN_IN_A_PROPOSAL = ("source", "digest", "reason")
STEPS = ("draft draft", "draft submitted", "draft withdrawn", "submitted draft", "submitted published")


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses `event` (INSERT, UPDATE, DELETE) on `table` while `when` holds."""

    table: str
    event: str
    when: str
    refusal: str

    @property
    def name(self) -> str:
        return f"{self.table}_guard_{self.event.lower()}"

    def sqlite(self) -> str:
        body = f"BEGIN SELECT RAISE(ABORT, '{self.refusal}'); END"
        return f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} WHEN {self.when} {body}"

    def postgresql(self) -> Iterator[str]:
        row = "OLD" if self.event == "DELETE" else "NEW"
        refuse = f"RAISE EXCEPTION '{self.refusal}' USING ERRCODE = 'integrity_constraint_violation';"
        body = f"BEGIN IF {self.when} THEN {refuse} END IF; RETURN {row}; END"
        yield f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
        yield (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table}"
            f" FOR EACH ROW EXECUTE FUNCTION {self.name}()"
        )


def _guards(differs: str) -> Iterator[Guard]:
    """`differs` compares two columns that may be empty; each database has its own word for it."""
    for table, refusal in RECORDS.items():
        for event in ("UPDATE", "DELETE"):
            yield Guard(table, event, "1 = 1", refusal)
    yield Guard("clauses_clause", "UPDATE", _changed(("organisation_id", "code"), differs), "a code stays")
    yield Guard("clauses_clauseversion", "INSERT", _unapproved(), "an own text is approved before it counts")
    yield Guard("clauses_clauseproposal", "INSERT", "NEW.state <> 'draft'", "a proposal starts as a draft")
    yield Guard(
        "clauses_clauseproposal", "UPDATE", _out_of_turn(differs), "a proposal takes its steps in turn"
    )
    yield Guard("clauses_clauseproposal", "DELETE", "1 = 1", "a proposal stays")
    yield Guard(
        "clauses_proposaldecision",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM clauses_clauseproposal AS proposal WHERE proposal.id = NEW.proposal_id"
        " AND proposal.state = 'submitted' AND proposal.digest = NEW.digest"
        " AND proposal.author_id <> NEW.decided_by_id)",
        "somebody else decides about the text that was handed in",
    )
    yield Guard(
        "clauses_deviationdecision",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM clauses_clausedeviation AS deviation"
        " WHERE deviation.id = NEW.deviation_id"
        " AND (NEW.outcome = 'withdrawn') = (deviation.recorded_by_id = NEW.decided_by_id))",
        "somebody else decides about a deviation",
    )


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return "(" + " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns) + ")"


def _unapproved() -> str:
    """A library text of an own clause, or an own text without the approval of exactly this text."""
    of_clause = "SELECT 1 FROM clauses_clause AS clause WHERE clause.id = NEW.clause_id"
    approved = (
        "SELECT 1 FROM clauses_proposaldecision AS decision"
        " JOIN clauses_clauseproposal AS proposal ON proposal.id = decision.proposal_id"
        " JOIN clauses_clause AS clause ON clause.id = NEW.clause_id"
        " WHERE proposal.id = NEW.proposal_id AND decision.is_approved"
        " AND decision.digest = NEW.digest AND proposal.digest = NEW.digest AND proposal.source = NEW.source"
        " AND decision.decided_by_id = NEW.approved_by_id AND proposal.author_id = NEW.author_id"
        " AND proposal.organisation_id = NEW.organisation_id AND proposal.number = NEW.number"
        " AND proposal.code = clause.code"
        " AND (clause.organisation_id IS NULL OR clause.organisation_id = NEW.organisation_id)"
    )
    return (
        f"(NEW.organisation_id IS NULL AND EXISTS ({of_clause} AND clause.organisation_id IS NOT NULL))"
        f" OR (NEW.organisation_id IS NOT NULL AND NOT EXISTS ({approved}))"
    )


def _out_of_turn(differs: str) -> str:
    steps = ", ".join(f"'{step}'" for step in STEPS)
    published = "EXISTS (SELECT 1 FROM clauses_clauseversion AS version WHERE version.proposal_id = NEW.id)"
    in_hand = "OLD.state = 'draft' AND NEW.state = 'draft'"
    return (
        f"{_changed(KEPT_OF_A_PROPOSAL, differs)}"
        f" OR ({_changed(WRITTEN_IN_A_PROPOSAL, differs)} AND NOT ({in_hand}))"
        f" OR (OLD.state || ' ' || NEW.state) NOT IN ({steps})"
        f" OR (NEW.state = 'published' AND NOT {published})"
    )


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for guard in _guards("IS NOT"):
            schema_editor.execute(guard.sqlite())
        return
    for guard in _guards("IS DISTINCT FROM"):
        for statement in guard.postgresql():
            schema_editor.execute(statement)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    of_table = schema_editor.connection.vendor == "postgresql"
    for guard in _guards(""):
        schema_editor.execute(f"DROP TRIGGER {guard.name}{f' ON {guard.table}' if of_table else ''}")
        if of_table:
            schema_editor.execute(f"DROP FUNCTION {guard.name}()")

"""Every event about a change says what was and what became of it; the others stand in a list with the reason.

The sources are read for each place that names an action, so that no new one is forgotten.
"""

import ast
import json
from collections import defaultdict
from collections.abc import Iterator

import pytest

from procurement.audit.models import Event
from tenders.log_words import LOG_WORDS
from tests import cast
from tests.tree import ROOT

CREATION = "something is added and nothing is changed by it; the row stays as it is"
SIGNED = "a signature changes nothing; the second one does"
OPENED = "a seal is broken: what came out is recorded by its SHA-256"
READ = "somebody reads; nothing changes"
REFUSED = "nothing changed: that is what the event says"
SECRET = "the fields are named; their values are secrets or personal data"
WITHOUT = {
    "account.added": SECRET,
    "account.access_reset": SECRET,
    "account.changed": SECRET,
    "account.own_password": SECRET,
    "access.refused": REFUSED,
    "account.second_factor_on": SECRET,
    "account.second_factor_off": SECRET,
    "account.recovery_codes_renewed": SECRET,
    "bid.version_answered": CREATION,
    "bids.late_price_signed": SIGNED,
    "bids.late_replacement_signed": SIGNED,
    "bids.list_sealed": CREATION,
    "bids.opened": OPENED,
    "bids.price_sealed": CREATION,
    "bids.read_refused": REFUSED,
    "bids.receipts_shown": READ,
    "bids.replaced_late": CREATION,
    "bids.sealed": CREATION,
    "clause_proposal.started": CREATION,
    "contract_draft.started": CREATION,
    "dossier.written": READ,
    "evidence.file_added": CREATION,
    "house_style.added": CREATION,
    "jury.file_read": READ,
    "jury.sample_discussed": CREATION,
    "jury.sample_written": CREATION,
    "letters.sent": CREATION,
    "notices.sent": CREATION,
    "prices.opened": OPENED,
    "procedure.first_signature": SIGNED,
    "procedure.refused": REFUSED,
    "requirement.added": CREATION,
    "tender.approved": CREATION,
    "tender.disapproved": CREATION,
}
STATES = {"before", "after"}
MANY = 99
# By name of a function that takes them without a name: how many arguments it then has.
IN_PLACE = {"log_meeting": 7, "_recorded": 6, "_logged": 7, "_record": 6}
RECORDERS = {"record", "record_about", "record_attempt", "record_on", "log_proposal", *IN_PLACE}
PREFIXES = {"record_about": "account."}  # what a function puts before the action it is given


def sources() -> Iterator[ast.AST]:
    for folder in ("procurement", "tenders", "clauses"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if file.name != "log_words.py":
                yield ast.parse(file.read_text(encoding="utf-8"))


def constants() -> dict[str, str]:
    """The actions that have a name of their own: `WRITTEN = "dossier.written"`."""
    return {
        target.id: node.value.value
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and node.value.value in LOG_WORDS
    }


def calls() -> Iterator[ast.Call]:
    """Of everything that records; an action that somebody else records is missing from what was found."""
    for node in (node for tree in sources() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and name_of(node) in RECORDERS:
            yield node


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def given(call: ast.Call) -> set[str]:
    """What is handed to a call as `before` and `after`, by name or in the last two places.

    One of the two is enough here: a function that always starts from the same state fills in the other.
    """
    named = {keyword.arg for keyword in call.keywords if keyword.arg} & STATES
    return STATES if len(call.args) >= IN_PLACE.get(name_of(call), MANY) else named


def recorded() -> dict[str, list[set[str]]]:
    """By action, for each place that records it, which of `before` and `after` are given."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    named = constants()
    for call in calls():
        prefix = PREFIXES.get(name_of(call), "")
        for value in [*call.args, *(keyword.value for keyword in call.keywords)]:
            for text in actions_in(value, named):
                if prefix + text in LOG_WORDS:
                    found[prefix + text].append(given(call))
    return found


def actions_in(value: ast.expr, named: dict[str, str]) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from actions_in(value.body, named)
        yield from actions_in(value.orelse, named)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name) and value.id in named:
        yield named[value.id]


def test_every_changing_action_says_what_was_and_what_became() -> None:
    found = recorded()

    silent = {action for action, places in found.items() if action not in WITHOUT and not all(places)}
    assert silent == set()
    assert set(LOG_WORDS) - set(found) == ELSEWHERE


ELSEWHERE = {
    "access.refused",
    "account.added",
    "account.changed",
    "account.role_given",
    "account.role_refused",
    "legal_reason.given",
    "legal_reason.taken_back",
}
"""Named by a variable; the tests of attempts, accounts, roles and reasons look at their events."""


def test_the_list_of_exceptions_holds_nothing_else() -> None:
    assert set(WITHOUT) - set(LOG_WORDS) == set()


def test_steps_and_rows_of_the_admin_say_it_too() -> None:
    """Their action is put together from the code of the step or the name of the model."""
    put_together = [
        call
        for call in calls()
        for keyword in call.keywords
        if keyword.arg == "action" and isinstance(keyword.value, ast.JoinedStr)
    ]

    assert len(put_together) == 3
    assert [given(call) for call in put_together] == [STATES] * 3


@pytest.mark.django_db
def test_what_the_example_recorded_holds_both() -> None:
    cast.example()

    events = [(event.action, json.loads(event.details)) for event in Event.objects.all()]

    assert len({action for action, _ in events}) > 20
    assert {action for action, told in events if not told.keys() >= STATES} <= set(WITHOUT)

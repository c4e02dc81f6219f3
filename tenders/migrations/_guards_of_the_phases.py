"""What the database closes as a lot goes through its phases, beside `_guards_of_the_procedure`.

A migration from 0011 on that alters a guarded table starts with `RunPython(lift, put)` and ends with
`RunPython(put, lift)` from this module: they take the guards of both modules away and put them back.
"""
# ruff: noqa: S608 — every name in a query comes from this file

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tenders.migrations import _guards_of_the_procedure as earlier
from tenders.migrations._guards_of_the_evidence import OF_EVIDENCE, of_the_evidence
from tenders.migrations._guards_of_the_procedure import (
    CLOSED,
    DECIDED,
    EVENTS,
    FROZEN,
    LOT_OF_BID,
    OPENED,
    PRICED,
    RECORD,
    UNOPENED,
    UNPRICED,
    Guard,
    PhaseRule,
    closed_by,
    in_phase,
    lift_each,
    lots_of,
    put_each,
    quoted,
)

ADMITTED = ("assessment", "consensus", *PRICED)
ENDED = ("contract", "stopped")
LOT_OF_VALUE = "(SELECT lot_id FROM tenders_criterion WHERE id = {row}.criterion_id AND kind <> 'price')"
LOT_OF_PRICE = "(SELECT lot_id FROM tenders_criterion WHERE id = {row}.criterion_id AND kind = 'price')"
LOT_OF_ASSIGNMENT = "(SELECT lot_id FROM tenders_assessor WHERE id = {row}.assessor_id)"
LOT_OF_SEALED_BID = "(SELECT lot_id FROM tenders_sealedbid WHERE id = {row}.bid_id)"
LOT_OF_EARLIER = "(SELECT lot_id FROM tenders_sealedbid WHERE id = {row}.earlier_id)"
LOT_OF_FALL = (
    "(SELECT bid.lot_id FROM tenders_fallenbid AS fall JOIN tenders_bid AS bid ON bid.id = fall.bid_id"
    " WHERE fall.id = {row}.fallen_id)"
)
LOT_OF_ANSWER = "(SELECT lot_id FROM tenders_bid WHERE id = {row}.bid_id AND NOT {row}.is_price)"
LOT_OF_EUROS = "(SELECT lot_id FROM tenders_bid WHERE id = {row}.bid_id AND {row}.is_price)"
LOT = "{row}.lot_id"
LATER = (
    "tenders_versionanswer",
    "tenders_latereplacement",
    "tenders_reinstatement",
    "tenders_lifecycleanswer",
    "tenders_ladderproof",
)  # records that were made after 0013
PHASE_RULES = (
    PhaseRule("admitted_bid", "tenders_bid", ("INSERT",), LOT, ADMITTED),
    PhaseRule("opened_bid", "tenders_bid", ("DELETE",), LOT, ("opening", *ADMITTED)),
    PhaseRule("admitted_outcome", "tenders_requirementoutcome", EVENTS, LOT_OF_BID, ADMITTED),
    PhaseRule("scored_value", "tenders_bidvalue", EVENTS, LOT_OF_VALUE, PRICED),
    PhaseRule("opened_price", "tenders_bidvalue", ("UPDATE", "DELETE"), LOT_OF_PRICE, OPENED),
    PhaseRule("verified_price", "tenders_bidvalue", ("INSERT",), LOT_OF_PRICE, ("verification",)),
    PhaseRule(
        "agreed_elsewhere", "tenders_consensusscore", ("INSERT",), LOT_OF_BID,
        tuple(phase for phase in OPENED if phase != "consensus"),
    ),
    PhaseRule("locked_minutes", "tenders_minutes", EVENTS, LOT, (*PRICED, *DECIDED)),
    PhaseRule("locked_panel", "tenders_assessor", ("INSERT", "DELETE"), LOT, (*PRICED, *DECIDED)),
    PhaseRule(
        "locked_assignment", "tenders_assignment", EVENTS, LOT_OF_ASSIGNMENT,
        ("consensus", *PRICED, *DECIDED),
    ),
    PhaseRule("locked_evidence", "tenders_bid_evidence", EVENTS, LOT_OF_BID, PRICED),
    PhaseRule("decided_inquiry", "tenders_inquiry", EVENTS, LOT_OF_BID, DECIDED),
    PhaseRule(
        "admitted_version", "tenders_versionanswer", ("INSERT",), LOT_OF_BID,
        tuple(phase for phase in OPENED if phase != "opening"),
    ),
    PhaseRule(
        "stated_elsewhere", "tenders_lifecycleanswer", ("INSERT",), LOT_OF_ANSWER,
        (*UNOPENED, *(phase for phase in OPENED if phase != "opening")),
    ),
    PhaseRule(
        "euros_too_early", "tenders_lifecycleanswer", ("INSERT",), LOT_OF_EUROS,
        (*UNPRICED, "verification", *DECIDED),
    ),
    PhaseRule(
        "ladder_before_award", "tenders_ladderproof", ("INSERT",), LOT_OF_BID,
        (*UNOPENED, *(phase for phase in OPENED if phase not in ("award", "standstill", "contract"))),
    ),
    PhaseRule("replaced_too_late", "tenders_latereplacement", ("INSERT",), LOT_OF_EARLIER, OPENED),
    PhaseRule(
        "decided_reinstatement", "tenders_reinstatement", ("INSERT",), LOT_OF_FALL,
        ("verification", *DECIDED),
    ),
)  # fmt: skip


def _guards() -> Iterator[Guard]:
    for rule in PHASE_RULES:
        for event in rule.events:
            yield closed_by(rule, event, name=f"{rule.name}_{event.lower()}")
    yield from _of_bids()
    yield from _of_bidders()
    yield from _of_the_panel()
    yield from _of_the_vault()
    yield from _of_publications()
    yield from _of_the_phase()
    yield from _of_the_award()
    yield from _of_the_admission()
    yield from of_the_evidence()


def _of_bids() -> Iterator[Guard]:
    rule = PhaseRule("opened_bid", "tenders_bid", ("UPDATE",), LOT, OPENED)
    who = ("lot_id", "supplier_id", "code", "received_at", "sealed_id")
    yield closed_by(rule, "UPDATE", name="opened_bid_identity", columns=who)
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        lot, name = LOT_OF_VALUE.format(row=row), f"known_prices_value_{event.lower()}"
        opened = (
            f"EXISTS (SELECT 1 FROM tenders_phasechange WHERE transition = 'open-prices' AND lot_id = {lot})"
        )
        yield Guard(name, "tenders_bidvalue", event, opened, CLOSED, lots=lot)


def _of_bidders() -> Iterator[Guard]:
    """Records, letters and minutes print who a bid is of: that stands as it was at the opening."""
    opened = (
        "EXISTS (SELECT 1 FROM tenders_bid AS bid JOIN tenders_procedure AS stands"
        " ON stands.lot_id = bid.lot_id WHERE bid.supplier_id = OLD.id)"
    )
    who = ("name", "chamber_of_commerce", "organisation_id")
    yield Guard("opened_bidder", "tenders_supplier", "UPDATE", opened, RECORD, columns=who)


def _of_the_panel() -> Iterator[Guard]:
    """An assessor keeps the letter and the order; the person can be forgotten and never be another."""
    table = "tenders_assessor"
    yield Guard("assessor_stays", table, "UPDATE", "", RECORD, columns=("lot_id", "letter", "seed"))
    another = "NEW.user_id IS NOT NULL"
    yield Guard("assessor_is_this_person", table, "UPDATE", another, RECORD, columns=("user_id",))
    rule = PhaseRule("", table, ("UPDATE",), LOT, ("consensus", *PRICED, *DECIDED))
    yield closed_by(rule, "UPDATE", name="final_scores", columns=("ready_at",))
    locked = rule._replace(phases=(*PRICED, *DECIDED))
    back = f"(NEW.is_active OR {in_phase(locked, 'UPDATE')})"
    yield Guard(
        "assessor_does_not_return", table, "UPDATE", back, CLOSED, columns=("is_active",),
        lots=lots_of(locked, "UPDATE"),
    )  # fmt: skip


def _of_the_vault() -> Iterator[Guard]:
    """A price is not replaced after the opening; a key goes only when the lot has ended."""
    rule = PhaseRule("", "tenders_sealedprices", ("INSERT",), LOT_OF_SEALED_BID, OPENED)
    second = (
        "EXISTS (SELECT 1 FROM tenders_sealedprices AS other WHERE other.bid_id = NEW.bid_id)"
        f" AND {in_phase(rule, 'INSERT')}"
    )
    yield Guard("replaced_price", rule.table, "INSERT", second, CLOSED, lots=lots_of(rule, "INSERT"))
    runs = (
        "EXISTS (SELECT 1 FROM tenders_procedure WHERE lot_id = OLD.lot_id"
        f" AND phase NOT IN ({quoted(ENDED)}))"
    )
    yield Guard("needed_key_delete", "tenders_datakey", "DELETE", runs, CLOSED, lots="OLD.lot_id")
    yield Guard("key_of_its_vault", "tenders_datakey", "UPDATE", "", RECORD, columns=("lot_id", "vault"))


def _of_publications() -> Iterator[Guard]:
    """Documents are opened for change, and a later version is made, in the round of questions alone."""
    elsewhere = _not_clarifying("NEW.tender_id")
    yield Guard(
        "later_version_insert", "tenders_publication", "INSERT", f"NEW.version <> 1 AND {elsewhere}", CLOSED,
        "NEW.tender_id",
    )  # fmt: skip
    table, tender = "tenders_clarification", "NEW.tender_id"
    amending = f"NEW.is_amending AND {elsewhere}"
    yield Guard("amending_insert", table, "INSERT", amending, CLOSED, tender)
    yield Guard("amending_update", table, "UPDATE", amending, CLOSED, tender, ("is_amending", "tender_id"))
    published = "EXISTS (SELECT 1 FROM tenders_publication WHERE tender_id = OLD.tender_id)"
    yield Guard("published_clarification_delete", table, "DELETE", published, RECORD)
    yield Guard(
        "published_deadline", "tenders_tender", "UPDATE", _other_deadline(), FROZEN, "OLD.id", ("deadline",)
    )


def _not_clarifying(tender: str) -> str:
    """No lot of the tender is in the round of questions, or one that goes on is elsewhere."""
    phases = (
        "SELECT 1 FROM tenders_procedure AS stands JOIN tenders_lot AS lot ON lot.id = stands.lot_id"
        f" WHERE lot.tender_id = {tender} AND stands.phase"
    )
    others = f"EXISTS ({phases} NOT IN ('clarification', 'stopped'))"
    return f"({others} OR NOT EXISTS ({phases} = 'clarification'))"


def _other_deadline() -> str:
    """Neither the published deadline nor the later one of the clarification that is open."""
    newest = "SELECT deadline FROM tenders_publication WHERE tender_id = OLD.id ORDER BY version DESC LIMIT 1"
    coming = (
        "SELECT 1 FROM tenders_clarification AS nota WHERE nota.tender_id = OLD.id AND nota.is_amending"
        " AND nota.published_at IS NULL AND nota.discarded_at IS NULL"
        f" AND nota.new_deadline = NEW.deadline AND nota.new_deadline > ({newest})"
    )
    return (
        "EXISTS (SELECT 1 FROM tenders_publication WHERE tender_id = OLD.id)"
        f" AND COALESCE(NEW.deadline <> ({newest}), NEW.deadline IS NULL OR ({newest}) IS NOT NULL)"
        f" AND NOT EXISTS ({coming})"
    )


def _of_the_phase() -> Iterator[Guard]:
    """A lot stands where the last recorded step brought it."""
    table = "tenders_procedure"
    newest = "SELECT target FROM tenders_phasechange WHERE lot_id = NEW.lot_id ORDER BY number DESC LIMIT 1"
    moved = f"COALESCE(NEW.phase <> ({newest}), true)"
    yield Guard("phase_insert", table, "INSERT", moved, RECORD)
    yield Guard("phase_update", table, "UPDATE", moved, RECORD)
    yield Guard("phase_of_its_lot", table, "UPDATE", "", RECORD, columns=("lot_id",))
    stepped = "EXISTS (SELECT 1 FROM tenders_phasechange WHERE lot_id = OLD.lot_id)"
    yield Guard("phase_delete", table, "DELETE", stepped, RECORD)


def _of_the_award() -> Iterator[Guard]:
    sent = "EXISTS (SELECT 1 FROM tenders_letter WHERE decision_id = OLD.decision_id)"
    for event in ("UPDATE", "DELETE"):
        yield Guard(f"sent_draft_{event.lower()}", "tenders_letterdraft", event, sent, RECORD)
    yield Guard("proceedings_delete", "tenders_proceedings", "DELETE", "", RECORD)


def _of_the_admission() -> Iterator[Guard]:
    """Records of the admission and what bids state stay; at most one fall of a bid stands."""
    for table in LATER:
        for event in ("UPDATE", "DELETE"):
            yield Guard(f"{table}_no_{event.lower()}", table, event, "", RECORD)
    standing = (
        "EXISTS (SELECT 1 FROM tenders_fallenbid AS fall WHERE fall.bid_id = NEW.bid_id AND NOT EXISTS"
        " (SELECT 1 FROM tenders_reinstatement WHERE fallen_id = fall.id))"
    )
    yield Guard("second_fall_insert", "tenders_fallenbid", "INSERT", standing, RECORD)


def _guards_of(apps: StateApps) -> Iterator[Guard]:
    """Without those of tables that are not there yet at this point of the migrations."""
    tables = {model._meta.db_table for model in apps.get_models()}
    missing = [table for table in (*LATER, OF_EVIDENCE) if table not in tables]
    return (each for each in _guards() if not any(table in f"{each.table} {each.when}" for table in missing))


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    earlier.put(apps, schema_editor)
    put_each(_guards_of(apps), schema_editor)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lift_each(_guards_of(apps), schema_editor)
    earlier.lift(apps, schema_editor)

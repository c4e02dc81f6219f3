"""What somebody with the password of the database could try, and when the database itself refuses."""

from collections.abc import Callable
from typing import NamedTuple

from tests.whole_procedure.model import Model
from tests.whole_procedure.table import DECIDED, DRAFT, SEALED


def always(model: Model) -> bool:
    return True


def _frozen(model: Model) -> bool:
    return model.phase not in DRAFT and not model.is_open_for_change


def _sealed(model: Model) -> bool:
    return model.phase in SEALED


def _opened(model: Model) -> bool:
    return model.phase not in (*DRAFT, *SEALED)


def _closed(model: Model) -> bool:
    return model.phase in (*DECIDED, "stopped")


def _unpriced(model: Model) -> bool:
    return model.phase in (*SEALED, "opening", "assessment", "consensus")


class Statement(NamedTuple):
    sql: str
    is_refused: Callable[[Model], bool]  # where it is not, nobody tries


RECORDS = (
    "tenders_publication", "tenders_publisheddocument", "tenders_evaluation", "tenders_draw",
    "tenders_awarddecision", "tenders_decisionwithdrawal", "tenders_letter", "tenders_phasechange",
    "tenders_firstsignature", "tenders_approval", "tenders_sealedbid", "tenders_sealedprices",
    "tenders_bidwithdrawal", "tenders_declaration", "tenders_reveal", "tenders_consensusscore",
    "tenders_verification", "tenders_fallenbid", "tenders_standstillwaiver", "tenders_reinstatement",
    "tenders_latereplacement", "audit_event",
)  # fmt: skip

STATEMENTS: tuple[Statement, ...] = (
    *(Statement(f"UPDATE {table} SET id = id", always) for table in RECORDS),
    *(Statement(f"DELETE FROM {table}", always) for table in RECORDS),
    Statement("UPDATE tenders_criterion SET weight = weight + 1", _frozen),
    Statement("UPDATE tenders_criterion SET parameters = '{}' WHERE code = 'D1'", _frozen),
    Statement("UPDATE tenders_criterionlevel SET share = 61 WHERE code = 'voldoende'", _frozen),
    Statement("UPDATE tenders_requirement SET text = 'Vijf jaar.'", _frozen),
    Statement("UPDATE tenders_lot SET rounding_places = 0", _frozen),
    Statement("UPDATE tenders_lot SET falling_away = 'keep'", _frozen),
    Statement("UPDATE tenders_tender SET deadline = NULL", _frozen),
    Statement("DELETE FROM tenders_criterionlevel", _frozen),
    Statement("DELETE FROM tenders_requirement", _frozen),
    Statement(
        "INSERT INTO tenders_criterionlevel (criterion_id, position, code, title, share, description)"
        " SELECT id, 9, 'nieuw', 'nieuw', 50, 'nieuw' FROM tenders_criterion WHERE code = 'K'",
        _frozen,
    ),
    Statement(
        "INSERT INTO tenders_bid (lot_id, supplier_id, code, received_at, sealed_id)"
        " SELECT lot.id, supplier.id, 'Z', '2026-10-01', NULL"
        " FROM tenders_lot AS lot, tenders_supplier AS supplier",
        _sealed,
    ),
    Statement(
        "INSERT INTO tenders_sealedbid (lot_id, receipt, sealed_at, sealed_by_id, version, content)"
        " SELECT lot_id, 'X', sealed_at, sealed_by_id, version, content FROM tenders_sealedbid",
        _opened,
    ),
    Statement(
        "INSERT INTO tenders_bidvalue (bid_id, criterion_id, value, motivation)"
        " SELECT bid.id, criterion.id, '1', '' FROM tenders_bid AS bid, tenders_criterion AS criterion"
        " WHERE criterion.kind = 'price'",
        _unpriced,
    ),
    Statement(
        "UPDATE tenders_individualscore SET value = 'matig' WHERE assessor_id IN"
        " (SELECT id FROM tenders_assessor WHERE ready_at IS NOT NULL)",
        _opened,
    ),
    Statement("UPDATE tenders_bidvalue SET value = '1'", _closed),
    Statement("DELETE FROM tenders_bidvalue", _closed),
    Statement("DELETE FROM tenders_requirementoutcome", _closed),
    Statement("UPDATE tenders_requirementoutcome SET met = NOT met", _closed),
    Statement("UPDATE tenders_bid SET code = 'Q'", _opened),
    Statement("DELETE FROM tenders_bid", _opened),
    Statement("UPDATE tenders_procedure SET phase = 'contract' WHERE phase <> 'contract'", always),
    Statement("DELETE FROM tenders_procedure", always),
    Statement("UPDATE tenders_assessor SET letter = 'Z'", always),
    Statement(
        "UPDATE tenders_bidvalue SET value = '1' WHERE criterion_id IN"
        " (SELECT id FROM tenders_criterion WHERE kind = 'price')",
        _opened,
    ),
)

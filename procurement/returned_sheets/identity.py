"""What says which sheet a file is: which tender, lot, version and seat; signed, so nobody else can make it.

The identity stands as plain text in a hidden sheet, because .xlsx and .ods carry that alike and every office
program keeps it. It holds no name and no secret: the signature only says that the program wrote it.
"""

import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256

from procurement.documents.workbook import Column, Sheet
from procurement.incoming import CellKind, Mark, Table
from procurement.language import Text
from procurement.returned_sheets import sentences

TITLE = "_tenderwijzer"
_SIGNATURE = "signature"
_PLACE = "at "
_MOST = 2_000  # characters of one value


class WrongSheet(ValueError):
    """The file is not the sheet that was asked for; `text` says what it is and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`kind` names the sort of sheet ("assessment-sheet"), `version` that of the publication or revision.

    `seat` is whose sheet it is: the letter of an assessor, a receipt, or nobody. `digest` is of everything in
    the workbook that is not to be filled in.
    """

    kind: str
    organisation: str
    tender: str
    lot: str = ""
    version: str = ""
    seat: str = ""
    language: str = "nl"
    digest: str = ""


_NAMES = frozenset(field.name for field in fields(Identity))


def signed(identity: Identity, key: bytes) -> str:
    """HMAC-SHA256 over all fields, in hexadecimal."""
    said = json.dumps(asdict(identity), sort_keys=True, ensure_ascii=True)
    return hmac.new(key, said.encode(), sha256).hexdigest()


def identity_sheet(identity: Identity, key: bytes, places: Mapping[str, str]) -> Sheet:
    """The hidden sheet, one field a row. `places`: where blanks stand, for who reads a kept file later."""
    rows = [*asdict(identity).items(), (_SIGNATURE, signed(identity, key))]
    rows += [(f"{_PLACE}{name}", place) for name, place in places.items()]
    return Sheet(title=TITLE, rows=rows, columns=(Column(14), Column(70)), protected=True, hidden=True)


def identity_of(table: Table, key: bytes) -> Identity:
    """What the file says it is. Raises `WrongSheet` when it says nothing or something that was not signed."""
    found = {name: value for name, value in _said(table) if not name.startswith(_PLACE)}
    signature = found.pop(_SIGNATURE, "")
    if not signature or found.keys() - _NAMES or "kind" not in found:
        raise WrongSheet(sentences.NOT_OURS)
    blank = Identity(kind="", organisation="", tender="", language="")
    identity = replace(blank, **found)
    if not hmac.compare_digest(signature.encode(), signed(identity, key).encode()):
        raise WrongSheet(sentences.FORGED)
    return identity


def places_in(table: Table) -> dict[str, tuple[str, str]]:
    """Sheet and cell of each blank, as the hidden sheet says; of a file that was kept since it went out."""
    said = {name.removeprefix(_PLACE): at for name, at in _said(table) if name.startswith(_PLACE)}
    return {name: (at.rpartition("!")[0], at.rpartition("!")[2]) for name, at in said.items()}


def _said(table: Table) -> Iterator[tuple[str, str]]:
    """Name and value of each row that has both. An empty field has no cell."""
    sheets = [sheet for sheet in table.sheets if sheet.title == TITLE]
    if len(sheets) != 1:
        raise WrongSheet(sentences.NOT_OURS)
    seen: set[str] = set()
    for row in sheets[0].rows:
        if len(row.cells) == 1 and row.cells[0].column == 1 and row.cells[0].value in _NAMES:
            continue
        texts = [
            cell.value for cell in row.cells if cell.kind is CellKind.TEXT and Mark.FORMULA not in cell.marks
        ]
        if len(texts) != 2 or len(row.cells) != 2 or texts[0] in seen or len(texts[1]) > _MOST:
            raise WrongSheet(sentences.FORGED)
        seen.add(texts[0])
        yield texts[0], texts[1]


def check_identity(found: Identity, expected: Identity) -> None:
    """Raise `WrongSheet` with the first thing in which the sheet differs from the one that is expected."""
    if found.kind != expected.kind:
        raise WrongSheet(sentences.OTHER_KIND)
    if (found.organisation, found.tender) != (expected.organisation, expected.tender):
        raise WrongSheet(sentences.OTHER_TENDER.format(found=found.tender, expected=expected.tender))
    if found.lot != expected.lot:
        raise WrongSheet(sentences.OTHER_LOT.format(found=found.lot or "–", expected=expected.lot or "–"))
    if found.seat != expected.seat:
        raise WrongSheet(sentences.OTHER_SEAT)
    if found != expected:
        raise WrongSheet(sentences.STALE)

"""What is sealed of a bid, and the one form in which it goes into the vault and comes out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from procurement.file_names import clean_name


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of a bid; `criterion` is the code it belongs to, or empty."""

    name: str = field(repr=False)
    criterion: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSealedBid:
    """A bid as received. Values, prices and answers by the code of their criterion, in canonical text.

    `as_received`: what it states for the calculation is not whole, and is registered knowingly.
    """

    supplier: str = field(repr=False)
    chamber_of_commerce: str = field(default="", repr=False)
    received_at: datetime
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    prices: Mapping[str, str] = field(default_factory=dict, repr=False)
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    files: Sequence[NewFile] = field(default=(), repr=False)
    as_received: bool = False


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What a sealed bid says about one of its files; the bytes are sealed beside it."""

    name: str
    criterion: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A bid out of its vault, prices excepted."""

    supplier: str
    chamber_of_commerce: str
    received_at: datetime
    values: Mapping[str, str]
    answers: Mapping[str, str]
    files: tuple[FileEntry, ...]


def bid_as_bytes(bid: NewSealedBid) -> bytes:
    return _json(
        {
            "supplier": bid.supplier,
            "chamber_of_commerce": bid.chamber_of_commerce,
            "received_at": bid.received_at.astimezone(UTC).isoformat(),
            "values": dict(bid.values),
            "answers": dict(bid.answers),
            "files": [_file_data(each) for each in bid.files],
        }
    )


def _file_data(file: NewFile) -> dict[str, object]:
    return {
        "name": clean_name(file.name),
        "criterion": file.criterion,
        "size": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
    }


def read_bid(plain: bytes) -> Content:
    data = json.loads(plain)
    return Content(
        supplier=data["supplier"],
        chamber_of_commerce=data["chamber_of_commerce"],
        received_at=datetime.fromisoformat(data["received_at"]),
        values=data["values"],
        answers=data["answers"],
        files=tuple(FileEntry(**each) for each in data["files"]),
    )


def prices_as_bytes(prices: Mapping[str, str]) -> bytes:
    return _json(dict(prices))


def read_prices(plain: bytes) -> dict[str, str]:
    prices: dict[str, str] = json.loads(plain)
    return prices


def _json(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()

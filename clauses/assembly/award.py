"""What the awarded bid brought: its promises in the bidder's own words, and proofs that expire.

A promise is kept as it was stated; the contract shows it beside the clause that holds it. Rows keep an
`Award` as plain data, texts and ISO dates only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from clauses.assembly.duty import DIRECTIONS, Direction
from procurement.language import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One value of the bid that counted at the award.

    `asked` and `proof` are the published words about the criterion; `stated` is the value as a reader writes
    it, `quote` what the bidder wrote about it; empty where the bidder gave the value and nothing else.
    `clause` and `variable` say which blank holds it; empty where no blank does.
    """

    criterion: str
    title: str
    asked: str
    proof: str
    value: str
    stated: Text
    unit: str
    direction: Direction
    quote: str
    stated_on: date
    clause: str = ""
    variable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringProof:
    """A certificate or label of the bid; `valid_until` is its last day."""

    name: str
    number: str
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """`lot` and `bid` are codes; `digest` is the SHA-256 of the calculation that the award follows."""

    lot: str = ""
    bid: str = ""
    bidder: str = ""
    digest: str = ""
    promises: tuple[Promise, ...] = ()
    proofs: tuple[ExpiringProof, ...] = ()


NO_AWARD = Award()


def award_as_data(award: Award) -> dict[str, object]:
    """Plain data for a JSON column."""
    return _plain(asdict(award))  # type: ignore[return-value]  # a dataclass becomes a dict


def award_from_data(data: Mapping[str, Any]) -> Award:
    """What `award_as_data` made; an empty mapping is no award."""
    if not data:
        return NO_AWARD
    return Award(
        **{name: data[name] for name in ("lot", "bid", "bidder", "digest")},
        promises=tuple(_promise(each) for each in data["promises"]),
        proofs=tuple(
            ExpiringProof(**{**each, "valid_until": date.fromisoformat(each["valid_until"])})
            for each in data["proofs"]
        ),
    )


def _promise(data: Mapping[str, Any]) -> Promise:
    known = {field.name: data[field.name] for field in fields(Promise)}
    known["stated"] = Text(nl=data["stated"]["nl"], en=data["stated"]["en"])
    known["stated_on"] = date.fromisoformat(data["stated_on"])
    known["direction"] = next(each for each in DIRECTIONS if each == data["direction"])
    return Promise(**known)


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Text():
            return {"nl": value.nl, "en": value.en}
        case Mapping():
            return {name: _plain(each) for name, each in value.items()}
        case Sequence() if not isinstance(value, str):
            return [_plain(each) for each in value]
    return value

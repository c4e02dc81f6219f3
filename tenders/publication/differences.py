"""What changed between two publications: each place with what it said and what it says now.

It compares the canonical forms, so that whatever changes the digest is in the list, and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from procurement.language import Text
from tenders.procedure.moments import moment_text
from tenders.publication.form import form_data
from tenders.publication.legal_part import legal_changes, reason_changes
from tenders.publication.model import Published
from tenders.publication.words import NOTHING, name_of, value_in_words
from tenders.reports.wording import Wording

_LOT = Text(nl="Perceel {code}", en="Lot {code}")
_ORDER = Text(nl="volgorde", en="order")
_STATED = Text(nl="{name}: {value}", en="{name}: {value}")
_TITLED = Text(nl="{code} {title}", en="{code} {title}")

Steps = tuple[Text, ...]
Data = Mapping[str, Any]
SILENT = frozenset(
    {"account", "publication", "lots", "criteria", "children"}
)  # names that tell a reader nothing


@dataclass(frozen=True, slots=True)
class Difference:
    """`steps` lead to the place: lot, criterion, field."""

    steps: Steps
    old: Text
    new: Text

    @property
    def place(self) -> Text:
        return Text(nl=" › ".join(step.nl for step in self.steps), en=" › ".join(s.en for s in self.steps))


def differences(old: Published, new: Published) -> tuple[Difference, ...]:
    reasons = (Difference(steps, was, now) for steps, was, now in reason_changes(old, new))
    return (*_of_tables((), form_data(old), form_data(new)), *reasons)


def _of_tables(steps: Steps, old: Data, new: Data) -> Iterator[Difference]:
    for name in dict.fromkeys((*old, *new)):
        yield from _of_values(steps, name, old.get(name), new.get(name))


def _of_values(steps: Steps, name: str, old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if name == "legal":
        yield from (
            Difference((*steps, *at), was, now) for at, was, now in legal_changes(old or {}, new or {})
        )
        return
    if name == "reasons":  # told apart, with their places in words
        return
    within = steps if name in SILENT else (*steps, name_of(name))
    if _is_coded(old) and _is_coded(new):
        yield from _of_coded(steps if name != "levels" else within, name, old or [], new or [])
    elif name in ("lots", "criteria", "requirements") and isinstance(old or new, Mapping):
        yield from _by_code(steps, name, old or {}, new or {})
    elif isinstance(old or {}, Mapping) and isinstance(new or {}, Mapping):
        yield from _of_tables(within, old or {}, new or {})
    else:
        yield Difference(within or (name_of(name),), _words(name, old), _words(name, new))


def _is_coded(value: Any) -> bool:
    """A list of tables that are known by their code, or nothing."""
    if value is None:
        return True
    return isinstance(value, list) and all(isinstance(each, Mapping) and "code" in each for each in value)


def _of_coded(steps: Steps, name: str, old: Sequence[Data], new: Sequence[Data]) -> Iterator[Difference]:
    before, after = {each["code"]: each for each in old}, {each["code"]: each for each in new}
    for code in dict.fromkeys((*before, *after)):
        was, now = before.get(code), after.get(code)
        here = (*steps, _titled(name, now or was or {}))
        if was is not None and now is not None:
            yield from _of_tables(here, was, now)
        else:
            yield Difference(here, _whole(name, was), _whole(name, now))
    common = [code for code in before if code in after]
    moved = [code for code in after if code in before]
    if common != moved:
        yield Difference((*steps, name_of(name), _ORDER), _listed(common), _listed(moved))


def _by_code(steps: Steps, name: str, old: Data, new: Data) -> Iterator[Difference]:
    """The terms beside the arithmetic: tables by the code of a lot, a criterion or a requirement."""
    for code in dict.fromkeys((*old, *new)):
        here = _LOT.format(code=code) if name == "lots" else Text(nl=code, en=code)
        yield from _of_tables((*steps, here), old.get(code, {}), new.get(code, {}))


def _titled(name: str, table: Data) -> Text:
    if name == "lots":
        return _LOT.format(code=table["code"])
    return _TITLED.format(code=table["code"], title=table.get("title") or "–")


def _whole(name: str, table: Data | None) -> Text:
    """All that one entry says, where it came or went as a whole."""
    if table is None:
        return NOTHING
    parts = [
        _STATED.format(name=name_of(field), value=_words(field, value)) for field, value in table.items()
    ]
    return Text(nl="; ".join(part.nl for part in parts), en="; ".join(part.en for part in parts))


def _words(name: str, value: Any) -> Text:
    if value is None:
        return NOTHING
    if isinstance(value, Mapping):
        return _whole(name, value)
    if isinstance(value, list):
        return _together([_words(name, each) for each in value])
    if name == "deadline":
        return moment_text(datetime.fromisoformat(value))
    if name in ("contract_start", "contract_end"):
        day = date.fromisoformat(value)
        return Text(nl=Wording("nl").day(day), en=Wording("en").day(day))
    return value_in_words(name, str(value))


def _together(parts: Sequence[Text]) -> Text:
    if not parts:
        return NOTHING
    return Text(nl=" / ".join(part.nl for part in parts), en=" / ".join(part.en for part in parts))


def _listed(codes: Sequence[str]) -> Text:
    return Text(nl=", ".join(codes), en=", ".join(codes))

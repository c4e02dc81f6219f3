"""One criterion for all bids, as one assessor reads and scores it. No name, no price, no key of a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from procurement.language import Text
from tenders.assessment.motivation import LevelText, names_a_letter, shortcomings
from tenders.assessment.order import labelled, token_of
from tenders.models import Bid, Criterion, CriterionLevel, IndividualScore
from tenders.services.jury import Duty
from tenders.services.opened import OpenedFile, answers_of, files_of
from tenders.services.unfinished import NO_LEVEL, own_scores


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file without the name that the bidder gave it."""

    token: str
    number: int
    ending: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """One bid: what it offers, what is stored, and what is in the fields now."""

    bid: Bid
    token: str
    label: Text
    answer: str
    files: tuple[ShownFile, ...]
    stored: IndividualScore | None
    value: str
    motivation: str
    version: int
    faults: tuple[Text, ...] = ()  # what keeps this score from being final
    reasons: tuple[Text, ...] = ()  # why it could not be saved
    is_stale: bool = False  # another window saved something else

    @property
    def is_changed(self) -> bool:
        stored = (self.stored.value, self.stored.motivation) if self.stored else ("", "")
        return (self.value, self.motivation.replace("\r\n", "\n").strip()) != stored

    def typed(self, data: Mapping[str, str]) -> "Cell":
        """With what stands in the fields of this form."""
        return replace(
            self,
            value=data.get(f"value-{self.token}", self.value),
            motivation=data.get(f"motivation-{self.token}", self.motivation),
            version=_version(data.get(f"version-{self.token}", "")),
        )

    def after(self, stored: IndividualScore, *, is_stale: bool = False) -> "Cell":
        return replace(self, stored=stored, version=stored.version, is_stale=is_stale)


def _version(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def cells_of(
    duty: Duty, criterion: Criterion, *, levels: Sequence[CriterionLevel], with_content: bool = True
) -> list[Cell]:
    """In the order of this assessor; a bid with a conflict of interest is not among them.

    `with_content`: with the answers and files out of the vault. Raises `VaultError`.
    """
    lot, scores = duty.assessor.lot, own_scores(duty)
    answers, files = (answers_of(lot), files_of(lot)) if with_content else ({}, {})
    bids = {bid.pk: bid for bid in duty.bids}
    everything = labelled(duty.assessor.seed, [*bids, *(bid.pk for bid in duty.conflicting)])
    cells = [
        Cell(
            bid=bids[each.key],
            token=each.token,
            label=each.label,
            answer=answers.get(each.key, {}).get(criterion.code, ""),
            files=_files(duty, criterion, files.get(each.key, [])),
            **_stored(scores.get((each.key, criterion.pk))),
        )
        for each in everything
        if each.key in bids
    ]
    return with_faults(cells, levels)


def _stored(score: IndividualScore | None) -> dict[str, Any]:
    return {
        "stored": score,
        "value": score.value if score else "",
        "motivation": score.motivation if score else "",
        "version": score.version if score else 0,
    }


def with_faults(cells: Sequence[Cell], levels: Sequence[CriterionLevel]) -> list[Cell]:
    """Each cell with what it still lacks; nothing is said about one that was not begun."""
    texts = [LevelText(level.title, level.description) for level in levels]
    found = []
    for cell in cells:
        others = [each.motivation for each in cells if each.token != cell.token and each.motivation.strip()]
        lacking = (
            *shortcomings(cell.motivation, levels=texts, others=others),
            *names_a_letter(cell.motivation),
        )
        faults = lacking if cell.value else (NO_LEVEL, *lacking)
        found.append(replace(cell, faults=faults if cell.value or cell.motivation.strip() else ()))
    return found


def _files(duty: Duty, criterion: Criterion, files: Sequence[OpenedFile]) -> tuple[ShownFile, ...]:
    """Of this criterion alone: what a bidder added to no criterion could hold a price."""
    own = [file for file in files if file.criterion == criterion.code]
    return tuple(
        ShownFile(file_token(duty, file), number, ending_of(file.name), file.size)
        for number, file in enumerate(own, 1)
    )


def file_token(duty: Duty, file: OpenedFile) -> str:
    return token_of(duty.assessor.seed, file.pk, "file")


def ending_of(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return ending if ending.isascii() and ending.isalnum() and len(ending) <= 5 else "bin"

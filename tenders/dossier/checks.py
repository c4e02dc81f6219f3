"""What a dossier has to pass once its log is whole. Each check raises `Rejected` or says nothing."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from tenders.dossier.events import Log, Told
from tenders.dossier.faults import (
    LEFT_OUT,
    NOT_CALCULABLE,
    NOT_RECORDED,
    NOT_SEALED,
    OTHER_ABOUT,
    OTHER_PHASES,
    OTHER_RANKING,
    OTHER_WINNER,
    Rejected,
)
from tenders.dossier.manifest import (
    DOCUMENT,
    EVALUATION,
    EVENTS,
    LETTER,
    MANIFEST,
    PHASES,
    PUBLICATION,
    File,
    seal_of,
)
from tenders.dossier.reading import Dossier
from tenders.procedure.transitions import TRANSITIONS
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import UnreadableTender, from_json
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import LotResult

WRITTEN = "dossier.written"
EVALUATED = "lot.evaluated"
AWARDED = "lot.awarded"
PUBLISHED = "tender.published"
RECORDED_KINDS = (PUBLICATION, EVALUATION, DOCUMENT, LETTER)


def files_are_sealed(dossier: Dossier, log: Log) -> None:
    """The last event of the log is the writing of this very dossier."""
    last = log.told[-1] if log.told else None
    sealed = last is not None and last.sequence == log.head.sequence and last.action == WRITTEN
    told = [event.sequence for event in log.told[:-1]]
    if last is None or not sealed or last.details.get("seal") != seal_of(dossier.files, told):
        raise Rejected(EVENTS, NOT_SEALED)


def about_is_recorded(dossier: Dossier, log: Log) -> None:
    """Whose dossier it is, of which tender and when it was made: as the event of its writing says."""
    about, last = dossier.about, log.told[-1]
    stated = (about.organisation, about.tender, about.title, about.made_at)
    recorded = (last.details.get("organisation"), last.subject, last.details.get("title"), last.at)
    if stated != recorded:
        raise Rejected(MANIFEST, OTHER_ABOUT)


def digests_are_recorded(dossier: Dossier, log: Log) -> None:
    recorded = log.digests()
    for file in dossier.files:
        if file.kind in RECORDED_KINDS and file.digest not in recorded:
            raise Rejected(file.path, NOT_RECORDED)


def nothing_is_left_out(dossier: Dossier, log: Log) -> None:
    """Every snapshot that was published or calculated is in the dossier."""
    present = {file.digest for file in dossier.files if file.kind in (PUBLICATION, EVALUATION)}
    for event in log.with_action(PUBLISHED, EVALUATED):
        digest = str(event.details.get("sha256"))
        if digest not in present:
            raise Rejected(EVENTS, LEFT_OUT.format(digest=digest))


def rankings_follow(dossier: Dossier, log: Log) -> None:
    """Every ranking in the log is what its snapshot gives when it is calculated again."""
    rankings = {event.details.get("sha256"): event.details for event in log.with_action(EVALUATED)}
    for file in dossier.of_kind(EVALUATION):
        calculated = _ranking(_result(file))
        if rankings.get(file.digest, {}).get("ranking") != calculated:
            raise Rejected(file.path, OTHER_RANKING.format(calculated=_shown(calculated)))


def awards_follow(dossier: Dossier, log: Log) -> None:
    """Every award went to the winner of the ranking it rests on."""
    files = {file.digest: file for file in dossier.of_kind(EVALUATION)}
    for event in log.with_action(AWARDED):
        file = files.get(str(event.details.get("sha256")))
        if file is None:
            raise Rejected(EVENTS, LEFT_OUT.format(digest=str(event.details.get("sha256"))))
        _require_winner(event, _result(file))


def phases_are_logged(dossier: Dossier, log: Log) -> None:
    """The steps of the procedure are those of the log, in the same order."""
    steps = _rows(dossier.file(PHASES))
    for number, (told, row) in enumerate(zip_longest(_steps(log), steps), 1):
        if told != row:
            raise Rejected(PHASES, OTHER_PHASES.format(number=str(number)))


def _require_winner(event: Told, result: LotResult) -> None:
    calculated = result.winner.bid.code if result.winner else "–"
    if event.details.get("winner") != calculated:
        values = {"winner": str(event.details.get("winner")), "calculated": calculated}
        raise Rejected(EVENTS, OTHER_WINNER.format(number=str(event.sequence), **values))


def _result(file: File) -> LotResult:
    try:
        return evaluate(from_json(file.content.decode()).lots[0])
    except (UnreadableTender, NotEvaluable) as refusal:
        raise Rejected(file.path, NOT_CALCULABLE.format(reason=refusal.problems[0].message)) from None
    except (UnicodeDecodeError, IndexError) as fault:
        raise Rejected(file.path, NOT_CALCULABLE.format(reason=str(fault))) from None


def _ranking(result: LotResult) -> list[list[Any]]:
    return [[each.rank, each.bid.code, str(each.total)] for each in result.ranking]


def _shown(ranking: list[list[Any]]) -> str:
    return ", ".join(f"{rank}. {code} {total}" for rank, code, total in ranking) or "–"


def _steps(log: Log) -> Iterator[dict[str, Any]]:
    codes = {f"procedure.{transition.code}": transition.code for transition in TRANSITIONS}
    for event in log.with_action(*codes):
        yield {
            "transition": codes[event.action],
            "subject": event.subject,
            "at": event.at,
            "from": event.details.get("from"),
            "to": event.details.get("to"),
            "reason": event.details.get("reason"),
            "people": event.details.get("people"),
        }


def _rows(file: File) -> list[dict[str, Any]]:
    try:
        rows = json.loads(file.content)
    except (ValueError, RecursionError):
        raise Rejected(file.path, OTHER_PHASES.format(number="1")) from None
    return rows if isinstance(rows, list) else [rows]

"""What an assessor does alone: declare conflicts of interest, score, and make the scores final."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from procurement.audit.log import record
from procurement.direction_controls import turns_direction
from procurement.language import Text
from tenders.models import Assessor, Bid, Criterion, Declaration, IndividualScore
from tenders.procedure.phases import Phase
from tenders.services.final_set import digest_of, final_set
from tenders.services.jury import Duty, admitted_bids, duty_of, jurors_of
from tenders.services.phases import Refused, phase_of, require_phase
from tenders.services.unfinished import unfinished

MOST_CHARACTERS = 8_000  # of a motivation
DECLARING = (Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS)

_WITHDRAWN = Text(
    nl="U doet niet meer mee aan deze beoordeling. Vraag de inkoper waarom.",
    en="You no longer take part in this assessment. Ask the procurement officer why.",
)
_OTHER_ROLE = Text(
    nl="U hebt nu ook een andere rol in deze organisatie, waarmee u namen of prijzen kunt zien. Daarom "
    "beoordeelt u niet meer. Vraag de inkoper u terug te trekken.",
    en="You now have another role in this organisation too, with which you can see names or prices. That is "
    "why you no longer assess. Ask the procurement officer to withdraw you.",
)
FINAL = Text(
    nl="Uw scores zijn definitief. Er verandert niets meer.",
    en="Your scores are final. Nothing changes any more.",
)
_NOT_YOURS = Text(
    nl="U scoort dit criterium niet voor deze inschrijver.",
    en="You do not score this criterion for this bidder.",
)
_DECLARE_FIRST = Text(
    nl="Vul eerst uw verklaring over belangen in. Daarna kunt u scoren.",
    en="Complete your declaration of interests first. After that you can score.",
)
_NO_LEVEL = Text(
    nl="Dit niveau staat niet op de schaal. Kies een van de getoonde niveaus.",
    en="This level is not on the scale. Choose one of the levels shown.",
)
_TOO_LONG = Text(
    nl="De tekst is langer dan {most} tekens. Maak haar korter.",
    en="The text is longer than {most} characters. Make it shorter.",
)
_ODD_SIGNS = Text(
    nl="In de tekst staan onzichtbare tekens. Typ de tekst opnieuw zonder te plakken.",
    en="The text has invisible characters in it. Type it again without pasting.",
)
_EXPLAIN = Text(
    nl="Leg uit welk belang u hebt, of waarom uw verklaring verandert.",
    en="Explain which interest you have, or why your declaration changes.",
)
_NOT_BACK = Text(
    nl="Een gemeld belang kunt u nu niet meer intrekken. De scores staan vast.",
    en="You can no longer take back a declared interest. The scores are fixed.",
)
_UNKNOWN_BID = Text(
    nl="Deze inschrijving hoort niet bij dit perceel of is terzijde gelegd. Laad de pagina opnieuw.",
    en="This bid is not of this lot or was set aside. Load the page again.",
)


class WrongEntry(Refused):
    """What was typed cannot be stored; the reasons say what to change."""


class StaleScore(Exception):
    """The score was changed elsewhere since it was shown; nothing was saved."""

    def __init__(self, stored: IndividualScore) -> None:
        super().__init__(f"version {stored.version}")
        self.stored = stored


@dataclass(frozen=True, slots=True)
class Answer:
    """What an assessor declares about one bidder."""

    has_conflict: bool
    explanation: str = ""


@transaction.atomic
def save_score(
    *,
    assessor: Assessor,
    bid: Bid,
    criterion: Criterion,
    value: str,
    motivation: str,
    seen_version: int,
    at: datetime,
    duty: Duty | None = None,
) -> IndividualScore:
    """Save one score; `seen_version` is that of the score as it was shown, 0 when there was none.

    `duty` is for who saves many in one transaction, and got it from `held` in that transaction.

    Raises `Refused`, `WrongEntry`, and `StaleScore` when another window saved in the meantime.
    """
    duty = duty or held(assessor)
    motivation = _readable(motivation)
    if bid not in duty.bids or criterion not in duty.criteria:
        raise Refused([_NOT_YOURS])
    if value and not criterion.levels.filter(code=value).exists():
        raise WrongEntry([_NO_LEVEL])
    cell = IndividualScore.objects.filter(assessor=assessor, bid=bid, criterion=criterion)
    entry = {"value": value, "motivation": motivation, "saved_at": at}
    if not cell.exists():
        return IndividualScore.objects.create(assessor=assessor, bid=bid, criterion=criterion, **entry)
    changed = cell.filter(version=seen_version).update(version=F("version") + 1, **entry)
    stored = cell.get()
    if not changed and (stored.value, stored.motivation) != (value, motivation):
        raise StaleScore(stored)
    return stored


def held(assessor: Assessor) -> Duty:
    """Hold the lot and this assessor while something is saved. Raises `Refused` for who may not save."""
    require_phase(assessor.lot, Phase.ASSESSMENT)
    _hold_active(assessor)
    if assessor.ready_at is not None:
        raise Refused([FINAL])
    duty = duty_of(assessor)
    if not duty.may_read:
        raise Refused([_DECLARE_FIRST])
    return duty


def _hold_active(assessor: Assessor) -> None:
    """`is_active` and `ready_at` are read again: another request may have changed them."""
    now = Assessor.objects.select_for_update(no_key=True).get(pk=assessor.pk)
    assessor.is_active, assessor.ready_at = now.is_active, now.ready_at
    if not assessor.is_active:
        raise Refused([_WITHDRAWN])
    if assessor.user not in jurors_of(assessor.lot.tender.organisation):
        raise Refused([_OTHER_ROLE])


def _readable(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if len(text) > MOST_CHARACTERS:
        raise WrongEntry([_TOO_LONG.format(most=str(MOST_CHARACTERS))])
    if "\0" in text or turns_direction(text):
        raise WrongEntry([_ODD_SIGNS])
    return text


@transaction.atomic
def make_ready(*, assessor: Assessor, at: datetime) -> Assessor:
    """Make the scores of this assessor final. Raises `Refused` with all that is missing."""
    duty = held(assessor)
    gaps = unfinished(duty)
    if gaps:
        raise Refused([reason for gap in gaps for reason in gap.reasons])
    Assessor.objects.filter(pk=assessor.pk).update(ready_at=at)
    assessor.ready_at = at
    lines = final_set(duty)
    _recorded(assessor, "jury.ready", at, {"scores": len(lines)}, before="open", after=digest_of(lines))
    return assessor


@transaction.atomic
def declare(*, assessor: Assessor, answers: Mapping[int, Answer], at: datetime) -> list[Declaration]:
    """Record what changes in the declarations; `answers` by the key of the bid. Raises `Refused`.

    Possible until the scores are locked. A conflict hides the bid and sets the scores on it apart.
    """
    require_phase(assessor.lot, *DECLARING)
    _hold_active(assessor)
    bids = {bid.pk: bid for bid in admitted_bids(assessor.lot)}
    if not answers.keys() <= bids.keys():
        raise WrongEntry([_UNKNOWN_BID])
    before = _newest(assessor)
    made = [
        Declaration.objects.create(
            assessor=assessor,
            bid=bids[key],
            has_conflict=answer.has_conflict,
            reason=_readable(answer.explanation),
            at=at,
        )
        for key, answer in _changes(assessor, answers).items()
    ]
    if made:
        declared = {row.bid.code: row.has_conflict for row in made}
        was = {row.bid.code: before.get(row.bid_id) for row in made}
        _recorded(assessor, "jury.declared", at, {}, before=was, after=declared)
    return made


def _newest(assessor: Assessor) -> dict[int, bool]:
    """By the key of the bid, whether the newest declaration says that there is a conflict."""
    rows = Declaration.objects.filter(assessor=assessor).order_by("pk")
    return dict(rows.values_list("bid", "has_conflict"))


def _changes(assessor: Assessor, answers: Mapping[int, Answer]) -> dict[int, Answer]:
    newest = _newest(assessor)
    changes = {key: answer for key, answer in answers.items() if newest.get(key) is not answer.has_conflict}
    back = {key for key, answer in changes.items() if newest.get(key) and not answer.has_conflict}
    if back and (assessor.ready_at is not None or phase_of(assessor.lot) is Phase.CONSENSUS):
        raise Refused([_NOT_BACK])
    unexplained = (key for key, answer in changes.items() if answer.has_conflict or key in back)
    if any(not changes[key].explanation.strip() for key in unexplained):
        raise WrongEntry([_EXPLAIN])
    return changes


def _recorded(
    assessor: Assessor,
    action: str,
    at: datetime,
    details: Mapping[str, object],
    *,
    before: object,
    after: object,
) -> None:
    """By letter, without the account: the chain is for ever, who the assessor was is not."""
    tender = assessor.lot.tender
    record(
        organisation=tender.organisation,
        at=at,
        actor=None,
        action=action,
        subject=f"{tender.reference} / {assessor.lot.number}",
        details={"assessor": assessor.letter, **details},
        before=before,
        after=after,
    )

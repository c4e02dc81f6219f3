"""The officer puts the panel of a lot together: who scores which criterion, and who leaves."""

import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.assessment.order import letters_of
from tenders.models import Assessor, Assignment, Declaration, IndividualScore, Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.services.jury import active_assessors, duties_of, jurors_of
from tenders.services.jury_values import jury_criteria
from tenders.services.phases import Refused, require_phase, require_sealed_prices
from tenders.services.unfinished import unfinished

APPOINTING = (
    Phase.PUBLISHED,
    Phase.CLARIFICATION,
    Phase.SUBMISSION,
    Phase.OPENING,
    Phase.ASSESSMENT,
)
WITHDRAWING = (*APPOINTING, Phase.CONSENSUS)

_NOT_ELIGIBLE = Text(
    nl="Deze persoon kan niet in het panel. Een beoordelaar heeft alleen de rol beoordelaar: wie een andere "
    "rol heeft, kan namen of prijzen zien.",
    en="This person cannot be on the panel. An assessor has the role of assessor alone: any other role can "
    "see names or prices.",
)
_NO_JURY_CRITERION = Text(
    nl="Dit criterium wordt niet door beoordelaars gescoord. Laad de pagina opnieuw.",
    en="This criterion is not scored by assessors. Load the page again.",
)
_STARTED = Text(
    nl="Beoordelaar {letter} is al begonnen. U kunt criteria toevoegen, niet weghalen. Trek de beoordelaar "
    "terug als het anders moet.",
    en="Assessor {letter} has already started. You can add criteria, not remove them. Withdraw the assessor "
    "if it has to be different.",
)
_READY = Text(
    nl="De scores van beoordelaar {letter} zijn definitief. Er komt geen criterium meer bij.",
    en="The scores of assessor {letter} are final. No criterion can be added.",
)
_WITHDRAWN = Text(
    nl="Beoordelaar {letter} is teruggetrokken. Wijs iemand anders aan.",
    en="Assessor {letter} was withdrawn. Appoint somebody else.",
)
_NO_REASON = Text(nl="Schrijf op waarom de beoordelaar stopt.", en="Write down why the assessor stops.")
_ONLY_ONE = Text(
    nl="Beoordelaar {letter} is de enige voor: {criteria}. Wijs eerst iemand anders aan.",
    en="Assessor {letter} is the only one for: {criteria}. Appoint somebody else first.",
)

Wanted = Mapping[int, Collection[int]]
"""By the key of the user, the keys of the criteria that this person scores."""


@transaction.atomic
def set_panel(*, lot: Lot, wanted: Wanted, at: datetime, actor: User) -> list[Assessor]:
    """Make the panel as wanted; users who are not named stay as they are. Raises `Refused`.

    Returns the assessors that changed. Nothing changes when one of the changes is refused.
    """
    require_phase(lot, *APPOINTING)
    _known(lot, wanted)
    panel = {row.user_id: row for row in Assessor.objects.filter(lot=lot).prefetch_related("assignments")}
    changes = {
        user: set(criteria)
        for user, criteria in wanted.items()
        if set(criteria) != _assigned(panel.get(user))
    }
    started = _started(panel.values())
    reasons = [_against(panel[user], changes[user], started) for user in changes if user in panel]
    if any(reasons):
        raise Refused([reason for reason in reasons if reason is not None])
    before = _described(lot) if changes else {}
    changed = [_changed(lot, user, panel.get(user), criteria) for user, criteria in sorted(changes.items())]
    if changed:
        _recorded(lot, "jury.panel_changed", at, actor, {}, before, _described(lot))
    return changed


def _known(lot: Lot, wanted: Wanted) -> None:
    asked = {user for user, criteria in wanted.items() if criteria}
    list(User.objects.select_for_update(no_key=True).filter(pk__in=asked).order_by("pk"))  # no role meanwhile
    members = set(Assessor.objects.filter(lot=lot, user__in=asked).values_list("user", flat=True))
    if asked - members - set(jurors_of(lot.tender.organisation).values_list("pk", flat=True)):
        raise Refused([_NOT_ELIGIBLE])
    of_jury = set(jury_criteria(lot).values_list("pk", flat=True))
    if any(not of_jury.issuperset(criteria) for criteria in wanted.values()):
        raise Refused([_NO_JURY_CRITERION])


def _assigned(assessor: Assessor | None) -> set[int]:
    """Without a query: the assignments were fetched with the panel."""
    return {each.criterion_id for each in assessor.assignments.all()} if assessor else set()


def _started(assessors: Iterable[Assessor]) -> set[int]:
    """The assessors who declared or scored something."""
    keys = [assessor.pk for assessor in assessors]
    rows = (model.objects.filter(assessor__in=keys) for model in (Declaration, IndividualScore))
    return {key for found in rows for key in found.values_list("assessor", flat=True)}


def _against(assessor: Assessor, criteria: set[int], started: Collection[int]) -> Text | None:
    if not assessor.is_active:
        return _WITHDRAWN.format(letter=assessor.letter)
    if assessor.pk in started and _assigned(assessor) - criteria:
        return _STARTED.format(letter=assessor.letter)
    if assessor.ready_at is not None:
        return _READY.format(letter=assessor.letter)
    return None


def _changed(lot: Lot, user: int, assessor: Assessor | None, criteria: set[int]) -> Assessor:
    if assessor is None:
        assessor = Assessor.objects.create(
            lot=lot, user_id=user, letter=_free_letter(lot), seed=secrets.token_hex(16)
        )
    elif not criteria:
        assessor.delete()  # before the work started nothing hangs on it
        return assessor
    before = set(assessor.assignments.values_list("criterion", flat=True))
    assessor.assignments.exclude(criterion__in=criteria).delete()
    Assignment.objects.bulk_create(
        Assignment(assessor=assessor, criterion_id=each) for each in sorted(criteria - before)
    )
    return assessor


def _free_letter(lot: Lot) -> str:
    taken = set(Assessor.objects.filter(lot=lot).values_list("letter", flat=True))
    return next(letter for letter in map(letters_of, range(len(taken) + 1)) if letter not in taken)


def _described(lot: Lot) -> dict[str, dict[str, object]]:
    """Letters and codes of criteria; who a letter is, only the row of the assessor says."""
    duties = duties_of(active_assessors(lot))
    return {
        duty.assessor.letter: {"criteria": [criterion.code for criterion in duty.criteria]} for duty in duties
    }


@transaction.atomic
def withdraw_assessor(*, assessor: Assessor, reason: str, at: datetime, actor: User) -> None:
    """This assessor no longer takes part; what was scored stays in the file and no longer counts."""
    lot = assessor.lot
    require_phase(lot, *WITHDRAWING)
    require_sealed_prices(lot)
    if not reason.strip():
        raise Refused([_NO_REASON])
    alone = _scored_by_nobody_else(assessor)
    if alone:
        raise Refused([_ONLY_ONE.format(letter=assessor.letter, criteria=", ".join(alone))])
    if Assessor.objects.filter(pk=assessor.pk, is_active=True).update(is_active=False):
        details = {"assessor": assessor.letter, "reason": reason.strip()}
        _recorded(lot, "jury.withdrawn", at, actor, details, "active", "withdrawn")


def _scored_by_nobody_else(assessor: Assessor) -> list[str]:
    """The titles of the criteria that this assessor alone scores."""
    duties = duties_of(active_assessors(assessor.lot))
    own = {criterion for duty in duties if duty.assessor == assessor for criterion in duty.criteria}
    others = {criterion for duty in duties if duty.assessor != assessor for criterion in duty.criteria}
    return sorted(criterion.title for criterion in own - others)


def reopen_incomplete(lot: Lot, change: PhaseChange) -> None:
    """With `start-assessment`: who was ready but got a bid more after a corrected admission goes on."""
    reopen_unfinished(lot, {"transition": change.number}, at=change.at, actor=change.made_by)


def reopen_unfinished(lot: Lot, why: Mapping[str, object], *, at: datetime, actor: User | None) -> None:
    """Who was ready and has a bid more to score goes on; `why` goes into the log."""
    for duty in duties_of(active_assessors(lot)):
        if duty.assessor.ready_at is not None and (duty.undeclared or unfinished(duty)):
            Assessor.objects.filter(pk=duty.assessor.pk).update(ready_at=None)
            _recorded(
                lot, "jury.reopened", at, actor, {"assessor": duty.assessor.letter, **why}, "final", "open"
            )


def _recorded(
    lot: Lot,
    action: str,
    at: datetime,
    actor: User | None,
    details: Mapping[str, object],
    before: object,
    after: object,
) -> None:
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number}",
        details=details,
        before=before,
        after=after,
    )

"""Moving a lot from one phase to the next: who may, what stands in the way, and the record of it.

`move` changes the phase and nothing else. `tenders.services.transitions` adds what goes with a step.
"""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import FirstSignature, Lot, PhaseChange, Procedure, Tender
from tenders.procedure.facts import Facts
from tenders.procedure.people import TITLES as ROLE_TITLES
from tenders.procedure.phases import ORDER, TITLES, Phase
from tenders.procedure.transition import Scope, Transition
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.facts import facts_of
from tenders.services.phase_records import phase_of as phase_of
from tenders.services.phase_records import phases_of as phases_of
from tenders.services.phase_records import prices_were_opened
from tenders.services.signatures import may_take, reasons_against_signing, waiting_signature

_WRONG_PHASE = Text(
    nl="Perceel {lot} is in de fase ‘{phase}’. ‘{title}’ kan daar niet.",
    en="Lot {lot} is in the phase ‘{phase}’. ‘{title}’ cannot be done there.",
)
_NOT_NOW = Text(
    nl="Perceel {lot} is in de fase ‘{phase}’. Dit kan alleen in: {allowed}.",
    en="Lot {lot} is in the phase ‘{phase}’. This can only be done in: {allowed}.",
)
_WRONG_ROLE = Text(
    nl="‘{title}’ doet een van deze rollen: {roles}.", en="‘{title}’ is done by one of these roles: {roles}."
)
_BEFORE_THE_LAST = Text(
    nl="Het tijdstip van deze stap ligt vóór de vorige stap van het perceel. De klok van de server loopt "
    "achter; vraag de beheerder.",
    en="The moment of this step lies before the previous step of the lot. The clock of the server is slow; "
    "ask the administrator.",
)
_NO_REASON = Text(nl="Schrijf op waarom u dit doet.", en="Write down why you do this.")
_SAME_PERSON = Text(
    nl="U hebt al getekend. Iemand anders tekent als tweede, binnen tien minuten.",
    en="You have signed already. Somebody else signs second, within ten minutes.",
)
_PRICES_ARE_KNOWN = Text(
    nl="De prijzen van perceel {lot} zijn al eens geopend. Alleen een vastgestelde score kan nog worden "
    "hersteld; de rest blijft zoals het was.",
    en="The prices of lot {lot} have been opened before. Only an agreed score can still be corrected; the "
    "rest stays as it was.",
)


class Refused(Exception):
    """The step cannot be made; `reasons` says all of what stands in the way, in both languages."""

    def __init__(self, reasons: Iterable[Text]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.nl for reason in self.reasons))


def why_not_in(lot: Lot, *phases: Phase) -> Text | None:
    """Why what belongs to these phases cannot be done now; None when it can."""
    now = phase_of(lot)
    if now in phases:
        return None
    allowed = [TITLES[phase] for phase in ORDER if phase in phases]
    return _NOT_NOW.format(
        lot=str(lot.number),
        phase=TITLES[now],
        allowed=Text(nl=" / ".join(each.nl for each in allowed), en=" / ".join(each.en for each in allowed)),
    )


def require_phase(lot: Lot, *phases: Phase) -> None:
    """Hold the lot for this transaction and refuse what its phase does not allow. Raises `Refused`."""
    Lot.objects.select_for_update(no_key=True).get(pk=lot.pk)
    reason = why_not_in(lot, *phases)
    if reason is not None:
        raise Refused([reason])


def require_sealed_prices(lot: Lot) -> None:
    """Once prices were open, only the panel's agreed scores can still be corrected. Raises `Refused`."""
    if prices_were_opened(lot):
        raise Refused([_PRICES_ARE_KNOWN.format(lot=str(lot.number))])


def lots_moved(lot: Lot, transition: Transition) -> list[Lot]:
    """The lots that this transition moves, starting from `lot`.

    Of the other lots of the tender one that was ended stays where it is, and one that is there already.
    """
    if transition.scope is Scope.LOT:
        return [lot]
    lots = list(lot.tender.lots.select_related("tender__organisation").order_by("pk"))
    phases = phases_of(lots)
    stay = (Phase.STOPPED, transition.target)
    return [each for each in lots if each.pk == lot.pk or phases[each.pk] not in stay]


def reasons_against(
    lot: Lot, transition: Transition, *, at: datetime, actor: User, facts: Facts | None = None
) -> list[Text]:
    """Everything that stands in the way for this person now; a signature of one's own included.

    `facts` of the lot, when the caller has them. The guards of a step of the whole tender look at what
    all its lots share.
    """
    facts = facts or facts_of(lot, at=at, actor=actor)
    reasons = [*_of_the_person(lot, transition, actor), *_of_the_phases(lot, transition)]
    if facts.phase in transition.sources:
        reasons += transition.reasons(facts)
    first = waiting_signature(lot, transition, at=at)
    if first is not None and first.made_by_id == actor.pk:
        reasons.append(_SAME_PERSON)
    if transition.people > 1:
        reasons += reasons_against_signing(actor, first, at=at)
    return reasons


def _of_the_person(lot: Lot, transition: Transition, actor: User) -> list[Text]:
    if may_take(actor, transition, lot.tender.organisation):
        return []
    names = Text(
        nl=", ".join(ROLE_TITLES[role].nl for role in transition.roles),
        en=", ".join(ROLE_TITLES[role].en for role in transition.roles),
    )
    return [_WRONG_ROLE.format(title=transition.title, roles=names)]


def _of_the_phases(lot: Lot, transition: Transition) -> list[Text]:
    lots = {each.pk: each for each in lots_moved(lot, transition)}
    return [
        _WRONG_PHASE.format(lot=str(lots[pk].number), phase=TITLES[phase], title=transition.title)
        for pk, phase in phases_of(list(lots.values())).items()
        if phase not in transition.sources
    ]


@transaction.atomic
def move(*, lot: Lot, code: str, at: datetime, actor: User, reason: str = "") -> list[PhaseChange]:
    """Make one transition and record it; nothing is written when it is refused (`Refused`).

    A transition of two people records the first signature and returns no change; the second person
    within ten minutes completes it.
    """
    transition = TRANSITIONS[code]
    _hold(lot)
    reasons = reasons_against(lot, transition, at=at, actor=actor)
    if transition.needs_reason and not reason.strip():
        reasons.append(_NO_REASON)
    if not reasons and Procedure.objects.filter(lot=lot, since__gt=at).exists():
        reasons.append(_BEFORE_THE_LAST)
    if reasons:
        raise Refused(reasons)
    first = waiting_signature(lot, transition, at=at)
    if transition.people == 2 and first is None:
        _sign(lot, transition, at=at, actor=actor, reason=reason)
        return []
    made_by, second = (first.made_by, actor) if first is not None else (actor, None)
    lots = lots_moved(lot, transition)
    said = _said(first, reason)
    return [_changed(each, transition, at, made_by, second, said) for each in lots]


def _said(first: FirstSignature | None, reason: str) -> str:
    """The reasons of both people, where they gave different ones."""
    reasons = [first.reason, reason] if first is not None else [reason]
    return "\n".join(dict.fromkeys(text.strip() for text in reasons if text.strip()))


def _hold(lot: Lot) -> None:
    """One step at a time per tender, and no other work on its lots meanwhile."""
    Tender.objects.select_for_update(no_key=True).get(pk=lot.tender_id)
    lots = Lot.objects.select_for_update(no_key=True).filter(tender=lot.tender_id)
    list(lots.order_by("pk").values_list("pk", flat=True))


def _sign(lot: Lot, transition: Transition, *, at: datetime, actor: User, reason: str) -> None:
    FirstSignature.objects.create(lot=lot, transition=transition.code, at=at, made_by=actor, reason=reason)
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="procedure.first_signature",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"transition": transition.code, "reason": reason},
    )


def _changed(
    lot: Lot, transition: Transition, at: datetime, made_by: User | None, second: User | None, reason: str
) -> PhaseChange:
    source = phase_of(lot)
    last = lot.phase_changes.order_by("-number").values_list("number", flat=True).first()
    change = PhaseChange.objects.create(
        lot=lot,
        number=(last or 0) + 1,
        transition=transition.code,
        source=source,
        target=transition.target,
        at=at,
        made_by=made_by,
        seconded_by=second,
        reason=reason,
    )
    Procedure.objects.update_or_create(lot=lot, defaults={"phase": transition.target, "since": at})
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=second or made_by,
        action=f"procedure.{transition.code}",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={
            "from": source.value,
            "to": transition.target.value,
            "reason": reason,
            "people": [person.pk for person in (made_by, second) if person is not None],
        },
        before=source.value,
        after=transition.target.value,
    )
    return change

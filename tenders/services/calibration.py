"""Trying the scale on an invented answer before the bids are opened. None of it counts."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.direction_controls import turns_direction
from procurement.language import Text
from tenders.models import Assessor, Assignment, Criterion, Lot, Sample, SampleScore
from tenders.procedure.phases import Phase
from tenders.services.jury_values import jury_criteria
from tenders.services.phases import Refused, require_phase
from tenders.services.scoring_alone import MOST_CHARACTERS, WrongEntry

WRITING = (Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION)
TRYING = (*WRITING, Phase.OPENING)

_EMPTY = Text(
    nl="Schrijf een verzonnen antwoord van hooguit {most} tekens, zonder onzichtbare tekens.",
    en="Write an invented answer of at most {most} characters, without invisible characters.",
)
_NO_JURY_CRITERION = Text(
    nl="Dit criterium wordt niet door beoordelaars gescoord.", en="Assessors do not score this criterion."
)
_CHOOSE = Text(nl="Kies een niveau van de schaal.", en="Choose a level of the scale.")
_NOT_YOURS = Text(
    nl="Dit oefenantwoord hoort niet bij uw criteria.", en="This sample is not among your criteria."
)
_DISCUSSED = Text(
    nl="Dit oefenantwoord is al besproken. Uw oefenscore staat vast.",
    en="This sample has been discussed already. Your practice score is fixed.",
)
_NOT_ALL = Text(
    nl="Nog niet alle beoordelaars hebben geoefend. Nog te gaan: {count}.",
    en="Not all assessors have practised yet. To go: {count}.",
)


@transaction.atomic
def write_sample(*, lot: Lot, criterion: Criterion, text: str, at: datetime, actor: User) -> Sample:
    """Add an invented answer; the newest of a criterion is the one that is tried."""
    require_phase(lot, *WRITING)
    text = text.replace("\r\n", "\n").strip()
    if not text or len(text) > MOST_CHARACTERS or "\0" in text or turns_direction(text):
        raise WrongEntry([_EMPTY.format(most=str(MOST_CHARACTERS))])
    if not jury_criteria(lot).filter(pk=criterion.pk).exists():
        raise Refused([_NO_JURY_CRITERION])
    sample = Sample.objects.create(criterion=criterion, text=text, made_at=at)
    _recorded(sample, lot, "jury.sample_written", at, actor)
    return sample


@transaction.atomic
def try_sample(*, assessor: Assessor, sample: Sample, value: str, motivation: str) -> SampleScore:
    """Save what this assessor would give; it may change until the sample is discussed."""
    require_phase(assessor.lot, *TRYING)
    sample = Sample.objects.select_for_update(no_key=True).get(pk=sample.pk)
    if sample.shown_at is not None:
        raise Refused([_DISCUSSED])
    assigned = Assignment.objects.filter(assessor=assessor, criterion=sample.criterion_id)
    if not (assessor.is_active and assigned.exists()):
        raise Refused([_NOT_YOURS])
    if not sample.criterion.levels.filter(code=value).exists():
        raise WrongEntry([_CHOOSE])
    motivation = motivation.replace("\r\n", "\n").strip()
    if len(motivation) > MOST_CHARACTERS or "\0" in motivation or turns_direction(motivation):
        raise WrongEntry([_EMPTY.format(most=str(MOST_CHARACTERS))])
    return SampleScore.objects.update_or_create(
        sample=sample, assessor=assessor, defaults={"value": value, "motivation": motivation}
    )[0]


def still_to_try(sample: Sample) -> int:
    """How many active assessors of its criterion have not tried it."""
    assigned = Assessor.objects.filter(is_active=True, assignments__criterion=sample.criterion_id)
    return assigned.exclude(sample_scores__sample=sample).count()


@transaction.atomic
def discuss_sample(*, lot: Lot, sample: Sample, at: datetime, actor: User) -> None:
    """Mark that the panel talked about it; from then on the practice scores are fixed."""
    require_phase(lot, *TRYING)
    sample = Sample.objects.select_for_update(no_key=True).get(pk=sample.pk, criterion__lot=lot)
    waiting = still_to_try(sample)
    if waiting:
        raise Refused([_NOT_ALL.format(count=str(waiting))])
    if sample.shown_at is None:
        Sample.objects.filter(pk=sample.pk).update(shown_at=at)
        _recorded(sample, lot, "jury.sample_discussed", at, actor)


def _recorded(sample: Sample, lot: Lot, action: str, at: datetime, actor: User) -> None:
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"criterion": sample.criterion.code, "sample": sample.pk},
    )

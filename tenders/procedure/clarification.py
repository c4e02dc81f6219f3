"""What stands in the way of publishing a nota van inlichtingen. Pure.

Art. 2.53, 2.54 and 2.73 Aw 2012: answers to everybody at once, ten days before the deadline (four in
urgency); later, or with substantially changed documents, the deadline moves along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from procurement.language import Text
from tenders.procedure.deadlines import has_passed
from tenders.procedure.moments import moment_text
from tenders.procedure.time_limits import (
    CLARIFIED_BEFORE,
    CLARIFIED_BEFORE_WHEN_URGENT,
    clarifies_in_time,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nota:
    """Counted facts of a clarification at one moment.

    `documents_change`: something besides the deadline differs from what was published; `scoring_changes`:
    criteria, weights, methods, scales or award rules are among it.
    """

    now: datetime
    deadline: datetime | None
    new_deadline: datetime | None = None
    questions: int = 0
    unanswered: int = 0
    documents_change: bool = False
    scoring_changes: bool = False
    problems: int = 0  # of the changed documents, in the check before publication
    reason: str = ""
    is_substantial: bool | None = None
    why_not_substantial: str = ""  # beside the reason of the change
    is_urgent: bool = False
    is_approved: bool = False  # a lawyer approved exactly this changed version
    approver_is_actor: bool = False
    approver_is_tied: bool = False  # one of these two reset the access of the other lately

    @property
    def changes(self) -> bool:
        return self.documents_change or self.new_deadline is not None


def reasons_against(nota: Nota) -> tuple[Text, ...]:
    return (*_content(nota), *_grounds(nota), *_time(nota), *_approval(nota))


def needs_later_deadline(nota: Nota) -> bool:
    """Art. 2.73: the documents change substantially, or the information comes late."""
    return bool(nota.documents_change and nota.is_substantial) or _is_late(nota)


def _is_late(nota: Nota) -> bool:
    if nota.deadline is None:
        return False
    return not clarifies_in_time(published_at=nota.now, deadline=nota.deadline, is_urgent=nota.is_urgent)


def _content(nota: Nota) -> Iterator[Text]:
    if not nota.questions and not nota.changes:
        yield Text(
            nl="Deze nota is leeg. Voeg een vraag met antwoord toe, of wijzig de stukken.",
            en="This clarification is empty. Add a question with its answer, or change the documents.",
        )
    if nota.unanswered:
        yield Text(
            nl="Vragen zonder antwoord: {count}. Beantwoord ze of haal ze weg.",
            en="Questions without an answer: {count}. Answer them or remove them.",
        ).format(count=str(nota.unanswered))
    if nota.documents_change and nota.problems:
        yield open_points(nota)


def open_points(nota: Nota) -> Text:
    return Text(
        nl="De gewijzigde stukken hebben nog open punten: {count}. Los ze op bij de toets.",
        en="The changed documents still have open points: {count}. Solve them in the check.",
    ).format(count=str(nota.problems))


def _grounds(nota: Nota) -> Iterator[Text]:
    if nota.changes and not nota.reason.strip():
        yield Text(
            nl="Schrijf op waarom u de stukken of het tijdstip wijzigt.",
            en="Write down why you change the documents or the deadline.",
        )
    if nota.documents_change and nota.is_substantial is None:
        yield Text(
            nl="Zeg of de stukken aanzienlijk wijzigen (art. 2.73 Aw 2012).",
            en="State whether the documents change substantially (art. 2.73 of the Dutch act).",
        )

    if nota.scoring_changes and nota.is_substantial is False:
        yield from _not_substantial(nota)


def _not_substantial(nota: Nota) -> Iterator[Text]:
    """Who changes how bids are scored and gives no more time says why that harms nobody."""
    if not nota.why_not_substantial.strip():
        yield Text(
            nl="Criteria, wegingen, methoden of schalen wijzigen en u noemt dat niet aanzienlijk. Schrijf "
            "apart op waarom niet (art. 2.53, 2.54 en 2.73 Aw 2012). De nota noemt die reden.",
            en="Criteria, weights, methods or scales change and you call that not substantial. Write down "
            "separately why not (art. 2.53, 2.54 and 2.73 of the Dutch act). The clarification states it.",
        )
    elif _folded(nota.why_not_substantial) == _folded(nota.reason):
        yield Text(
            nl="Waarom de wijziging niet aanzienlijk is, is iets anders dan waarom u wijzigt. Schrijf op "
            "waarom een ondernemer niet anders had besloten of gerekend.",
            en="Why the change is not substantial is something else than why you change. Write down why no "
            "operator would have decided or calculated differently.",
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _time(nota: Nota) -> Iterator[Text]:
    if nota.deadline is None:
        return
    if has_passed(nota.deadline, nota.now):
        yield Text(
            nl="Het uiterste tijdstip van inschrijving is voorbij: {moment}. Een nota kan niet meer.",
            en="The deadline for bids has passed: {moment}. No clarification can follow.",
        ).format(moment=moment_text(nota.deadline))
    elif nota.new_deadline is not None and nota.new_deadline <= nota.deadline:
        yield Text(
            nl="Het nieuwe uiterste tijdstip moet later zijn dan {moment}.",
            en="The new deadline must be later than {moment}.",
        ).format(moment=moment_text(nota.deadline))
    elif nota.new_deadline is None and needs_later_deadline(nota):
        yield _extend(nota)
    elif nota.new_deadline is not None and (nota.questions or nota.documents_change):
        yield from _too_soon(nota, nota.new_deadline)


def _too_soon(nota: Nota, deadline: datetime) -> Iterator[Text]:
    """The later deadline leaves bidders the days that the first one did not (art. 2.54)."""
    if not clarifies_in_time(published_at=nota.now, deadline=deadline, is_urgent=nota.is_urgent):
        yield Text(
            nl="Tussen de nota en het nieuwe uiterste tijdstip liggen minder dan {days} dagen. Kies een "
            "later tijdstip (art. 2.54 en 2.73 Aw 2012).",
            en="Between the clarification and the new deadline lie less than {days} days. Choose a later one "
            "(art. 2.54 and 2.73 of the Dutch act).",
        ).format(days=str(_days(nota)))


def _extend(nota: Nota) -> Text:
    if nota.documents_change and nota.is_substantial:
        return Text(
            nl="De stukken wijzigen aanzienlijk. Kies een later uiterste tijdstip, in verhouding tot de "
            "wijziging (art. 2.73 Aw 2012).",
            en="The documents change substantially. Choose a later deadline, in proportion to the change "
            "(art. 2.73 of the Dutch act).",
        )
    return Text(
        nl="De nota komt minder dan {days} dagen voor het uiterste tijdstip. Kies een later tijdstip, in "
        "verhouding tot het belang van de informatie (art. 2.54 en 2.73 Aw 2012).",
        en="The clarification comes less than {days} days before the deadline. Choose a later one, in "
        "proportion to the weight of the information (art. 2.54 and 2.73 of the Dutch act).",
    ).format(days=str(_days(nota)))


def _days(nota: Nota) -> int:
    return CLARIFIED_BEFORE_WHEN_URGENT if nota.is_urgent else CLARIFIED_BEFORE


def _approval(nota: Nota) -> Iterator[Text]:
    if not nota.documents_change:
        return
    if not nota.is_approved:
        yield Text(
            nl="Een jurist heeft deze gewijzigde versie nog niet goedgekeurd.",
            en="A lawyer has not approved this changed version yet.",
        )
    elif nota.approver_is_tied:
        yield Text(
            nl="Van u en wie deze gewijzigde versie goedkeurde heeft de een in de laatste dertig dagen de "
            "toegang van de ander hersteld. Iemand anders moet haar publiceren.",
            en="Of you and who approved this changed version, one reset the access of the other in the last "
            "thirty days. Somebody else has to publish it.",
        )
    elif nota.approver_is_actor:
        yield Text(
            nl="U hebt deze gewijzigde versie zelf goedgekeurd. Iemand anders moet haar publiceren.",
            en="You approved this changed version yourself. Somebody else has to publish it.",
        )

"""What a step fixes, shown before it is taken: the step is refused when that changed in the meantime.

The page carries a SHA-256 over what it showed. It is worked out again in the transaction of the step.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.language import Language, Text
from tenders.models import Lot, PhaseChange, Tender
from tenders.procedure.people import TITLES as ROLE_TITLES
from tenders.procedure.standstill import sent_on
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.award.outcome import shown_figure
from tenders.reports.edition import Assessment
from tenders.reports.vocabulary import COMBINATIONS, figure_title
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Combination
from tenders.scoring.result import BidResult
from tenders.services.editions import calculated
from tenders.services.evaluations import newest_evaluation
from tenders.services.jury import admitted_bids
from tenders.services.jury_values import jury_criteria, jury_values
from tenders.services.locked_scores import settled_digest
from tenders.services.minutes import minutes_of
from tenders.services.phases import Refused
from tenders.services.proofs import checklist
from tenders.services.transitions import take_step

_CHANGED = Text(
    nl="Wat u bevestigde, is intussen veranderd. Er is niets vastgelegd. Lees hieronder hoe het nu is en "
    "bevestig opnieuw.",
    en="What you confirmed has changed in the meantime. Nothing was recorded. Read below how it is now and "
    "confirm again.",
)
_UNSEEN = Text(
    nl="Lees eerst wat u vastlegt en bevestig het dan. Er is nog niets vastgelegd.",
    en="First read what you are fixing and then confirm it. Nothing has been recorded yet.",
)
_WINNER = Text(nl="Wie wint", en="Who wins")
_RULE = Text(nl="Volgens welke regel", en="By which rule")
_FIGURE = Text(nl="{title} van de winnaar", en="{title} of the winner")
_SECOND = Text(nl="Op plaats 2", en="In place 2")
_SECOND_WITH = Text(nl="{bidder}, met {figure}", en="{bidder}, with {figure}")
_TIE = Text(nl="Gelijke stand", en="Tie")
_RANKED = Text(nl="Geldige inschrijvingen", en="Valid bids")
_ASIDE = Text(nl="Terzijde gelegd", en="Set aside")
_RESTS_ON = Text(nl="Berekening", en="Calculation")
_NUMBERED = Text(
    nl="nummer {number} van {moment}, SHA-256 {digest}", en="number {number} of {moment}, SHA-256 {digest}"
)
_PROOF = Text(nl="Gecontroleerd bewijs", en="Proof verified")
_OF = Text(nl="{right} van {all}", en="{right} of {all}")
_NONE = Text(nl="geen", en="none")
_CRITERION = Text(nl="Niveaus op ‘{criterion}’", en="Levels on ‘{criterion}’")
_COMBINED = Text(nl="Hoe de scores samen één score worden", en="How the scores become one")
_MINUTES = Text(nl="Verslag van het overleg", en="Minutes of the meeting")
_VERSION = Text(nl="versie {number}", en="version {number}")
_SETTLED = Text(nl="SHA-256 van niveaus en motiveringen", en="SHA-256 of levels and reasons")
_ALONE = Text(
    nl="Niemand tekent mee: dit doet één persoon met de rol {roles}.",
    en="Nobody signs with you: this is done by one person with the role {roles}.",
)
_TOGETHER = Text(
    nl="Een tweede persoon tekent mee, met de rol {roles}.",
    en="A second person signs with you, with the role {roles}.",
)

Line = tuple[Text, Text]
"""What is fixed, and as what."""

LASTING: Mapping[str, tuple[Text, ...]] = {
    "decide-award": (
        Text(
            nl="De inschrijvingen, de waarden, de motiveringen en de rangorde veranderen niet meer. Een "
            "motivering aanvullen kan daarna niet.",
            en="The bids, the values, the reasons and the ranking no longer change. Reasons cannot be "
            "supplemented afterwards.",
        ),
        Text(
            nl="De beslissing blijft in het dossier. Intrekken kan tot de overeenkomst, met een reden die "
            "elke inschrijver leest. Ongedaan maken kan niet.",
            en="The decision stays in the file. It can be withdrawn until the contract, with a reason that "
            "every bidder reads. It cannot be undone.",
        ),
    ),
    "lock-scores": (
        Text(
            nl="De niveaus en de motiveringen veranderen niet meer. Wat u vastlegt, blijft in het logboek "
            "staan, ook als het overleg met een reden wordt heropend.",
            en="The levels and the reasons no longer change. What you fix stays in the log, also when the "
            "meeting is reopened with a reason.",
        ),
        Text(
            nl="Daarna kunnen twee personen de prijzen openen. Na die opening herstelt u een score alleen "
            "nog met twee personen en een reden.",
            en="After that two people can open the prices. After that opening a score is corrected only by "
            "two people and with a reason.",
        ),
    ),
}


class Unconfirmed(Refused):
    """What was shown is not what would be fixed now."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """`digest` is over everything that is shown and what it rests on."""

    lines: tuple[Line, ...]
    lasting: tuple[Text, ...]
    people: Text
    digest: str


def needs_confirmation(code: str) -> bool:
    return code in _LINES


def confirmation_of(lot: Lot, code: str, *, at: datetime) -> Confirmation:
    """What the step with this code would fix now."""
    lines, transition = tuple(_LINES[code](lot, at)), TRANSITIONS[code]
    told = [[lot.pk, code], *([label.nl, detail.nl] for label, detail in lines)]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
    titles = [ROLE_TITLES[role] for role in transition.roles]
    roles = Text(nl=" / ".join(each.nl for each in titles), en=" / ".join(each.en for each in titles))
    people = (_TOGETHER if transition.people > 1 else _ALONE).format(roles=roles)
    return Confirmation(lines, LASTING[code], people, digest)


@transaction.atomic
def take_confirmed_step(
    *, lot: Lot, code: str, seen: str, at: datetime, actor: User, reason: str = ""
) -> list[PhaseChange]:
    """Make the transition if `seen` is the digest of what it fixes now. Raises `Refused`, `Unconfirmed`."""
    Tender.objects.select_for_update(no_key=True).get(pk=lot.tender_id)
    list(Lot.objects.select_for_update(no_key=True).filter(tender=lot.tender_id).order_by("pk"))
    now = confirmation_of(lot, code, at=at).digest
    changes = take_step(lot=lot, code=code, at=at, actor=actor, reason=reason)
    if seen != now:
        raise Unconfirmed([_CHANGED if seen else _UNSEEN])
    return changes


def _award(lot: Lot, at: datetime) -> Iterator[Line]:
    """Empty while nothing was calculated."""
    evaluation = newest_evaluation(lot)
    if evaluation is None:
        return
    made = calculated(evaluation)
    yield from _outcome(made)
    count, names = str(len(made.result.ranking)), [each.bid.name for each in made.result.excluded]
    yield _RANKED, Text(nl=count, en=count)
    yield _ASIDE, Text(nl=", ".join(names), en=", ".join(names)) if names else _NONE
    moment = Text(nl=Wording("nl").moment(made.made_at), en=Wording("en").moment(made.made_at))
    yield _RESTS_ON, _NUMBERED.format(number=str(made.number), moment=moment, digest=made.digest)
    listed = checklist(lot, on=sent_on(at))
    if listed is not None:
        right = sum(proof.state == "right" for proof in listed.proofs)
        yield _PROOF, _OF.format(right=str(right), all=str(len(listed.proofs)))


def _outcome(made: Assessment) -> Iterator[Line]:
    winner, method = made.result.winner, AWARDS[made.lot.award.method]
    if winner is None:
        return
    yield _WINNER, Text(nl=winner.bid.name, en=winner.bid.name)
    yield _RULE, Text(nl=f"{method.title.nl}: {method.words.nl}", en=f"{method.title.en}: {method.words.en}")
    title = Text(nl=figure_title(method, Wording("nl")), en=figure_title(method, Wording("en")))
    yield _FIGURE.format(title=title), _figure(made, winner)
    for second in made.result.ranking[1:2]:
        yield _SECOND, _SECOND_WITH.format(bidder=second.bid.name, figure=_figure(made, second))
    if winner.tie is not None:
        yield _TIE, winner.tie


def _figure(made: Assessment, of: BidResult) -> Text:
    def shown(language: Language) -> str:
        return shown_figure(made.result.lot, of, Wording(language))

    return Text(nl=shown("nl"), en=shown("en"))


def _scores(lot: Lot, at: datetime) -> Iterator[Line]:
    """By the codes of the bids: who sees this page need not know the bidders yet."""
    yield _COMBINED, COMBINATIONS[Combination(lot.combination)]
    values, bids = jury_values(lot), admitted_bids(lot)
    for criterion in jury_criteria(lot).prefetch_related("levels").order_by("code"):
        titles = {level.code: level.title for level in criterion.levels.all()}
        found = [
            f"{bid.code}: {', '.join(titles.get(each, each) for each in value.values)}"
            for bid in bids
            if (value := values.get((bid.pk, criterion.pk))) is not None
        ]
        told = "; ".join(found)
        yield _CRITERION.format(criterion=criterion.title), Text(nl=told, en=told) if told else _NONE
    yield _MINUTES, _VERSION.format(number=str(minutes_of(lot).version))
    digest = settled_digest(lot)
    yield _SETTLED, Text(nl=digest, en=digest)


_LINES: Mapping[str, Callable[[Lot, datetime], Iterator[Line]]] = {
    "decide-award": _award,
    "lock-scores": _scores,
}

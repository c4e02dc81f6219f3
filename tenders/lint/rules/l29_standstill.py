"""L29: nothing is signed during the standstill, nor before the court has ruled."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.decision import Standstill
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity
from tenders.procedure.standstill import standstill

_SIGNING, _LETTERS = "legal.decision.standstill", "legal.decision.letters"

_TOO_SHORT = Text(
    nl="De termijn in de brief eindigt op {stated}; de wet geeft tot en met {last}.",
    en="The term in the letter ends on {stated}; the act gives until {last} included.",
)
_LONGER = Text(
    nl="Verzend de brief opnieuw met de juiste laatste dag.",
    en="Send the letter again with the right last day.",
)
_TOO_EARLY = Text(
    nl="Tekenen op {signed} is te vroeg; de termijn loopt tot en met {last}.",
    en="Signing on {signed} is too early; the term runs until {last} included.",
)
_WAIT = Text(
    nl="Teken pas na de laatste dag van de termijn.",
    en="Sign only after the last day of the term.",
)
_NOT_RULED = Text(
    nl="Er is een kort geding gevraagd en de rechter heeft nog niet beslist.",
    en="Interim relief was asked and the court has not ruled yet.",
)
_BEFORE_RULING = Text(
    nl="Tekenen op {signed} is voor de uitspraak van {ruled}.",
    en="Signing on {signed} is before the ruling of {ruled}.",
)
_WAIT_FOR_RULING = Text(
    nl="Wacht op de uitspraak.",
    en="Wait for the ruling.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    letters, signing = draft.legal.decision.letters, draft.legal.decision.standstill
    yield from missing(signing, _SIGNING, "signed_on", "interim_relief_asked")
    yield from missing(letters, _LETTERS, "sent_on", "standstill_until")
    yield from _ruling(signing)
    if letters.sent_on is None:
        return
    last = standstill(letters.sent_on).last_day
    stated = letters.standstill_until
    if stated is not None and stated < last:
        message = _TOO_SHORT.format(stated=_shown(stated), last=_shown(last))
        yield wrong(f"{_LETTERS}.standstill_until", message, _LONGER, screen=Screen.PROCEDURE)
    free = max(last, stated or last)
    if signing.signed_on is not None and signing.signed_on <= free:
        message = _TOO_EARLY.format(signed=_shown(signing.signed_on), last=_shown(free))
        yield wrong(f"{_SIGNING}.signed_on", message, _WAIT, screen=Screen.PROCEDURE)


def _ruling(signing: Standstill) -> Iterator[Finding]:
    if not signing.interim_relief_asked:
        return
    if signing.ruled_on is None:
        yield wrong(f"{_SIGNING}.ruled_on", _NOT_RULED, _WAIT_FOR_RULING, screen=Screen.PROCEDURE)
    elif signing.signed_on is not None and signing.signed_on < signing.ruled_on:
        message = _BEFORE_RULING.format(signed=_shown(signing.signed_on), ruled=_shown(signing.ruled_on))
        yield wrong(f"{_SIGNING}.signed_on", message, _WAIT_FOR_RULING, screen=Screen.PROCEDURE)


def _shown(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _applies(draft: Draft) -> bool:
    return draft.legal.decision.standstill.exception is None


RULE = Rule(
    code="L29",
    title=Text(
        nl="Niet tekenen binnen de opschortende termijn of voor de uitspraak",
        en="No signature within the standstill or before the ruling",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.SIGNATURE,
    basis=(
        cite("aw2012:2.127"),
        cite("aw2012:2.127(2)"),
        cite("aw2012:2.127(3)"),
        cite("aw2012:2.127(4)"),
        cite("aw2012:2.131"),
        cite("remedies:2a"),
    ),
    wrong=Text(
        nl="De termijn in de brief is korter dan twintig dagen, of het contract is te vroeg getekend.",
        en="The term in the letter is shorter than twenty days, or the contract is signed too early.",
    ),
    why=Text(
        nl="Een afgewezen inschrijver heeft twintig kalenderdagen om naar de rechter te gaan, gerekend "
        "vanaf de dag na verzending. Vraagt hij een kort geding, dan wacht u ook op de uitspraak. "
        "Zonder verplichte aankondiging, met één inschrijver, of onder een raamovereenkomst of "
        "dynamisch aankoopsysteem hoeft de termijn niet.",
        en="A rejected bidder has twenty calendar days to go to court, counted from the day after "
        "sending. If it asks for interim relief, you wait for the ruling as well. Without a "
        "compulsory notice, with a sole bidder, or under a framework or dynamic purchasing system "
        "the term is not required.",
    ),
    instead=Text(
        nl="Noem in de brief de laatste dag van de termijn en teken pas daarna.",
        en="State the last day of the term in the letter and sign only after it.",
    ),
    bad=Text(
        nl="Brief op 1 maart, contract op 19 maart.",
        en="Letter on 1 March, contract on 19 March.",
    ),
    good=Text(
        nl="Brief op 1 maart, termijn tot en met maandag 22 maart, contract op 23 maart.",
        en="Letter on 1 March, term until Monday 22 March included, contract on 23 March.",
    ),
    doubt=Text(
        nl="Dat de termijn doorloopt tot de eerstvolgende werkdag, volgt uit de Algemene termijnenwet "
        "en Verordening 1182/71, die niet in de bron zijn gelezen.",
        en="That the term runs on to the next working day follows from the General Terms Act and "
        "Regulation 1182/71, which were not read at the source.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

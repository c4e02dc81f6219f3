"""L28: every bidder and candidate concerned gets a complete letter."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity

_PLACE = "legal.decision.letters"
_COMPLETE = Text(
    nl="Vul de brief aan en verzend hem opnieuw; de termijn begint dan opnieuw.",
    en="Complete the letter and send it again; the term then starts again.",
)
_WANTED = (
    Wanted(
        "electronic",
        True,
        Text(
            nl="De brieven gaan niet elektronisch weg.",
            en="The letters are not sent electronically.",
        ),
        Text(
            nl="Verzend de brieven elektronisch.",
            en="Send the letters electronically.",
        ),
    ),
    Wanted(
        "to_all_concerned",
        True,
        Text(
            nl="Niet elke betrokken inschrijver en gegadigde krijgt een brief.",
            en="Not every bidder and candidate concerned gets a letter.",
        ),
        Text(
            nl="Verzend ook de overige brieven.",
            en="Send the other letters too.",
        ),
    ),
    Wanted(
        "reasons",
        True,
        Text(
            nl="De brieven missen relevante redenen, kenmerken of relatieve voordelen.",
            en="The letters lack relevant reasons, characteristics or relative advantages.",
        ),
        _COMPLETE,
    ),
    Wanted(
        "winner_named",
        True,
        Text(
            nl="De brieven noemen de winnaar niet.",
            en="The letters do not name the winner.",
        ),
        _COMPLETE,
    ),
    Wanted(
        "confidential_kept",
        True,
        Text(
            nl="In de brieven staat iets vertrouwelijks.",
            en="Something confidential is in the letters.",
        ),
        Text(
            nl="Haal vertrouwelijke gegevens uit de brief.",
            en="Take confidential data out of the letter.",
        ),
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    decision = draft.legal.decision
    yield from against(decision.letters, _PLACE, _WANTED)
    if decision.standstill.exception is None:
        yield from missing(decision.letters, _PLACE, "standstill_until")


RULE = Rule(
    code="L28",
    title=Text(
        nl="Elke betrokkene krijgt een volledige brief",
        en="Everyone concerned gets a complete letter",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.DECISION,
    basis=(
        cite("aw2012:2.130"),
        cite("aw2012:2.103"),
        cite("aw2012:2.104"),
        cite("aw2012:2.138"),
        cite("hr-2012-bw9233"),
    ),
    wrong=Text(
        nl="De gunningsbeslissing mist redenen, de winnaar of de termijn, gaat niet naar iedereen, of "
        "verklapt iets vertrouwelijks.",
        en="The award decision lacks reasons, the winner or the term, does not go to all, or discloses "
        "something confidential.",
    ),
    why=Text(
        nl="Een inschrijver moet kunnen zien waarom een ander won, en tot wanneer hij daartegen kan "
        "opkomen. Redenen die niet in de brief staan, kunt u in beginsel later niet meer aanvoeren.",
        en="A bidder must be able to see why another won, and until when it can object. Reasons that "
        "are not in the letter cannot in principle be brought later.",
    ),
    instead=Text(
        nl="Verzend de brief elektronisch aan iedereen, met redenen, kenmerken en relatieve voordelen, "
        "de naam van de winnaar en de laatste dag van de termijn.",
        en="Send the letter electronically to all, with reasons, characteristics and relative "
        "advantages, the name of the winner and the last day of the term.",
    ),
    bad=Text(
        nl="U bent tweede geworden.",
        en="You came second.",
    ),
    good=Text(
        nl="De winnaar scoort op D1 100 punten met 148 kg CO2e; u 62 punten met 211 kg. De termijn "
        "loopt tot en met 22 maart 2027.",
        en="The winner scores 100 points on D1 with 148 kg CO2e; you 62 points with 211 kg. The term "
        "runs until 22 March 2027 included.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

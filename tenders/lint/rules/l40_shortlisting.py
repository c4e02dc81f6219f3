"""L40: shortlisting fits the procedure, leaves enough candidates, and its rules stand in the notice."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import ProcedureKind
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_PLACE = "legal.bidders.shortlisting"
_FIVE, _THREE = Decimal(5), Decimal(3)  # art. 2.99 lid 3

_NOT_OPEN = Text(
    nl="In een openbare procedure mag iedereen inschrijven; selectie kan niet.",
    en="In an open procedure everybody may bid; there is no shortlisting.",
)
_OTHER = Text(
    nl="Schrap de selectie, of kies een procedure met een selectiefase.",
    en="Drop the shortlisting, or choose a procedure with a selection stage.",
)
_TOO_FEW = Text(
    nl="{places} gegadigden is te weinig; het zijn er ten minste {least}.",
    en="{places} candidates is too few; there must be at least {least}.",
)
_MORE = Text(
    nl="Nodig ten minste {least} gegadigden uit.",
    en="Invite at least {least} candidates.",
)
_WEIGHTED = Wanted(
    "weighted",
    True,
    Text(
        nl="De selectiecriteria hebben geen vast gewicht.",
        en="The shortlisting criteria have no fixed weight.",
    ),
    Text(
        nl="Geef elk selectiecriterium een gewicht.",
        en="Give each shortlisting criterion a weight.",
    ),
)
_NOTICE = Wanted(
    "shortlisting",
    True,
    Text(
        nl="De aankondiging noemt het aantal, de regels en de weging niet.",
        en="The notice does not state the number, the rules and the weights.",
    ),
    Text(
        nl="Zet aantal, regels en weging in de aankondiging.",
        en="Put number, rules and weights in the notice.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    shortlisting, kind = draft.legal.bidders.shortlisting, draft.legal.course.kind
    yield from missing(draft.legal.course, "legal.course", "kind")
    if kind is ProcedureKind.OPEN:
        yield wrong(_PLACE, _NOT_OPEN, _OTHER)
        return
    yield from against(draft.legal.notice, "legal.notice", (_NOTICE,))
    if shortlisting is None:
        yield unanswered(_PLACE)
        return
    yield from missing(shortlisting, _PLACE, "places", "rules")
    yield from against(shortlisting, _PLACE, (_WEIGHTED,))
    least = _FIVE if kind is ProcedureKind.RESTRICTED else _THREE
    if kind and shortlisting.places is not None and shortlisting.places < least:
        message = _TOO_FEW.format(places=number(shortlisting.places), least=number(least))
        advice, quote = _MORE.format(least=number(least)), plain(shortlisting.places)
        yield wrong(f"{_PLACE}.places", message, advice, quote=quote)


def _applies(draft: Draft) -> bool:
    """Where candidates are limited; below the thresholds the act sets no numbers."""
    if draft.legal.course.kind is ProcedureKind.BELOW_THRESHOLD:
        return False
    return draft.legal.bidders.shortlisting is not None or bool(draft.legal.notice.shortlisting)


RULE = Rule(
    code="L40",
    title=Text(
        nl="Selectie van gegadigden past bij de procedure en staat in de aankondiging",
        en="Shortlisting fits the procedure and stands in the notice",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.99(1)"),
        cite("aw2012:2.99(2)"),
        cite("aw2012:2.99(3)"),
        cite("aw2012:2.100"),
        cite("dir2014-24:65"),
    ),
    wrong=Text(
        nl="U beperkt het aantal gegadigden in een openbare procedure, nodigt er te weinig uit, of de "
        "regels staan niet in de aankondiging.",
        en="You limit the number of candidates in an open procedure, invite too few, or the rules are "
        "not in the notice.",
    ),
    why=Text(
        nl="In een openbare procedure mag iedereen inschrijven. In de niet-openbare procedure nodigt u "
        "er ten minste vijf uit, in de andere ten minste drie. De regels of selectiecriteria met hun "
        "weging staan in de aankondiging.",
        en="In an open procedure everybody may bid. In the restricted procedure you invite at least "
        "five, in the others at least three. The rules or shortlisting criteria with their weights "
        "stand in the notice.",
    ),
    instead=Text(
        nl="Noem in de aankondiging het aantal, de regels en de weging.",
        en="State the number, the rules and the weights in the notice.",
    ),
    bad=Text(
        nl="Wij nodigen de drie meest ervaren bedrijven uit.",
        en="We invite the three most experienced firms.",
    ),
    good=Text(
        nl="Wij nodigen vijf gegadigden uit: referenties met terugname 60%, ISO 14001 of gelijkwaardig 40%.",
        en="We invite five candidates: references with take-back 60%, ISO 14001 or equivalent 40%.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

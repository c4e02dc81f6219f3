"""Each leaf states its kind, a method that suits it, and all that the method must publish."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.scoring.award import AwardMethod
from tenders.scoring.awards import award_method
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind, Lot
from tenders.scoring.numbers import HUNDRED, ZERO, exactly
from tenders.scoring.parameters import wrong_parameters
from tenders.scoring.problem import Problem
from tenders.scoring.tree import placed

KIND_NAMES = {
    Kind.PRICE: Text(nl="prijs", en="price"),
    Kind.QUANTITY: Text(nl="hoeveelheid", en="quantity"),
    Kind.SCALE: Text(nl="schaal", en="scale"),
    Kind.LABEL: Text(nl="keurmerk", en="label"),
    Kind.YES_NO: Text(nl="ja of nee", en="yes or no"),
}

_NO_KIND = Text(
    nl="‘{title}’ heeft geen soort en geen subcriteria. Kies hoe een inschrijving hierop scoort.",
    en="‘{title}’ has no kind and no sub-criteria. Choose how a bid scores here.",
)
_GROUP = Text(
    nl="‘{title}’ heeft subcriteria en scoort dus zelf niet. Haal soort, methode en parameters weg.",
    en="‘{title}’ has sub-criteria, so it is not scored itself. Remove kind, method and parameters.",
)
_UNKNOWN = Text(
    nl="De methode ‘{code}’ bestaat niet. Kies er een uit de lijst.",
    en="The method ‘{code}’ does not exist. Choose one from the list.",
)
_NO_METHOD = Text(nl="‘{title}’ heeft geen methode. Kies er een.", en="‘{title}’ has no method. Choose one.")
_WRONG_KIND = Text(
    nl="De methode ‘{method}’ past niet bij de soort {kind}.",
    en="The method ‘{method}’ does not suit the kind {kind}.",
)
_DIRECTION = Text(
    nl="Zeg of voor ‘{title}’ lager of hoger beter is.",
    en="Say whether lower or higher is better for ‘{title}’.",
)
_NO_DIRECTION = Text(
    nl="Alleen een hoeveelheid heeft een richting. Haal die weg bij ‘{title}’.",
    en="Only a quantity has a direction. Remove it from ‘{title}’.",
)
_LEVELS = Text(
    nl="Alleen een schaal heeft niveaus. Haal ze weg bij ‘{title}’.",
    en="Only a scale has levels. Remove them from ‘{title}’.",
)
_NOT_SCORED = Text(
    nl="Bij ‘{award}’ telt ‘{title}’ zonder eigen methode mee. Haal methode, parameters en minimum weg.",
    en="Under ‘{award}’ ‘{title}’ counts without a method of its own. Remove method, parameters and minimum.",
)
_NO_POINTS = Text(
    nl="Bij ‘{award}’ krijgt ‘{title}’ geen punten, dus een minimumscore doet niets. Haal die weg.",
    en="Under ‘{award}’ ‘{title}’ earns no points, so a minimum score does nothing. Remove it.",
)
_MALUS = Text(
    nl="Niveau ‘{code}’ geeft een negatieve score. Dat kan alleen bij gunnen op waarde.",
    en="Level ‘{code}’ earns less than nothing. That is only possible under award on value.",
)
_BELOW_ZERO = Text(
    nl="Bij ‘{award}’ mag ‘{title}’ niet onder 0 uitkomen: de slechtste inschrijving kan dan winnen. Kies "
    "een methode die bij 0 stopt.",
    en="Under ‘{award}’ ‘{title}’ may not fall below 0: the worst bid could then win. Choose a method that "
    "stops at 0.",
)
_MINIMUM = Text(
    nl="De minimumscore van ‘{title}’ moet boven 0 en hooguit 100% zijn.",
    en="The minimum score of ‘{title}’ must be above 0 and at most 100%.",
)


def leaf_problems(lot: Lot) -> tuple[Problem, ...]:
    award = award_method(lot.award.method)
    with exactly():
        return tuple(
            problem.under(place)
            for place, node in placed(lot.criteria)
            for problem in (_group(award, node) if node.children else _leaf(award, node))
        )


def _group(award: AwardMethod | None, node: Criterion) -> Iterator[Problem]:
    if node.kind or node.method or node.parameters or node.levels:
        yield Problem("", _GROUP.format(title=node.title))
    yield from _minimum(node)
    if node.minimum is not None and award and not any(map(award.scores, node.leaves())):
        yield Problem("minimum", _NO_POINTS.format(award=award.title, title=node.title))


def _leaf(award: AwardMethod | None, leaf: Criterion) -> Iterator[Problem]:
    if leaf.kind is None:
        yield Problem("kind", _NO_KIND.format(title=leaf.title))
        return
    yield from _shape(leaf)
    if award and not award.scores(leaf):
        yield from _unscored(award, leaf)
        return
    yield from _minimum(leaf)
    yield from _malus(award, leaf)
    if not leaf.method:
        yield Problem("method", _NO_METHOD.format(title=leaf.title))
    elif leaf.method not in METHODS:
        yield Problem("method", _UNKNOWN.format(code=leaf.method))
    else:
        yield from _method(METHODS[leaf.method], award, leaf)


def _shape(leaf: Criterion) -> Iterator[Problem]:
    if leaf.kind is Kind.QUANTITY and leaf.direction is None:
        yield Problem("direction", _DIRECTION.format(title=leaf.title))
    if leaf.kind is not Kind.QUANTITY and leaf.direction is not None:
        yield Problem("direction", _NO_DIRECTION.format(title=leaf.title))
    if leaf.kind is not Kind.SCALE and leaf.levels:
        yield Problem("levels", _LEVELS.format(title=leaf.title))


def _unscored(award: AwardMethod, leaf: Criterion) -> Iterator[Problem]:
    if leaf.method or leaf.parameters or leaf.minimum is not None:
        yield Problem("method", _NOT_SCORED.format(award=award.title, title=leaf.title))
    if leaf.kind is Kind.SCALE:
        for message in METHODS["graded-scale"].check(leaf):
            yield Problem("levels", message)


def _method(method: ScoringMethod, award: AwardMethod | None, leaf: Criterion) -> Iterator[Problem]:
    if method.verdict is Verdict.REFUSED:
        yield Problem("method", method.remark)
        return
    if leaf.kind and leaf.kind not in method.kinds:
        yield Problem("method", _WRONG_KIND.format(method=method.title, kind=KIND_NAMES[leaf.kind]))
        return
    wrong = tuple(wrong_parameters(method.parameters, leaf.parameters))
    for parameter in wrong:
        yield Problem(f"parameters.{parameter.name}", parameter.message)
    if wrong:
        return
    for message in method.check(leaf):
        yield Problem("parameters" if method.parameters else "", message)
    if award and award.divides_quality and method.below_zero(leaf):
        yield Problem("parameters", _BELOW_ZERO.format(award=award.title, title=leaf.title))


def _malus(award: AwardMethod | None, leaf: Criterion) -> Iterator[Problem]:
    if award and award.allows_malus:
        return
    for index, level in enumerate(leaf.levels):
        if level.share.is_finite() and level.share < ZERO:
            yield Problem(f"levels[{index}].share", _MALUS.format(code=level.code))


def _minimum(node: Criterion) -> Iterator[Problem]:
    if node.minimum is None:
        return
    if not (node.minimum.is_finite() and ZERO < node.minimum <= HUNDRED):
        yield Problem("minimum", _MINIMUM.format(title=node.title))

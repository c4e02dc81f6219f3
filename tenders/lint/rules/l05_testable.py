"""L05: every award criterion can be tested: what is asked, with which proof, and how it is checked."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import is_blank, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.tree import placed

_MISSING = {
    "description": Text(
        nl="Er staat niet wat dit criterium vraagt.",
        en="It does not say what this criterion asks.",
    ),
    "proof": Text(
        nl="Er staat niet welk bewijs de inschrijver geeft.",
        en="It does not say which proof the bidder gives.",
    ),
    "verification": Text(
        nl="Er staat niet hoe u de opgave controleert.",
        en="It does not say how you check the statement.",
    ),
}
_FILL = Text(
    nl="Vul beschrijving, bewijs en controle in bij het criterium.",
    en="Fill in description, proof and check at the criterion.",
)
_NO_WORDS = Text(
    nl="Dit niveau heeft geen beschrijving.",
    en="This level has no description.",
)
_SAME_WORDS = Text(
    nl="Twee niveaus hebben dezelfde beschrijving. Dan is niet te zeggen welk niveau past.",
    en="Two levels have the same description. Then nobody can say which level fits.",
)
_NO_CHOICE = Text(
    nl="Een schaal met minder dan twee niveaus maakt geen verschil.",
    en="A scale with fewer than two levels makes no difference.",
)
_DESCRIBE = Text(
    nl="Beschrijf elk niveau zo dat twee beoordelaars hetzelfde niveau kiezen.",
    en="Describe each level so that two assessors choose the same one.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, lot in enumerate(draft.tender.lots):
        for place, node in placed(lot.criteria, f"lots[{index}].criteria"):
            if not node.children:
                yield from _account(node, place)
                yield from _levels(node, place)


def _account(leaf: Criterion, place: str) -> Iterator[Finding]:
    for field, message in _MISSING.items():
        if is_blank(getattr(leaf.account, field)):
            yield wrong(f"{place}.account.{field}", message, _FILL, screen=Screen.CRITERIA)


def _levels(leaf: Criterion, place: str) -> Iterator[Finding]:
    if leaf.kind is not Kind.SCALE:
        return
    if len(leaf.levels) < 2:
        yield wrong(f"{place}.levels", _NO_CHOICE, _DESCRIBE, screen=Screen.CRITERIA)
    before: set[str] = set()
    for index, level in enumerate(leaf.levels):
        words = " ".join(level.description.split()).casefold()
        at = f"{place}.levels[{index}].description"
        if not words:
            yield wrong(at, _NO_WORDS, _DESCRIBE, screen=Screen.CRITERIA)
        elif words in before:
            yield wrong(at, _SAME_WORDS, _DESCRIBE, screen=Screen.CRITERIA)
        before.add(words)


RULE = Rule(
    code="L05",
    title=Text(
        nl="Elk gunningscriterium is te toetsen",
        en="Every award criterion can be tested",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.113a(1)"),
        cite("dir2014-24:67(4)"),
    ),
    wrong=Text(
        nl="Een criterium zegt niet wat de inschrijver aantoont, hoe u dat controleert, of wat een "
        "score betekent.",
        en="A criterion does not say what the bidder shows, how you check it, or what a score means.",
    ),
    why=Text(
        nl="Bij elk criterium horen specificaties waarmee u de opgave van een inschrijver echt kunt "
        "toetsen. Zonder beschreven niveaus bent u vrij om te kiezen wat u wilt, en dat mag niet.",
        en="Each criterion comes with specifications by which the statement of a bidder can really be "
        "tested. Without described levels you are free to choose what you like, and that is not "
        "allowed.",
    ),
    instead=Text(
        nl="Beschrijf per criterium wat u vraagt, welk bewijs de inschrijver geeft en hoe u het "
        "controleert. Beschrijf elk niveau van een schaal met eigen woorden.",
        en="Describe for each criterion what you ask, which proof the bidder gives and how you check "
        "it. Describe each level of a scale in words of its own.",
    ),
    bad=Text(
        nl="Duurzaamheid: wij geven punten naar de indruk die het plan maakt.",
        en="Sustainability: we give points for the impression that the plan makes.",
    ),
    good=Text(
        nl="Energie: kWh per jaar volgens IEC 62623 of gelijkwaardig, met testverslag; de inkoper legt "
        "het verslag naast de opgave.",
        en="Energy: kWh a year by IEC 62623 or equivalent, with test report; the buyer compares the "
        "report with the statement.",
    ),
    ours=Text(
        nl="Dat elk niveau van een schaal eigen woorden heeft, is onze lezing van ‘geen onbeperkte "
        "keuzevrijheid’. Die woorden staan in de richtlijn, niet in de wet.",
        en="That each level of a scale has words of its own is our reading of ‘no unrestricted freedom "
        "of choice’. Those words stand in the Directive, not in the act.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

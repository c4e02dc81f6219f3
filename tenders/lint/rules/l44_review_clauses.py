"""L44: a clause by which the contract may change states scope, nature and conditions."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.draft.agreement import ReviewClause
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.review import open_change, open_price, says_nothing
from tenders.lint.wordings import on_one_line, plain, shortened, wordings

_PARTS = ("scope", "nature", "conditions")
_TEXTS = {PassageKind.CONTRACT_CONDITION: open_change, PassageKind.REQUIREMENT: open_price}
_SAME_NATURE = Wanted(
    "keeps_nature",
    True,
    Text(
        nl="Door deze bepaling kan de algemene aard van de opdracht veranderen.",
        en="By this clause the general nature of the contract may change.",
    ),
    Text(
        nl="Beperk de bepaling tot wat nu wordt gekocht. Koop iets anders apart in.",
        en="Limit the clause to what is bought now. Buy other things separately.",
    ),
)
_OPEN = Text(
    nl="‘{words}’ laat open hoe het contract kan veranderen.",
    en="‘{words}’ leaves open how the contract may change.",
)
_SAY = Text(
    nl="Schrijf op hoeveel er hooguit verandert, wat er verandert, en wanneer dat mag. Bijvoorbeeld: ‘per "
    "1 januari, volgens het CBS-indexcijfer, hooguit 3% per jaar’.",
    en="Write how much may change at most, what changes, and when that is allowed. For example: ‘on 1 "
    "January, "
    "by the CBS index figure, at most 3% a year’.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, clause in enumerate(draft.legal.agreement.review_clauses):
        yield from _clause(clause, f"legal.agreement.review_clauses[{index}]")
    for kind, find in _TEXTS.items():
        for wording in wordings(draft, {kind}, find):
            yield wording.finding(Severity.BLOCKING, _OPEN, wording.go(_SAY))


def _clause(clause: ReviewClause, place: str) -> Iterator[Finding]:
    yield from missing(clause, place, "kind", *_PARTS)
    yield from against(clause, place, [_SAME_NATURE])
    for part in _PARTS:
        text = getattr(clause, part)
        vague = says_nothing(plain(on_one_line(text)))
        if vague:
            yield wrong(f"{place}.{part}", _OPEN.format(words=shortened(vague[0])), _SAY, quote=text)


RULE = Rule(
    code="L44",
    title=Text(
        nl="Een optie, prijsherziening of bijstelling noemt omvang, aard en voorwaarden",
        en="An option, price revision or adjustment states scope, nature and conditions",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT, CheckedBy.PERSON}),
    basis=(cite("aw2012:2.163c"), cite("dir2014-24:72")),
    wrong=Text(
        nl="Een bepaling laat het contract veranderen, maar zegt niet hoeveel, waarin of wanneer.",
        en="A clause lets the contract change, but does not say how much, in what or when.",
    ),
    why=Text(
        nl="Een contract mag zonder nieuwe aanbesteding veranderen als dat vooraf in een duidelijke "
        "bepaling staat. "
        "Die noemt de omvang, de aard en de voorwaarden. De algemene aard van de opdracht blijft gelijk. "
        "Is de "
        "bepaling vaag, dan moet u later opnieuw aanbesteden.",
        en="A contract may change without a new procedure if a clear clause says so beforehand. It states "
        "the scope, "
        "the nature and the conditions. The general nature of the contract stays. If the clause is vague, "
        "you must "
        "tender again later.",
    ),
    instead=Text(
        nl="Noem een maximum, een meetbare aanleiding en een moment.",
        en="State a maximum, a measurable cause and a moment.",
    ),
    bad=Text(
        nl="De tarieven kunnen in overleg worden aangepast.",
        en="The rates may be adjusted in consultation.",
    ),
    good=Text(
        nl="De onderhoudstarieven stijgen eens per jaar op 1 januari met het CBS-prijsindexcijfer van de "
        "dienstensector, hooguit 3%.",
        en="The maintenance rates rise once a year on 1 January by the CBS price index of the service "
        "sector, at "
        "most 3%.",
    ),
    ours=Text(
        nl="Een getal of een genoemde index geldt hier als duidelijk. Of de bepaling als geheel duidelijk "
        "genoeg is, "
        "beoordeelt een mens.",
        en="A figure or a named index counts as clear here. Whether the clause as a whole is clear enough, "
        "a person "
        "judges.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

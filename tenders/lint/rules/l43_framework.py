"""L43: a framework lasts four years at most, or says why longer; call-offs follow the published criteria."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_MOST = Decimal(4)  # years, art. 2.140 lid 3
_PLACE = "legal.agreement.framework"
_TOO_LONG = Text(
    nl="{years} jaar is langer dan vier jaar, en er staat geen reden bij.",
    en="{years} years is longer than four years, and no reason is given.",
)
_SHORTEN = Text(
    nl="Kort de looptijd in, of schrijf op waarom dit geval een uitzondering is.",
    en="Shorten the term, or write why this case is an exception.",
)
_CRITERIA = Wanted(
    "call_offs_by_published_criteria",
    True,
    Text(
        nl="Nadere opdrachten volgen niet de gepubliceerde criteria.",
        en="Call-offs do not follow the published criteria.",
    ),
    Text(
        nl="Zet in de stukken hoe nadere opdrachten worden verdeeld.",
        en="Put in the documents how call-offs are divided.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    framework = draft.legal.agreement.framework
    yield from missing(framework, _PLACE, "is_one")
    if not framework.is_one:
        return
    yield from missing(framework, _PLACE, "years", "several_parties")
    if framework.years is not None and framework.years > _MOST and is_blank(framework.reason):
        message = _TOO_LONG.format(years=number(framework.years))
        yield wrong(f"{_PLACE}.reason", message, _SHORTEN)
    if framework.several_parties:
        yield from against(framework, _PLACE, (_CRITERIA,))


RULE = Rule(
    code="L43",
    title=Text(
        nl="Een raamovereenkomst duurt hooguit vier jaar, of de stukken zeggen waarom langer",
        en="A framework lasts four years at most, or the documents say why longer",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.140(3)"),
        cite("aw2012:2.143"),
    ),
    wrong=Text(
        nl="De raamovereenkomst duurt met verlengingen langer dan vier jaar zonder reden, of nadere "
        "opdrachten volgen andere criteria.",
        en="The framework lasts longer than four years with extensions and without a reason, or "
        "call-offs follow other criteria.",
    ),
    why=Text(
        nl="Een raamovereenkomst sluit andere bedrijven jaren uit. Daarom is vier jaar de grens, "
        "behalve in uitzonderingen met een deugdelijke reden. Bij meer opdrachtnemers staat vooraf "
        "vast hoe u nadere opdrachten verdeelt.",
        en="A framework keeps other firms out for years. So four years is the limit, except in cases "
        "with a sound reason. With several contractors it is fixed beforehand how you divide "
        "call-offs.",
    ),
    instead=Text(
        nl="Kies een looptijd van vier jaar met verlengingen erin, of schrijf de reden in de stukken.",
        en="Choose a term of four years with extensions included, or write the reason in the documents.",
    ),
    bad=Text(
        nl="Vier jaar, met tweemaal twee jaar verlenging.",
        en="Four years, with two extensions of two years.",
    ),
    good=Text(
        nl="Twee jaar, met tweemaal een jaar verlenging.",
        en="Two years, with two extensions of one year.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

"""L49: a group of bidders needs no legal form to bid; other demands on it are objective and proportionate."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.draft.bidders import Bidders
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.groups import group_shut_out, legal_form_at_the_bid, liable_beyond_finance
from tenders.lint.wordings import wordings

_PLACE = "legal.bidders"
_FORM = Wanted(
    "legal_form",
    False,
    Text(
        nl="Een combinatie moet bij de inschrijving een rechtsvorm hebben.",
        en="A group must have a legal form when it bids.",
    ),
    Text(
        nl="Laat de eis vallen. Na de gunning mag u een rechtsvorm vragen, als de uitvoering die nodig "
        "heeft.",
        en="Drop the demand. After award you may ask a legal form, where the performance needs it.",
    ),
)
_LIABILITY = Wanted(
    "joint_liability_financial_only",
    True,
    Text(
        nl="Hoofdelijke aansprakelijkheid wordt ook gevraagd van wie geen financiële draagkracht leent.",
        en="Joint liability is also asked of those who lend no financial standing.",
    ),
    Text(
        nl="Vraag hoofdelijke aansprakelijkheid alleen van wie financiële en economische draagkracht leent.",
        en="Ask joint liability only of those who lend financial and economic standing.",
    ),
)
_TEXTS = (
    (
        legal_form_at_the_bid,
        Text(
            nl="De zin vraagt bij de inschrijving een rechtsvorm van een combinatie: ‘{words}’.",
            en="The sentence asks a legal form of a group when it bids: ‘{words}’.",
        ),
        _FORM.advice,
    ),
    (
        group_shut_out,
        Text(
            nl="De zin houdt combinaties buiten of stelt hun een zwaardere eis: ‘{words}’.",
            en="The sentence shuts groups out or asks more of them: ‘{words}’.",
        ),
        Text(
            nl="Laat combinaties toe. Laat de leden samen aan de eisen voldoen, en vraag van hen alleen iets "
            "anders als daar een objectieve reden voor is; leg die vast bij de juridische vragen.",
            en="Allow groups. Let the members meet the requirements together, and ask something else of them "
            "only for an objective reason; record it among the legal questions.",
        ),
    ),
    (
        liable_beyond_finance,
        Text(
            nl="De zin maakt ook wie bekwaamheid leent aansprakelijk: ‘{words}’.",
            en="The sentence makes those who lend ability liable as well: ‘{words}’.",
        ),
        _LIABILITY.advice,
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from _answers(draft.legal.bidders)
    for find, message, advice in _TEXTS:
        for wording in wordings(draft, DEMANDS, find):
            yield wording.finding(Severity.BLOCKING, message, wording.go(advice))


def _answers(bidders: Bidders) -> Iterator[Finding]:
    yield from against(bidders, _PLACE, [_FORM])
    if bidders.group_demands.strip():
        yield from missing(bidders, _PLACE, "group_demands_reason")
    if bidders.joint_liability is None:
        yield unanswered(f"{_PLACE}.joint_liability")
    if bidders.joint_liability:
        yield from against(bidders, _PLACE, [_LIABILITY])


RULE = Rule(
    code="L49",
    title=Text(
        nl="Een combinatie mag inschrijven zonder rechtsvorm en zonder zwaardere eisen",
        en="A group may bid without a legal form and without heavier demands",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.52(3)"),
        cite("aw2012:2.52(4)"),
        cite("aw2012:2.52(5)"),
        cite("aw2012:2.52(6)"),
        cite("aw2012:2.92(3)"),
    ),
    wrong=Text(
        nl="De stukken sluiten combinaties uit, vragen bij de inschrijving een rechtsvorm, of stellen "
        "zwaardere eisen "
        "zonder reden.",
        en="The documents exclude groups, ask a legal form at the bid, or set heavier demands without a "
        "reason.",
    ),
    why=Text(
        nl="Ondernemers mogen samen inschrijven. Kleine bedrijven krijgen zo een kans. Een rechtsvorm mag "
        "pas na de "
        "gunning worden gevraagd. Andere eisen moeten objectief en in verhouding zijn. Wie alleen kennis "
        "of ervaring "
        "uitleent, hoeft niet voor de hele opdracht in te staan.",
        en="Operators may bid together. That gives small firms a chance. A legal form may only be asked "
        "after award. "
        "Other demands must be objective and proportionate. Whoever lends only knowledge or experience "
        "need not "
        "answer for the whole contract.",
    ),
    instead=Text(
        nl="Laat de leden samen aan de eisen voldoen. Vraag hoofdelijke aansprakelijkheid alleen bij "
        "geleende "
        "financiële draagkracht.",
        en="Let the members meet the requirements together. Ask joint liability only where financial "
        "standing is lent.",
    ),
    bad=Text(
        nl="Een combinatie heeft op het moment van inschrijven de vorm van een vennootschap onder firma.",
        en="At the moment of bidding a group has the form of a general partnership.",
    ),
    good=Text(
        nl="De leden van een combinatie voldoen samen aan de geschiktheidseisen.",
        en="The members of a group meet the suitability requirements together.",
    ),
    doubt=Text(
        nl="De wet noemt hoofdelijke aansprakelijkheid alleen bij geleende financiële draagkracht. Dat zij "
        "verder niet "
        "mag worden gevraagd, is onze lezing.",
        en="The act names joint liability for lent financial standing only. That it may not be asked "
        "elsewhere is our "
        "reading.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

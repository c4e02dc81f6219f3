"""L41: suitability requirements follow e-Certis, and the notice names their proof."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_CONSULTED = Wanted(
    "e_certis",
    True,
    Text(
        nl="e-Certis is niet geraadpleegd.",
        en="e-Certis was not consulted.",
    ),
    Text(
        nl="Zoek de gevraagde bewijzen op in e-Certis.",
        en="Look up the proof that you ask in e-Certis.",
    ),
    Severity.MOTIVATE,
)
_NAMED = Wanted(
    "proof_of_suitability",
    True,
    Text(
        nl="De aankondiging noemt de bewijsmiddelen bij de geschiktheidseisen niet.",
        en="The notice does not name the means of proof for the suitability requirements.",
    ),
    Text(
        nl="Zet de bewijsmiddelen in de aankondiging.",
        en="Put the means of proof in the notice.",
    ),
    Severity.MOTIVATE,
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from against(draft.legal.bidders, "legal.bidders", (_CONSULTED,))
    yield from against(draft.legal.notice, "legal.notice", (_NAMED,))


def _applies(draft: Draft) -> bool:
    return bool(draft.legal.bidders.suitability)


RULE = Rule(
    code="L41",
    title=Text(
        nl="Bij geschiktheidseisen is e-Certis geraadpleegd en noemt de aankondiging het bewijs",
        en="For suitability e-Certis was consulted and the notice names the proof",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.90(1)"),
        cite("aw2012:2.63"),
        cite("dir2014-24:61(2)"),
    ),
    wrong=Text(
        nl="Er zijn geschiktheidseisen, maar niemand keek in e-Certis, of de aankondiging noemt de "
        "bewijsmiddelen niet.",
        en="There are suitability requirements, but nobody looked in e-Certis, or the notice does not "
        "name the means of proof.",
    ),
    why=Text(
        nl="In e-Certis staat welk bewijs in elk land bestaat. Zo vraagt u niets wat een buitenlandse "
        "inschrijver niet kan krijgen. De aankondiging noemt welk bewijs u wilt.",
        en="e-Certis says which proof exists in each country. So you ask nothing that a foreign bidder "
        "cannot get. The notice names which proof you want.",
    ),
    instead=Text(
        nl="Zoek elk bewijs op in e-Certis en zet de bewijsmiddelen in de aankondiging.",
        en="Look up each proof in e-Certis and put the means of proof in the notice.",
    ),
    bad=Text(
        nl="Een inschrijver levert de gebruikelijke stukken aan.",
        en="A bidder hands in the usual documents.",
    ),
    good=Text(
        nl="Bewijs van de referentie: een verklaring van de opdrachtgever (e-Certis geraadpleegd op "
        "20-11-2026).",
        en="Proof of the reference: a statement of the client (e-Certis consulted on 20-11-2026).",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

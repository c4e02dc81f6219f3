"""L12: a certificate for environmental or quality management belongs to suitability, with equivalents."""

import re
from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.draft.proof import Certificate, UsedIn
from tenders.lint.finding import Finding, Fix, GoTo, Rewrite, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.certificates import (
    CERTIFICATE,
    certificate_of_the_firm,
    management_certificate,
    management_system,
)
from tenders.lint.vocabulary.contract_link import for_this_contract
from tenders.lint.vocabulary.equivalence import denies_equivalents, in_whole, with_equivalents
from tenders.lint.wordings import Wording, wordings

_SUITABILITY = frozenset({PassageKind.SUITABILITY, PassageKind.SHORTLISTING})
_AWARD = frozenset({PassageKind.AWARD_CRITERION, PassageKind.LEVEL})
_ELSEWHERE = DEMANDS - _SUITABILITY
_ACCEPT = Text(nl="Aanvaard dit, en zeg het in de stukken.", en="Accept this, and say so in the documents.")
_OF_THE_WINNER = re.compile(r"\b(?:voorlopige|beoogde|winnende) (?:winnaar|inschrijver)\b", re.IGNORECASE)
_WANTED = (
    Wanted(
        "european_or_international",
        True,
        Text(
            nl="Het certificaat rust niet op EMAS, een erkend systeem of een Europese of internationale "
            "norm.",
            en="The certificate does not rest on EMAS, a recognised system or a European or international "
            "norm.",
        ),
        Text(nl="Verwijs naar EMAS of naar ISO-normen.", en="Refer to EMAS or to ISO norms."),
    ),
    Wanted(
        "equivalents",
        True,
        Text(
            nl="Gelijkwaardige certificaten worden niet aanvaard.",
            en="Equivalent certificates are not accepted.",
        ),
        _ACCEPT,
    ),
    Wanted(
        "other_proof",
        True,
        Text(
            nl="Ander bewijs wordt niet aanvaard van wie buiten zijn schuld geen certificaat heeft.",
            en="Other proof is not accepted of those who blamelessly have no certificate.",
        ),
        _ACCEPT,
    ),
)
_STAGE = Text(
    nl="‘{words}’ zegt iets over het bedrijf, niet over wat u koopt. Het hoort bij de geschiktheidseisen.",
    en="‘{words}’ says something about the firm, not about what you buy. It belongs to suitability.",
)
_MOVE = Text(
    nl="Verplaats dit naar de geschiktheidseisen, met ‘of gelijkwaardig’. Of vraag bij de gunning wat het "
    "product of de "
    "dienst presteert, bijvoorbeeld kg CO2e per laptop. Wilt u het hier houden, dan legt een jurist de "
    "reden vast.",
    en="Move this to suitability, with ‘or equivalent’. Or ask at award what the product or service "
    "achieves, for "
    "instance kg CO2e per laptop. If you want to keep it here, a lawyer records the reason.",
)
_ALONE = Text(
    nl="Het certificaat ‘{words}’ wordt gevraagd zonder gelijkwaardige certificaten toe te laten.",
    en="The certificate ‘{words}’ is asked without accepting equivalent certificates.",
)
_DENIED = Text(
    nl="Schrap dat iets gelijkwaardigs niet mag. Aanvaard gelijkwaardige certificaten.",
    en="Strike that nothing equivalent is accepted. Accept equivalent certificates.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, certificate in enumerate(draft.legal.proof.certificates):
        yield from _answers(certificate, f"legal.proof.certificates[{index}]")
    yield from _at_award(draft)
    for kinds, find in ((_SUITABILITY, certificate_of_the_firm), (_ELSEWHERE, management_certificate)):
        for wording in wordings(draft, kinds, find):
            if not in_whole(wording.passage.text)[0]:
                yield wording.finding(Severity.BLOCKING, _ALONE, _way_out(wording))


def _answers(certificate: Certificate, place: str) -> Iterator[Finding]:
    yield from missing(certificate, place, "name", "used_in", "environmental")
    yield from against(certificate, place, _WANTED)
    if certificate.used_in not in (None, UsedIn.SUITABILITY, UsedIn.SHORTLISTING):
        yield wrong(
            f"{place}.used_in",
            _STAGE.format(words=certificate.name or "?"),
            _MOVE,
            severity=Severity.MOTIVATE,
            quote=certificate.name,
        )


def _at_award(draft: Draft) -> Iterator[Finding]:
    """The system without a certificate counts among the award criteria; elsewhere only the certificate."""
    for kinds, find in ((_AWARD, management_system), (_ELSEWHERE - _AWARD, management_certificate)):
        for wording in wordings(draft, kinds, find):
            if not _of_another_stage(wording):
                yield wording.finding(Severity.MOTIVATE, _STAGE, GoTo(Screen.SUITABILITY, _MOVE))


def _of_another_stage(wording: Wording) -> bool:
    """For this contract once it runs, or proof of suitability that the winner brings."""
    if wording.passage.kind is PassageKind.CONTRACT_CONDITION:
        return for_this_contract(wording.plain)
    return wording.passage.kind is PassageKind.PROOF and bool(_OF_THE_WINNER.search(wording.plain))


def _way_out(wording: Wording) -> Fix:
    if wording.passage.kind not in _SUITABILITY:
        return GoTo(Screen.SUITABILITY, _MOVE)
    if denies_equivalents(wording.plain):
        return wording.go(_DENIED)
    return Rewrite(wording.sentence, with_equivalents(wording.line, CERTIFICATE))


RULE = Rule(
    code="L12",
    title=Text(
        nl="Een milieu- of kwaliteitscertificaat van het bedrijf is een geschiktheidseis",
        en="An environmental or quality certificate of the firm is a suitability requirement",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(
        cite("aw2012:2.96"),
        cite("aw2012:2.97(1)"),
        cite("aw2012:2.97(2)"),
        cite("dir2014-24:62"),
        cite("c-532-06"),
    ),
    wrong=Text(
        nl="Een certificaat zoals ISO 14001 of ISO 9001 staat bij de gunning, of wordt gevraagd zonder "
        "gelijkwaardige "
        "certificaten toe te laten.",
        en="A certificate such as ISO 14001 or ISO 9001 stands at award, or is asked without accepting "
        "equivalent "
        "certificates.",
    ),
    why=Text(
        nl="ISO 14001 gaat over de leverancier. De wet noemt maatregelen voor milieubeheer als bewijs van "
        "bekwaamheid "
        "(art. 2.93 lid 1 onder h) en regelt het certificaat in art. 2.97. Beide staan bij de selectie; "
        "het bewijs "
        "komt van de beoogde winnaar. Bij een niet-openbare procedure mag het meetellen in de selectie van "
        "gegadigden. "
        "Geen artikel verbiedt het certificaat bij de gunning met zoveel woorden: dat selectie en gunning "
        "gescheiden "
        "blijven, is rechtspraak (Lianakis). Daarom vraagt dit programma daar de reden van een jurist.",
        en="ISO 14001 is about the supplier. The act names environmental management measures as proof of "
        "ability "
        "(art. 2.93(1)h) and governs the certificate in art. 2.97. Both stand in the selection chapter; "
        "proof comes "
        "from the intended winner. In a restricted procedure it may count in the shortlisting. No article "
        "forbids the "
        "certificate at award in so many words: that selection and award stay apart is case law "
        "(Lianakis). That is "
        "why this product asks a lawyer's reason there.",
    ),
    instead=Text(
        nl="Maak er een geschiktheidseis van met ‘of gelijkwaardig’, of een voorwaarde die over de "
        "uitvoering van deze "
        "opdracht gaat. Geef bij de gunning punten voor wat het product of de dienst presteert.",
        en="Make it a suitability requirement with ‘or equivalent’, or a condition about performing this "
        "contract. At "
        "award, give points for what the product or service achieves.",
    ),
    bad=Text(
        nl="Een inschrijver met ISO 14001 krijgt 10 punten.",
        en="A bidder with ISO 14001 gets 10 points.",
    ),
    good=Text(
        nl="Geschiktheidseis: de inschrijver past milieubeheer toe volgens ISO 14001, EMAS of gelijkwaardig.",
        en="Suitability: the bidder applies environmental management by ISO 14001, EMAS or equivalent.",
    ),
    doubt=Text(
        nl="Dat een certificaat niet bij de gunning hoort, volgt uit rechtspraak die wij niet zelf hebben "
        "gelezen.",
        en="That a certificate does not belong at award follows from case law that we did not read "
        "ourselves.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

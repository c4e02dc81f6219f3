"""L13: nothing is asked with the bid that the self-declaration can state; the winner gives the proof."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.bidders import AskedAt, Proof
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_TOO_EARLY = Text(
    nl="‘{name}’ past in de eigen verklaring en mag u niet bij de inschrijving vragen.",
    en="‘{name}’ fits in the self-declaration and may not be asked with the bid.",
)
_LATER = Text(
    nl="Vraag dit alleen van de beoogde winnaar.",
    en="Ask this of the intended winner only.",
)
_HELD = Text(
    nl="‘{name}’ hebt u al of staat gratis in een nationale databank.",
    en="‘{name}’ is held already or is free in a national database.",
)
_DROP = Text(
    nl="Haal dit bewijs uit de stukken.",
    en="Take this proof out of the documents.",
)
_NO_PROOF = Text(
    nl="Er zijn geschiktheidseisen, maar de winnaar hoeft niets te bewijzen.",
    en="There are suitability requirements, but the winner need not prove anything.",
)
_ADD = Text(
    nl="Zeg welk bewijs de winnaar geeft, of waarom u alles al hebt.",
    en="Say which proof the winner gives, or why you hold it all.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    bidders = draft.legal.bidders
    for index, proof in enumerate(bidders.proofs):
        yield from _one(proof, f"legal.bidders.proofs[{index}]")
    if bidders.suitability and AskedAt.WINNER not in [each.asked_at for each in bidders.proofs]:
        yield wrong("legal.bidders.proofs", _NO_PROOF, _ADD, severity=Severity.MOTIVATE)


def _one(proof: Proof, place: str) -> Iterator[Finding]:
    yield from missing(proof, place, "name", "asked_at", "already_held")
    if proof.already_held:
        yield wrong(f"{place}.already_held", _HELD.format(name=proof.name), _DROP)
    if proof.asked_at is AskedAt.WITH_BID:
        yield from missing(proof, place, "espd_can_declare")
        if proof.espd_can_declare and not proof.reference_list:
            yield wrong(f"{place}.asked_at", _TOO_EARLY.format(name=proof.name), _LATER)


RULE = Rule(
    code="L13",
    title=Text(
        nl="Bewijs komt van de winnaar, niet van elke inschrijver",
        en="Proof comes from the winner, not from every bidder",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.85(2)"),
        cite("aw2012:2.85(3)"),
        cite("aw2012:2.102(1)"),
        cite("aw2012:2.102a"),
        cite("dir2014-24:59"),
    ),
    wrong=Text(
        nl="U vraagt bij de inschrijving bewijs dat in de eigen verklaring (UEA) past, of bewijs dat u "
        "al hebt.",
        en="You ask with the bid proof that the self-declaration (ESPD) can state, or proof that you "
        "hold already.",
    ),
    why=Text(
        nl="Een inschrijver verklaart eerst zelf dat hij voldoet. Alleen de beoogde winnaar levert "
        "daarna het bewijs. Bij de inschrijving mag alleen de lijst van werken, leveringen of "
        "diensten erbij. Wat u hebt of gratis in een nationale databank vindt, vraagt u aan niemand. "
        "Bij een nadere opdracht onder een raamovereenkomst hoeft de winnaar het bewijs niet nog "
        "eens te geven.",
        en="A bidder first declares itself that it complies. Only the intended winner then hands in the "
        "proof. With the bid only the list of works, supplies or services may be asked. What you "
        "hold, or find for free in a national database, you ask of nobody. For a call-off from a "
        "framework agreement the winner need not give the proof again.",
    ),
    instead=Text(
        nl="Vraag bij de inschrijving alleen de eigen verklaring, en het bewijs van de winnaar.",
        en="Ask the self-declaration only with the bid, and the proof of the winner.",
    ),
    bad=Text(
        nl="Voeg bij uw inschrijving een gedragsverklaring en een uittreksel.",
        en="Add a certificate of conduct and an extract to your bid.",
    ),
    good=Text(
        nl="De beoogde winnaar levert binnen zeven dagen een gedragsverklaring aan.",
        en="The intended winner hands in a certificate of conduct within seven days.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

"""What must be verified of the intended winner before the award is decided, and when proof runs out.

Proof of suitability is asked of the intended winner (art. 2.102 Aw 2012), and what the bidder stated is
verified in case of doubt (art. 2.113a). Checking every scored promise is our rule: it was rewarded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.reports.wording import Wording
from tenders.scorecard.model import Evidence, Part
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.span import whole_months
from tenders.scoring.model import Bid, BidValue, Criterion, Kind, Lot

EXCLUSION = "exclusion-grounds"
EVIDENCE = "evidence:"
BASIS = ("aw2012:2.102(1)", "aw2012:2.113a(2)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence with the key by which it is known."""

    key: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to verify. `code` stays the same as long as the published documents do."""

    code: str
    title: Text
    ask: Text  # what to look at
    valid_until: date | None = None
    lapse: Text | None = None  # what the end date means for the award and the contract

    @property
    def is_evidence(self) -> bool:
        """A document that came with the bid: it ends on a day or it says that it does not."""
        return self.code.startswith(EVIDENCE)


_EXCLUSION = Text(nl="Uitsluitingsgronden", en="Exclusion grounds")
_EXCLUSION_ASK = Text(
    nl="Vraag de bewijsstukken bij de eigen verklaring op, tenzij u ze al hebt of kosteloos kunt inzien.",
    en="Ask for the documents behind the self-declaration, unless you have them or can consult them free.",
)
_REQUIREMENT = Text(nl="Eis {code}: {title}", en="Requirement {code}: {title}")
_CRITERION = Text(nl="Criterium {code}: {title}", en="Criterion {code}: {title}")
_SUITABILITY = Text(nl="Geschiktheid: {title}", en="Suitability: {title}")
_EVIDENCE = Text(nl="Bewijsmiddel: {title}", en="Evidence: {title}")
_PROOF = Text(nl="Gevraagd bewijs: {proof}", en="Proof asked for: {proof}")
_CHECK = Text(nl="Controleer of de inschrijving hieraan voldoet.", en="Check whether the bid meets this.")
_STATED = Text(
    nl="Opgegeven: {value}. Controleer of dat klopt.", en="Stated: {value}. Check whether that is right."
)
_STATED_AND_PROOF = Text(
    nl="Opgegeven: {value}. Gevraagd bewijs: {proof}", en="Stated: {value}. Proof asked for: {proof}"
)
_LOOK_UP = Text(
    nl="Controleer echtheid, reikwijdte en geldigheid.", en="Check authenticity, scope and validity."
)
_EXPIRED = Text(
    nl="Verlopen op {day}, vóór de gunning. Dit bewijs telt niet meer: vraag een nieuw.",
    en="Expired on {day}, before the award. This evidence no longer counts: ask for a new one.",
)
_RUNS_OUT = Text(
    nl="Verloopt {months} voor het einde van het contract ({end}). Spreek vernieuwing af.",
    en="Expires {months} before the end of the contract ({end}). Agree on renewal.",
)
_LESS_THAN_A_MONTH = Text(nl="minder dan een maand", en="less than a month")
_ONE_MONTH = Text(nl="1 maand", en="1 month")
_MONTHS = Text(nl="{count} maanden", en="{count} months")
_NOTHING_PROMISED = ("none", "no")
_WORDS = {
    "label": Text(nl="het keurmerk zelf", en="the label itself"),
    "equivalent": Text(nl="gelijkwaardig aan het keurmerk", en="equivalent to the label"),
    "yes": Text(nl="ja", en="yes"),
}


def items(
    lot: Lot,
    bid: Bid,
    pieces: Sequence[Piece],
    *,
    required: frozenset[Part],
    on: date,
    contract_end: date | None,
) -> tuple[Item, ...]:
    """In a fixed order. `on`: the day of the award, against which end dates are held."""
    return (
        Item(code=EXCLUSION, title=_EXCLUSION, ask=_EXCLUSION_ASK),
        *_requirements(lot),
        *_suitability(required),
        *_promises(lot, bid),
        *(_evidence(piece, on, contract_end) for piece in pieces),
    )


def _requirements(lot: Lot) -> Iterator[Item]:
    for requirement in lot.requirements:
        yield Item(
            code=f"requirement:{requirement.code}",
            title=_REQUIREMENT.format(code=requirement.code, title=requirement.title),
            ask=_PROOF.format(proof=requirement.proof) if requirement.proof else _CHECK,
        )


def _suitability(required: frozenset[Part]) -> Iterator[Item]:
    for rule in STARTING_RULES:
        if rule.part in required:
            yield Item(
                code=f"suitability:{rule.part.value}", title=_SUITABILITY.format(title=rule.title), ask=_CHECK
            )


def _promises(lot: Lot, bid: Bid) -> Iterator[Item]:
    """What was stated and rewarded; a price is not proved, and a judgement is the panel's own."""
    for leaf in lot.leaves():
        value = bid.values.get(leaf.code)
        if leaf.kind in (Kind.PRICE, Kind.SCALE) or value is None or value in _NOTHING_PROMISED:
            continue
        yield Item(
            code=f"criterion:{leaf.code}",
            title=_CRITERION.format(code=leaf.code, title=leaf.title),
            ask=_promise(leaf, _value(value, leaf.unit)),
        )


def _value(value: BidValue | tuple[BidValue, ...], unit: str) -> Text:
    """As people write it: a number in the notation of each language, a code in words."""
    if not isinstance(value, Decimal):
        return _WORDS.get(str(value)) or Text(nl=str(value), en=str(value))
    shown = in_both(value)
    return Text(nl=f"{shown.nl} {unit}".strip(), en=f"{shown.en} {unit}".strip())


def _promise(leaf: Criterion, value: Text) -> Text:
    proof = leaf.account.proof
    return _STATED_AND_PROOF.format(value=value, proof=proof) if proof else _STATED.format(value=value)


def _evidence(piece: Piece, on: date, contract_end: date | None) -> Item:
    until = piece.evidence.valid_until
    return Item(
        code=f"{EVIDENCE}{piece.key}",
        title=_EVIDENCE.format(title=piece.evidence.title or piece.evidence.kind.value),
        ask=_LOOK_UP,
        valid_until=until,
        lapse=lapse(until, on=on, contract_end=contract_end),
    )


def lapse(until: date | None, *, on: date, contract_end: date | None) -> Text | None:
    """What an end date means: expired at the award, or before the contract ends. None when neither."""
    if until is None:
        return None
    if until < on:
        return _EXPIRED.format(day=_day(until))
    if contract_end is None or not ends_before_the_contract(until, contract_end):
        return None
    return _RUNS_OUT.format(months=_months_between(until, contract_end), end=_day(contract_end))


def has_expired(until: date | None, *, on: date) -> bool:
    return until is not None and until < on


def ends_before_the_contract(until: date | None, contract_end: date | None) -> bool:
    return until is not None and contract_end is not None and until < contract_end


def _months_between(first: date, last: date) -> Text:
    """Whole months, rounded down."""
    months = whole_months(first, last)
    if months < 1:
        return _LESS_THAN_A_MONTH
    return _ONE_MONTH if months == 1 else _MONTHS.format(count=str(months))


def _day(day: date) -> Text:
    return Text(nl=Wording("nl").day(day), en=Wording("en").day(day))

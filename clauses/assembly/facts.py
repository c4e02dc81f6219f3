"""What may be asked about a contract before a clause is chosen: a closed list of questions and answers.

A fact can have several answers at once: one contract can hold both hardware and services.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.language import Text
from procurement.registry import Registry

Facts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    code: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One question about the contract, with the answers that exist."""

    code: str
    question: Text
    several: bool
    answers: tuple[Answer, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(answer.code for answer in self.answers)


class UnknownFact(ValueError):
    """A question or an answer that is not in the list."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


_SUBJECT = Fact(
    code="subject",
    question=Text(nl="Wat koopt u?", en="What do you buy?"),
    several=True,
    answers=(
        Answer("hardware", Text(nl="Hardware", en="Hardware")),
        Answer("data-centre", Text(nl="Datacenter of cloud", en="Data centre or cloud")),
        Answer("software", Text(nl="Software", en="Software")),
        Answer("algorithm", Text(nl="Algoritme of AI", en="Algorithm or AI")),
        Answer("services", Text(nl="Andere diensten", en="Other services")),
    ),
)

_PROMISES = Fact(
    code="promises",
    question=Text(nl="Waarvoor gaf de aanbesteding punten?", en="What did the tender give points for?"),
    several=True,
    answers=(
        Answer("co2-footprint", Text(nl="CO2-footprint van het product", en="Product carbon footprint")),
        Answer("co2-ladder", Text(nl="CO2-Prestatieladder", en="CO2 Performance Ladder")),
        Answer("energy-use", Text(nl="Energieverbruik in gebruik", en="Energy use in operation")),
        Answer("refurbished", Text(nl="Aandeel hergebruikte producten", en="Share of refurbished products")),
        Answer("spare-parts", Text(nl="Reserveonderdelen en reparatie", en="Spare parts and repair")),
        Answer("take-back", Text(nl="Terugname en hergebruik", en="Take-back and reuse")),
        Answer("label", Text(nl="Keurmerk of gelijkwaardig bewijs", en="Label or equivalent proof")),
        Answer("co2-per-unit", Text(nl="Uitstoot per eenheid dienst", en="Emissions per unit of service")),
        Answer("energy-per-unit", Text(nl="Energie per eenheid dienst", en="Energy per unit of service")),
        Answer("display-energy", Text(nl="Energieverbruik van beeldschermen", en="Energy use of displays")),
        Answer("warranty", Text(nl="Langere garantie", en="Longer warranty")),
        Answer("battery", Text(nl="Levensduur van de accu", en="Battery endurance")),
        Answer("recycled-content", Text(nl="Gerecycled materiaal", en="Recycled content")),
        Answer("second-life", Text(nl="Gegarandeerd tweede leven", en="Guaranteed second life")),
        Answer("equipment-life", Text(nl="Gebruiksduur van servers", en="Period of use of servers")),
        Answer("security-updates", Text(nl="Jaren beveiligingsupdates", en="Years of security updates")),
    ),
)

_ARRANGEMENTS = Fact(
    code="arrangements",
    question=Text(nl="Wat spreekt u daarnaast af?", en="What else do you arrange?"),
    several=True,
    answers=(
        Answer("lease", Text(nl="Huur of lease van apparatuur", en="Rent or lease of equipment")),
        Answer("managed", Text(nl="Beheer van apparatuur", en="Management of equipment")),
        Answer("on-site", Text(nl="Werk bij de opdrachtgever", en="Work on your premises")),
        Answer("social-return", Text(nl="Social return", en="Social return")),
        Answer("conflict-minerals", Text(nl="Conflictmineralen", en="Conflict minerals")),
    ),
)

_DATA_CARRIERS = Fact(
    code="data-carriers",
    question=Text(nl="Komen er gegevensdragers terug?", en="Are data carriers handed back?"),
    several=False,
    answers=(Answer("yes", Text(nl="Ja", en="Yes")), Answer("no", Text(nl="Nee", en="No"))),
)

_DURATION = Fact(
    code="duration",
    question=Text(nl="Hoe lang duurt de overeenkomst?", en="How long does the contract run?"),
    several=False,
    answers=(
        Answer("single", Text(nl="Eén levering", en="One delivery")),
        Answer("longer", Text(nl="Langer dan een jaar", en="Longer than a year")),
    ),
)

FACTS: Registry[Fact] = Registry((_SUBJECT, _PROMISES, _ARRANGEMENTS, _DATA_CARRIERS, _DURATION))


def facts(answers: Mapping[str, str | tuple[str, ...] | list[str]]) -> Facts:
    """Checked facts; what was not asked has no answer. Raises UnknownFact."""
    return {code: _checked(code, given) for code, given in answers.items()}


def _checked(code: str, given: str | tuple[str, ...] | list[str]) -> frozenset[str]:
    if code not in FACTS:
        raise UnknownFact(Text(nl=f"De vraag {code!r} bestaat niet.", en=f"There is no question {code!r}."))
    chosen = frozenset((given,) if isinstance(given, str) else given)
    for wrong in sorted(chosen - FACTS[code].codes):
        raise UnknownFact(
            Text(
                nl=f"Het antwoord {wrong!r} bestaat niet bij de vraag {code!r}.",
                en=f"There is no answer {wrong!r} to the question {code!r}.",
            )
        )
    if len(chosen) > 1 and not FACTS[code].several:
        raise UnknownFact(
            Text(
                nl=f"Op de vraag {code!r} past maar één antwoord.",
                en=f"The question {code!r} takes one answer.",
            )
        )
    return chosen

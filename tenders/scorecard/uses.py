"""Where in a procedure the scorecard may be used, and on what grounds."""

from dataclasses import dataclass
from enum import StrEnum

from procurement.language import Text
from procurement.registry import Registry


class Standing(StrEnum):
    ALLOWED = "allowed"
    NEEDS_REASON = "needs-reason"  # a lawyer records a reason before publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    code: str
    title: Text
    standing: Standing
    explanation: Text
    basis: tuple[str, ...]


USES: Registry[Use] = Registry(
    (
        Use(
            code="suitability",
            title=Text(nl="Geschiktheidseis", en="Suitability requirement"),
            standing=Standing.ALLOWED,
            explanation=Text(
                nl="Milieumanagement mag u als geschiktheidseis stellen: voldoen of niet, zonder punten. De "
                "inschrijver verklaart het in de UEA; alleen de beoogde winnaar levert het bewijs.",
                en="You may set environmental management as a suitability requirement: pass or fail, no "
                "points. "
                "The bidder states it in the ESPD; only the intended winner hands in the proof.",
            ),
            basis=("aw2012:2.93(1)", "aw2012:2.97(1)", "aw2012:2.97(2)", "aw2012:2.102(1)"),
        ),
        Use(
            code="shortlisting",
            title=Text(nl="Selectie van gegadigden", en="Shortlisting of candidates"),
            standing=Standing.ALLOWED,
            explanation=Text(
                nl="Bij een niet-openbare procedure mag u gegadigden met punten selecteren. Regels en "
                "gewichten "
                "staan in de aankondiging. In een openbare procedure kan dit niet.",
                en="In a restricted procedure you may shortlist candidates with points. Rules and "
                "weights are in "
                "the notice. In an open procedure this is not possible.",
            ),
            basis=("aw2012:2.99", "aw2012:2.100", "dir2014-24:65"),
        ),
        Use(
            code="proof",
            title=Text(nl="Bewijs naast de rangorde", en="Proof beside the ranking"),
            standing=Standing.ALLOWED,
            explanation=Text(
                nl="Naast de rangorde laat de scorekaart zien waarop de opgegeven waarden van het product "
                "berusten. Hij verandert de rangorde niet.",
                en="Beside the ranking the scorecard shows what the stated values of the product rest "
                "on. It does "
                "not change the ranking.",
            ),
            basis=("aw2012:2.113a(1)", "aw2012:2.113a(2)"),
        ),
        Use(
            code="award",
            title=Text(nl="Gunningscriterium", en="Award criterion"),
            standing=Standing.NEEDS_REASON,
            explanation=Text(
                nl="Een certificaat van de leverancier zegt iets over zijn geschiktheid, niet over het "
                "aanbod. Het "
                "Hof van Justitie houdt die twee uit elkaar (Lianakis). Geen wetsartikel verbiedt het "
                "letterlijk; "
                "wilt u het toch als gunningscriterium, dan legt een jurist vóór publicatie de reden vast.",
                en="A supplier's certificate speaks of its suitability, not of the offer. The Court of "
                "Justice "
                "keeps the two apart (Lianakis). No article forbids it in so many words; if you still "
                "want it "
                "as an award criterion, a lawyer records the reason before publication.",
            ),
            basis=("c-532-06", "aw2012:2.115(2)", "aw2012:2.115(3)"),
        ),
    )
)

"""The one next thing to do in each phase from the legal check on: its words and the page where it is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenders.procedure.phases import Phase


@dataclass(frozen=True, slots=True)
class NextThing:
    label: Promise
    why: Promise
    page: str
    of_lot: bool = False  # is the page one of the lot, or of the tender?

    def url(self, *, tender: int, lot: int) -> str:
        if self.of_lot:
            return reverse(self.page, args=[lot])
        asked = f"?lot={lot}" if self.page == "tenders:procedure" else ""
        return reverse(self.page, args=[tender]) + asked


NEXT_THINGS: dict[Phase, NextThing] = {
    Phase.LEGAL_CHECK: NextThing(
        _("Rond de juridische toets af"),
        _("Een jurist keurt het concept goed. Daarna publiceert iemand anders het."),
        "tenders:check",
    ),
    Phase.PUBLISHED: NextThing(
        _("Ga verder met de procedure"),
        _("De criteria zijn bevroren. Open de vragenronde, of sluit haar als er geen vragen zijn."),
        "tenders:procedure",
    ),
    Phase.CLARIFICATION: NextThing(
        _("Beantwoord de vragen"),
        _("Publiceer de nota van inlichtingen. Sluit daarna de vragenronde."),
        "tenders:clarifications",
    ),
    Phase.SUBMISSION: NextThing(
        _("Open de inschrijvingen"),
        _("Twee personen openen samen. De prijzen blijven dicht."),
        "tenders:procedure",
    ),
    Phase.OPENING: NextThing(
        _("Beoordeel de toelating"),
        _("Leg per eis vast of elke inschrijving voldoet. Start daarna de beoordeling."),
        "tenders:bids",
        of_lot=True,
    ),
    Phase.ASSESSMENT: NextThing(
        _("Volg de beoordelaars"),
        _("Elke beoordelaar scoort alleen. Hier ziet u wie klaar is."),
        "tenders:jury",
        of_lot=True,
    ),
    Phase.CONSENSUS: NextThing(
        _("Houd het consensusoverleg"),
        _("De beoordelaars stellen samen de scores vast."),
        "tenders:consensus",
        of_lot=True,
    ),
    Phase.PRICE_OPENING: NextThing(
        _("Open de prijzen"),
        _("De scores staan vast. Twee personen openen de prijskluis."),
        "tenders:procedure",
    ),
    Phase.EVALUATION: NextThing(
        _("Bekijk de rangorde"),
        _("Bereken de rangorde en controleer de uitleg per cijfer."),
        "tenders:result",
        of_lot=True,
    ),
    Phase.VERIFICATION: NextThing(
        _("Controleer het bewijs"),
        _("Controleer het bewijs van de beoogde winnaar. Neem dan de gunningsbeslissing."),
        "tenders:proof",
        of_lot=True,
    ),
    Phase.AWARD: NextThing(
        _("Verzend de brieven"),
        _("De beslissing is genomen. Stuur elke inschrijver de mededeling met de redenen."),
        "tenders:letters",
        of_lot=True,
    ),
    Phase.STANDSTILL: NextThing(
        _("Ga naar de overeenkomst"),
        _("De opschortende termijn is voorbij."),
        "tenders:procedure",
    ),
    Phase.CONTRACT: NextThing(
        _("Maak de overeenkomst"),
        _("Kies de clausules en vul de open plekken in."),
        "tenders:documents",
    ),
    Phase.STOPPED: NextThing(
        _("Bekijk de procedure"),
        _("Deze aanbesteding is beëindigd zonder gunning."),
        "tenders:procedure",
    ),
}

"""A tender and its lots, with the published rules of the award."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation


class Tender(models.Model):
    class Nature(models.TextChoices):
        SUPPLIES = "supplies", _("Leveringen")
        SERVICES = "services", _("Diensten")

    class Procedure(models.TextChoices):
        OPEN = "open", _("Openbare procedure")
        RESTRICTED = "restricted", _("Niet-openbare procedure")
        NEGOTIATED = "negotiated", _("Mededingingsprocedure met onderhandeling")
        BELOW_THRESHOLD = "below_threshold", _("Meervoudig onderhands")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="tenders", verbose_name=_("organisatie")
    )
    reference = models.CharField(_("kenmerk"), max_length=60)
    title = models.CharField(_("titel"), max_length=200)
    subject = models.TextField(
        _("voorwerp van de opdracht"),
        help_text=_("Elk gunningscriterium moet hiermee verband houden (art. 2.115 lid 2 Aw 2012)."),
    )
    nature = models.CharField(_("aard"), max_length=10, choices=Nature)
    procedure = models.CharField(_("procedure"), max_length=20, choices=Procedure)
    urgency = models.TextField(
        _("waarom de procedure urgent is"),
        blank=True,
        help_text=_(
            "Alleen als de gewone termijnen niet kunnen (art. 2.74 Aw 2012). Dit wordt gepubliceerd."
        ),
    )
    deadline = models.DateTimeField(_("uiterste tijdstip van inschrijving"), null=True, blank=True)
    award_planned = models.DateField(
        _("geplande dag van de gunning"),
        null=True,
        blank=True,
        help_text=_(
            "Alleen voor u: dit wordt niet gepubliceerd en u kunt het steeds veranderen. Tot er een"
            " beslissing is, ziet u hiermee of bewijs op die dag nog geldig is."
        ),
    )
    contract_start = models.DateField(_("begin van het contract"), null=True, blank=True)
    contract_end = models.DateField(_("einde van het contract"), null=True, blank=True)
    keep_until = models.DateField(_("dossier bewaren tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("aanbesteding")
        verbose_name_plural = _("aanbestedingen")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "reference"), name="one_tender_per_reference"),
        )

    @property
    def is_frozen(self) -> bool:
        """Published, and no clarification has the documents open for change."""
        writing = self.clarifications.filter(is_amending=True, published_at=None, discarded_at=None)
        return self.publications.exists() and not writing.exists()

    def __str__(self) -> str:
        return f"{self.reference} – {self.title}"


class Lot(models.Model):
    """A lot, with everything that decides how its bids become a ranking. All of it is published.

    Empty rules stay empty: nothing is decided that the tender did not state.
    """

    class RoundAt(models.TextChoices):
        CRITERION = "criterion", _("per criterium")
        TOTAL = "total", _("alleen het totaal")

    class ZeroPrice(models.TextChoices):
        EXCLUDE = "exclude", _("een prijs van 0 is ongeldig")
        TREAT_AS = "treat_as", _("een prijs van 0 telt als een gepubliceerd bedrag")

    class Combination(models.TextChoices):
        MEAN = "mean", _("gemiddelde van de beoordelaars")
        MEDIAN = "median", _("mediaan van de beoordelaars")
        CONSENSUS = "consensus", _("consensus")

    class FallingAway(models.TextChoices):
        KEEP = "keep", _("de rangorde van de anderen blijft zoals zij was")
        RECALCULATE = "recalculate", _("de rangorde wordt opnieuw berekend zonder die inschrijving")

    tender = models.ForeignKey(
        Tender, on_delete=models.CASCADE, related_name="lots", verbose_name=_("aanbesteding")
    )
    number = models.PositiveSmallIntegerField(_("perceelnummer"))
    title = models.CharField(_("titel"), max_length=200)
    description = models.TextField(_("omschrijving"), blank=True)
    cpv = models.CharField(_("CPV-code"), max_length=10, blank=True)
    estimated_value = models.DecimalField(
        _("raming (€, zonder btw)"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    award_method = models.CharField(_("gunningsmethode"), max_length=40, blank=True)
    award_parameters = models.JSONField(_("parameters van de gunningsmethode"), default=dict, blank=True)
    points = models.DecimalField(_("punten voor 100%"), max_digits=9, decimal_places=2, null=True, blank=True)
    rounding_places = models.PositiveSmallIntegerField(
        _("decimalen bij afronding"), null=True, blank=True, validators=[MaxValueValidator(6)]
    )
    rounding_at = models.CharField(_("afronden"), max_length=10, choices=RoundAt, blank=True)
    ties = models.JSONField(
        _("volgorde bij gelijke stand"),
        default=list,
        blank=True,
        help_text=_("Lijst van regels, in volgorde."),
    )
    zero_price = models.CharField(_("prijs van 0"), max_length=10, choices=ZeroPrice, blank=True)
    zero_price_amount = models.DecimalField(
        _("bedrag voor een prijs van 0 (€)"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    combination = models.CharField(
        _("scores van beoordelaars samenvoegen"), max_length=10, choices=Combination, blank=True
    )
    falling_away = models.CharField(
        _("als een inschrijving vervalt"), max_length=11, choices=FallingAway, blank=True
    )

    scorecard_rules = models.JSONField(_("regels van de scorekaart"), default=list, blank=True)
    suitability_parts = models.JSONField(
        _("onderdelen die een geschiktheidseis zijn"), default=list, blank=True
    )
    shortlist_places = models.PositiveSmallIntegerField(
        _("aantal gegadigden dat wordt uitgenodigd"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("perceel")
        verbose_name_plural = _("percelen")
        ordering = ("tender", "number")
        constraints = (models.UniqueConstraint(fields=("tender", "number"), name="one_lot_per_number"),)

    def clean(self) -> None:
        if self.tender_id and self.tender.is_frozen:
            raise ValidationError(_("Deze aanbesteding is gepubliceerd. Haar percelen zijn bevroren."))

    def __str__(self) -> str:
        return _("Perceel %(number)s – %(title)s") % {"number": self.number, "title": self.title}

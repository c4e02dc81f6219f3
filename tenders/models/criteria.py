"""The tree of award criteria, the described levels, reusable scales and knock-out requirements."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation
from tenders.models.suppliers import Evidence
from tenders.models.tender import Lot

CODE = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9.\-]{0,29}$", _("Gebruik letters, cijfers, punten en streepjes.")
)


class LevelFields(models.Model):
    """A described level: which share of the points it earns and what a bid must show for it."""

    position = models.PositiveSmallIntegerField(_("volgorde"))
    code = models.CharField(_("code"), max_length=30, validators=[CODE])
    title = models.CharField(_("naam"), max_length=100)
    share = models.DecimalField(_("aandeel van de punten (%)"), max_digits=7, decimal_places=3)
    description = models.TextField(_("wat de beoordelaar ziet"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class Scale(models.Model):
    """A scale that an organisation uses again and again; a criterion takes a copy of its levels."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="scales", verbose_name=_("organisatie")
    )
    title = models.CharField(_("naam"), max_length=100)

    class Meta:
        verbose_name = _("schaal")
        verbose_name_plural = _("schalen")
        ordering = ("title",)
        constraints = (models.UniqueConstraint(fields=("organisation", "title"), name="one_scale_per_title"),)

    def __str__(self) -> str:
        return self.title


class ScaleLevel(LevelFields):
    scale = models.ForeignKey(
        Scale, on_delete=models.CASCADE, related_name="levels", verbose_name=_("schaal")
    )

    class Meta:
        verbose_name = _("niveau")
        verbose_name_plural = _("niveaus")
        ordering = ("scale", "position")
        constraints = (models.UniqueConstraint(fields=("scale", "code"), name="one_scale_level_per_code"),)


class Criterion(models.Model):
    """A node of the tree of award criteria: a group when others stand under it, else a scored leaf.

    `weight` is a percentage of the whole lot. `parameters` holds text decimals only, in the form
    that the scoring method declares. `figure`: what it takes from the calculation of the lot, in the format
    of `tenders.lifecycle.statement`; nobody types the value then.
    """

    class Kind(models.TextChoices):
        PRICE = "price", _("Prijs of kosten")
        QUANTITY = "quantity", _("Gemeten hoeveelheid")
        SCALE = "scale", _("Beschreven niveaus")
        LABEL = "label", _("Keurmerk of certificaat, met gelijkwaardig bewijs")
        YES_NO = "yes_no", _("Ja of nee")

    class Direction(models.TextChoices):
        LOWER = "lower", _("lager is beter")
        HIGHER = "higher", _("hoger is beter")

    class Theme(models.TextChoices):
        """Those of the catalogue: all but the last count as sustainability."""

        CLIMATE = "climate", _("klimaat")
        ENERGY = "energy", _("energie")
        CIRCULARITY = "circularity", _("circulariteit")
        MATERIALS = "materials", _("materialen")
        WATER = "water", _("water")
        SUPPLY_CHAIN = "supply-chain", _("keten")
        DATA = "data", _("gegevens")
        REPORTING = "reporting", _("rapportage")
        VALUE = "value", _("prijs en kwaliteit")

    lot = models.ForeignKey(Lot, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("perceel"))
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("onderdeel van"),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    code = models.CharField(_("code"), max_length=30, validators=[CODE])
    title = models.CharField(_("titel"), max_length=200)
    weight = models.DecimalField(_("weging (%)"), max_digits=8, decimal_places=4)
    kind = models.CharField(_("soort"), max_length=10, choices=Kind, blank=True)
    method = models.CharField(_("beoordelingsmethode"), max_length=40, blank=True)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    direction = models.CharField(_("richting"), max_length=10, choices=Direction, blank=True)
    unit = models.CharField(_("eenheid"), max_length=40, blank=True)
    accepted_labels = models.JSONField(_("aanvaarde keurmerken"), default=list, blank=True)
    evidence_kind = models.CharField(
        _("bewijs achter de waarde"), max_length=30, choices=Evidence.Kind, blank=True
    )
    figure = models.JSONField(_("berekende waarde"), default=dict, blank=True)
    theme = models.CharField(_("thema"), max_length=20, choices=Theme, blank=True)
    minimum = models.DecimalField(
        _("minimumscore (% van de punten)"), max_digits=7, decimal_places=3, null=True, blank=True
    )
    description = models.TextField(_("wat wij vragen"), blank=True)
    proof = models.TextField(_("bewijs"), blank=True, help_text=_("Wat de inschrijver inlevert."))
    verification = models.TextField(_("controle"), blank=True, help_text=_("Hoe u het bewijs controleert."))
    link = models.TextField(
        _("verband met het voorwerp"), blank=True, help_text=_("Verplicht: art. 2.115 lid 2 Aw 2012.")
    )
    basis = models.JSONField(_("grondslag"), default=list, blank=True)
    catalogue_code = models.CharField(_("code in de catalogus"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("gunningscriterium")
        verbose_name_plural = _("gunningscriteria")
        ordering = ("lot", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("lot", "code"), name="one_criterion_per_code"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0) & models.Q(weight__lte=100), name="weight_is_a_percentage"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class CriterionLevel(LevelFields):
    criterion = models.ForeignKey(
        Criterion, on_delete=models.CASCADE, related_name="levels", verbose_name=_("gunningscriterium")
    )

    class Meta:
        verbose_name = _("niveau")
        verbose_name_plural = _("niveaus")
        ordering = ("criterion", "position")
        constraints = (
            models.UniqueConstraint(fields=("criterion", "code"), name="one_criterion_level_per_code"),
        )


class Requirement(models.Model):
    """A knock-out of a lot: a bid that does not meet it is set aside, with the reason."""

    class Kind(models.TextChoices):
        SUITABILITY = "suitability", _("Geschiktheidseis")
        REQUIREMENT = "requirement", _("Eis aan het aanbod")

    lot = models.ForeignKey(
        Lot, on_delete=models.CASCADE, related_name="requirements", verbose_name=_("perceel")
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    kind = models.CharField(_("soort"), max_length=12, choices=Kind)
    code = models.CharField(_("code"), max_length=30, validators=[CODE])
    title = models.CharField(_("titel"), max_length=200)
    text = models.TextField(_("eis"))
    proof = models.TextField(_("bewijs"), blank=True)
    basis = models.JSONField(_("grondslag"), default=list, blank=True)
    catalogue_code = models.CharField(_("code in de catalogus"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("eis")
        verbose_name_plural = _("eisen")
        ordering = ("lot", "position", "pk")
        constraints = (models.UniqueConstraint(fields=("lot", "code"), name="one_requirement_per_code"),)

    def clean(self) -> None:
        if self.lot_id and self.lot.tender.is_frozen:
            raise ValidationError(_("Deze aanbesteding is gepubliceerd. Haar eisen zijn bevroren."))

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

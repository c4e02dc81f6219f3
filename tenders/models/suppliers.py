"""Suppliers and the evidence they hand in, each piece with its scope and its shelf life."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation

CHAMBER_OF_COMMERCE = RegexValidator(r"^[0-9]{8}$", _("Een KvK-nummer heeft 8 cijfers."))


class Supplier(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="suppliers", verbose_name=_("organisatie")
    )
    name = models.CharField(_("naam"), max_length=200)
    chamber_of_commerce = models.CharField(
        _("KvK-nummer"), max_length=8, blank=True, validators=[CHAMBER_OF_COMMERCE]
    )

    class Meta:
        verbose_name = _("leverancier")
        verbose_name_plural = _("leveranciers")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="one_supplier_per_name"),
        )

    def __str__(self) -> str:
        return self.name


class Evidence(models.Model):
    """A certificate, label, test report or declaration. Several bids may rest on one piece."""

    class Kind(models.TextChoices):
        ISO_14001 = "iso_14001", _("ISO 14001-certificaat")
        EMAS = "emas", _("EMAS-registratie")
        EQUIVALENT_MEASURES = "equivalent_measures", _("Gelijkwaardige milieumaatregelen")
        ENERGY_STAR = "energy_star", _("ENERGY STAR")
        TCO_CERTIFIED = "tco_certified", _("TCO Certified")
        EPEAT = "epeat", _("EPEAT")
        EU_ECOLABEL = "eu_ecolabel", _("EU Ecolabel")
        BLAUER_ENGEL = "blauer_engel", _("Blauer Engel")
        TEST_REPORT = "test_report", _("Testrapport")
        PRODUCT_FOOTPRINT = "product_footprint", _("Product-CO2-voetafdruk")
        REFURBISHED_SHARE = "refurbished_share", _("Aandeel gereviseerd (%)")
        TAKE_BACK = "take_back", _("Terugname- en hergebruikgarantie (%)")
        SPARE_PARTS = "spare_parts", _("Reserveonderdelen (jaren)")
        SECOND_LIFE = "second_life", _("Dienstmodel met gegarandeerd tweede leven (%)")
        DECLARATION = "declaration", _("Verklaring")

    class Replaced(models.TextChoices):
        """What kind of proof the piece stands in for; `equivalent_of` names it."""

        LABEL = "label", _("een keurmerk")
        CERTIFICATE = "certificate", _("een certificaat van een managementsysteem")
        STANDARD = "standard", _("een norm")
        TEST_REPORT = "test_report", _("een testverslag")

    supplier = models.ForeignKey(
        Supplier, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("leverancier")
    )
    kind = models.CharField(_("soort"), max_length=30, choices=Kind)
    title = models.CharField(_("titel"), max_length=200)
    number = models.CharField(_("nummer"), max_length=100, blank=True)
    body = models.CharField(_("instelling"), max_length=200, blank=True)
    accredited = models.BooleanField(_("instelling is geaccrediteerd"), default=False)
    scope = models.TextField(_("reikwijdte"), blank=True)
    covers_performance = models.BooleanField(_("reikwijdte dekt deze opdracht"), default=False)
    value = models.CharField(
        _("waarde"), max_length=40, blank=True, help_text=_("Getal, bijvoorbeeld 35 bij 35%.")
    )
    valid_from = models.DateField(_("geldig vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("geldig tot en met"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=300, blank=True)
    equivalent_of = models.CharField(_("gelijkwaardig aan"), max_length=100, blank=True)
    checked_on = models.DateField(_("gecontroleerd op"), null=True, blank=True)

    accreditor = models.CharField(_("accreditatie-instantie"), max_length=200, blank=True)
    accreditation = models.CharField(_("accreditatienummer van de instelling"), max_length=100, blank=True)
    standard = models.CharField(_("norm of keurmerkcriteria"), max_length=200, blank=True)
    standard_version = models.CharField(_("versie of jaar van de norm"), max_length=60, blank=True)
    products = models.JSONField(_("producten"), default=list, blank=True)  # names of types, as texts
    replaces = models.CharField(_("treedt in de plaats van"), max_length=20, choices=Replaced, blank=True)
    equivalence = models.TextField(_("waarom het gelijkwaardig is"), blank=True)

    class Meta:
        verbose_name = _("bewijsmiddel")
        verbose_name_plural = _("bewijsmiddelen")
        ordering = ("supplier", "kind", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="evidence_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.title}"

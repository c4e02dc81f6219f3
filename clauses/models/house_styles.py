"""The house style of an organisation: the files that were added, and which of them counts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation


class HouseStyleVersion(models.Model):
    """A Word file that was tried before it was kept. Never changed; `digest` is the sha256 of `content`."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="house_styles", verbose_name=_("organisatie")
    )
    number = models.PositiveIntegerField(_("versie"))
    name = models.CharField(_("bestandsnaam"), max_length=120)
    content = models.BinaryField(_("bestand"))
    digest = models.CharField(_("sha256"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("toegevoegd door"),
    )
    uploaded_at = models.DateTimeField(_("toegevoegd op"))

    class Meta:
        verbose_name = _("huisstijl")
        verbose_name_plural = _("huisstijlen")
        ordering = ("organisation", "number")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "number"), name="one_house_style_per_number"),
            models.UniqueConstraint(fields=("organisation", "digest"), name="one_house_style_per_file"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class HouseStyleChoice(models.Model):
    """From this moment contracts are written in this version, or in the style of the program without one.

    Never changed: the newest choice counts.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="house_style_choices",
        verbose_name=_("organisatie"),
    )
    version = models.ForeignKey(
        HouseStyleVersion,
        null=True,
        on_delete=models.PROTECT,
        related_name="choices",
        verbose_name=_("huisstijl"),
    )
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("door")
    )
    chosen_at = models.DateTimeField(_("tijdstip"))

    class Meta:
        verbose_name = _("keuze van een huisstijl")
        verbose_name_plural = _("keuzes van een huisstijl")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.organisation} – {self.version or '–'}"

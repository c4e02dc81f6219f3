"""What goes with a piece of evidence: its files and who checked it. Neither ever changes or goes away."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.suppliers import Evidence


class EvidenceFile(models.Model):
    """A file as it was handed in. It is never shown in a browser, only downloaded.

    `kind` is the ending that belongs to the bytes; `size` in bytes; `sha256` of `content` in hexadecimals.
    """

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="files", verbose_name=_("bewijsmiddel")
    )
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort bestand"), max_length=4)
    size = models.PositiveIntegerField(_("grootte"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    content = models.BinaryField(_("inhoud"))
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("toegevoegd door"),
    )

    class Meta:
        verbose_name = _("bestand bij een bewijsmiddel")
        verbose_name_plural = _("bestanden bij bewijsmiddelen")
        ordering = ("evidence", "pk")
        constraints = (
            models.UniqueConstraint(fields=("evidence", "sha256"), name="one_copy_of_a_file_per_evidence"),
        )

    def __str__(self) -> str:
        return self.name


class EvidenceCheck(models.Model):
    """Somebody looked whether a piece of evidence is real and right; the newest one counts."""

    class Outcome(models.TextChoices):
        RIGHT = "right", _("klopt")
        WRONG = "wrong", _("klopt niet")
        UNCLEAR = "unclear", _("nog niet duidelijk")

    class Way(models.TextChoices):
        REGISTER = "register", _("opgezocht in het register van de instelling")
        ASKED = "asked", _("nagevraagd bij de instelling")
        DOCUMENT = "document", _("het stuk zelf gelezen")
        MEASURED = "measured", _("nagemeten of nagerekend")
        OTHER = "other", _("op een andere manier")

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="checks", verbose_name=_("bewijsmiddel")
    )
    outcome = models.CharField(_("uitkomst"), max_length=10, choices=Outcome)
    way = models.CharField(_("hoe"), max_length=10, choices=Way)
    remark = models.TextField(_("wat u zag"))
    checked_on = models.DateField(_("gecontroleerd op"))
    at = models.DateTimeField(_("vastgelegd op"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )

    class Meta:
        verbose_name = _("controle van een bewijsmiddel")
        verbose_name_plural = _("controles van bewijsmiddelen")
        ordering = ("evidence", "pk")

    def __str__(self) -> str:
        return f"{self.evidence}: {self.get_outcome_display()}"

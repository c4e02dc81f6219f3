"""Between the letters and the contract: the standstill that is not needed, and interim proceedings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.award import AwardDecision
from tenders.models.procedure import Step
from tenders.models.tender import Lot


class StandstillWaiver(Step):
    """A lawyer recorded that this decision needs no standstill, and on which ground of art. 2.127 lid 4."""

    class Ground(models.TextChoices):
        NO_NOTICE = "no_notice", _("er was geen aankondiging vereist")
        SOLE_BIDDER = "sole_bidder", _("de winnaar is de enige betrokken inschrijver")
        CALL_OFF = "call_off", _("opdracht onder een raamovereenkomst of dynamisch aankoopsysteem")

    decision = models.OneToOneField(
        AwardDecision, on_delete=models.PROTECT, related_name="waiver", verbose_name=_("beslissing")
    )
    ground = models.CharField(_("grond"), max_length=11, choices=Ground)

    class Meta:
        verbose_name = _("afzien van de opschortende termijn")
        verbose_name_plural = _("afzien van de opschortende termijn")

    def __str__(self) -> str:
        return f"{self.decision}: {self.get_ground_display()}"


class Proceedings(models.Model):
    """Interim proceedings against a decision: no contract before the ruling, nor against it.

    `cleared_*`: a lawyer recorded why the contract may be concluded although the claim was granted.
    """

    class Ruling(models.TextChoices):
        DISMISSED = "dismissed", _("afgewezen")
        WITHDRAWN = "withdrawn", _("ingetrokken door de eiser")
        GRANTED = "granted", _("toegewezen")
        PARTLY = "partly", _("gedeeltelijk toegewezen")

    AGAINST = (Ruling.GRANTED, Ruling.PARTLY)

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="proceedings", verbose_name=_("perceel")
    )
    started_on = models.DateField(_("aanhangig sinds"))
    reference = models.CharField(_("zaaknummer"), max_length=100, blank=True)
    ended_on = models.DateField(_("beslist op"), null=True, blank=True)
    ruling = models.CharField(_("uitspraak"), max_length=10, choices=Ruling, blank=True)
    ruled_at = models.DateTimeField(_("uitspraak vastgelegd op"), null=True, blank=True)
    outcome = models.TextField(_("uitkomst"), blank=True)
    cleared_at = models.DateTimeField(_("jurist oordeelde op"), null=True, blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("jurist"),
    )
    cleared_because = models.TextField(_("waarom de overeenkomst toch mag"), blank=True)

    @property
    def holds_the_contract(self) -> bool:
        """The claim was granted and no lawyer let the contract through."""
        return self.ruling in self.AGAINST and self.cleared_at is None

    class Meta:
        verbose_name = _("kort geding")
        verbose_name_plural = _("korte gedingen")
        ordering = ("lot", "pk")

    def __str__(self) -> str:
        return f"{self.lot}: {self.reference or self.started_on}"

"""The log: each event carries the hash of the one before it, so that a change or a gap shows."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation


class Event(models.Model):
    """One thing that happened. Rows are added by `procurement.audit.log.record` and never changed."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="events", verbose_name=_("organisatie")
    )
    sequence = models.PositiveBigIntegerField(_("volgnummer"))
    at = models.DateTimeField(_("tijdstip"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    action = models.CharField(_("handeling"), max_length=60)
    subject = models.CharField(_("onderwerp"), max_length=200)
    details = models.TextField(_("gegevens"), help_text=_("Canonieke JSON."))
    previous_hash = models.CharField(_("vorige hash"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ("organisation", "sequence")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "sequence"), name="one_event_per_sequence"),
        )

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.subject}"

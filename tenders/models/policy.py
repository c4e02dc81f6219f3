"""The own policy of an organisation about sustainability: no law, but comply or explain."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation


class WeightPolicy(models.Model):
    """The least weight of sustainability in each lot, from a day on. A row never changes or goes away.

    Of the rows that are valid on a day the one with the latest `valid_from` counts, and of those the newest.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="weight_policies",
        verbose_name=_("organisatie"),
    )
    least = models.DecimalField(_("minimum (%)"), max_digits=7, decimal_places=4)
    valid_from = models.DateField(_("geldt vanaf"))
    decided_on = models.DateField(_("datum van het besluit"))
    decided_by = models.CharField(_("wie besloot"), max_length=200)
    reference = models.CharField(_("waar het besluit staat"), max_length=300)
    stated_at = models.DateTimeField(_("vastgelegd op"))
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )

    class Meta:
        verbose_name = _("minimum voor duurzaamheid")
        verbose_name_plural = _("minima voor duurzaamheid")
        ordering = ("organisation", "valid_from", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(least__gte=0) & models.Q(least__lte=100), name="least_is_a_percentage"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}: {self.valid_from:%Y-%m-%d}"

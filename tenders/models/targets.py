"""What an organisation wants to buy circularly in a year: a target for each product category."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation


class OrganisationTarget(models.Model):
    """A row never changes or goes away: of one category, year and indicator the newest counts."""

    class Category(models.TextChoices):
        """The groups of products of the legality check."""

        COMPUTERS = "computers", _("Computers, laptops en tablets")
        DISPLAYS = "displays", _("Beeldschermen")
        PHONES = "phones", _("Telefoons")
        PRINTERS = "printers", _("Printers")
        SERVERS = "servers", _("Servers")
        NETWORK = "network", _("Netwerkapparatuur")

    class Indicator(models.TextChoices):
        """The kinds of evidence that state such a share."""

        REFURBISHED_SHARE = "refurbished_share", _("Aandeel gereviseerd")
        TAKE_BACK = "take_back", _("Aandeel dat wordt teruggenomen en hergebruikt")
        SECOND_LIFE = "second_life", _("Aandeel met gegarandeerd tweede leven")

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="circular_targets",
        verbose_name=_("organisatie"),
    )
    category = models.CharField(_("productgroep"), max_length=20, choices=Category)
    year = models.PositiveSmallIntegerField(_("jaar"))
    indicator = models.CharField(_("waarover het gaat"), max_length=20, choices=Indicator)
    least = models.DecimalField(_("minimum (%)"), max_digits=7, decimal_places=4)
    planned = models.PositiveIntegerField(_("apparaten die dat jaar worden gekocht"))
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
        verbose_name = _("doel voor circulair inkopen")
        verbose_name_plural = _("doelen voor circulair inkopen")
        ordering = ("organisation", "year", "category", "indicator", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(least__gte=0) & models.Q(least__lte=100),
                name="target_is_a_percentage",
            ),
            models.CheckConstraint(condition=models.Q(planned__gte=1), name="target_counts_devices"),
        )

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_category_display()} {self.year}"

"""What people state about the law: answers to the legal questions of a tender, and reasons of a lawyer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.tender import Tender


class LegalAnswers(models.Model):
    """The answers of one tender by topic, in the format of the table `legal` of a tender file."""

    tender = models.OneToOneField(
        Tender, on_delete=models.CASCADE, related_name="legal_answers", verbose_name=_("aanbesteding")
    )
    answers = models.JSONField(_("antwoorden"), default=dict, blank=True)

    class Meta:
        verbose_name = _("juridische antwoorden")
        verbose_name_plural = _("juridische antwoorden")

    def __str__(self) -> str:
        return str(self.tender)


class LegalReason(models.Model):
    """Why a lawyer accepts one finding of the legality check; an empty text takes an earlier one back.

    `rule`, `place` and `quote` are those of the finding, `subject` is what stood at the place: other words
    need another reason. The newest row about a finding counts; a row never changes.
    """

    tender = models.ForeignKey(
        Tender, on_delete=models.CASCADE, related_name="legal_reasons", verbose_name=_("aanbesteding")
    )
    rule = models.CharField(_("regel"), max_length=10)
    place = models.TextField(_("plaats"))
    quote = models.TextField(_("tekst waar het over gaat"), blank=True)
    subject = models.TextField(_("wat er stond"), blank=True)
    text = models.TextField(_("motivering"), blank=True)
    given_at = models.DateTimeField(_("gegeven op"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )

    class Meta:
        verbose_name = _("motivering van een jurist")
        verbose_name_plural = _("motiveringen van juristen")
        ordering = ("tender", "pk")

    def __str__(self) -> str:
        return f"{self.tender}: {self.rule}"

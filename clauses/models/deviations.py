"""Where one contract departs from the library, why, and who approved that."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clauses.models.drafts import ContractDraft
from clauses.models.library import ClauseVersion


class ClauseDeviation(models.Model):
    """One departure of one draft. Never changed: another one for the same clause takes its place.

    `version` is the model text, or the lower rung that was chosen; nothing for an added clause, or where
    one is taken out again. `as-model` ends the departures of a clause before it.
    `provisions` is the text that stands in the contract instead, in the form of `assembly.stored_text`.
    `approver` is a code of `APPROVERS`.
    """

    class Kind(models.TextChoices):
        CHANGED = "changed", _("Tekst gewijzigd")
        REMOVED = "removed", _("Clausule weggelaten")
        ADDED = "added", _("Clausule toegevoegd")
        OTHER_RUNG = "other-rung", _("Lagere trede gekozen")
        AS_MODEL = "as-model", _("Terug naar de bibliotheek")

    draft = models.ForeignKey(
        ContractDraft,
        on_delete=models.PROTECT,
        related_name="deviations",
        verbose_name=_("conceptcontract"),
    )
    clause_code = models.SlugField(_("code"), max_length=60)
    version = models.ForeignKey(
        ClauseVersion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deviations",
        verbose_name=_("clausule"),
    )
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    title = models.CharField(_("titel"), max_length=200)
    model_digest = models.CharField(_("sha256 van het model"), max_length=64, blank=True)
    provisions = models.JSONField(_("tekst"), default=list, blank=True)
    digest = models.CharField(_("sha256"), max_length=64, blank=True)
    reason = models.TextField(_("reden"))
    approver = models.CharField(_("wie keurt goed"), max_length=40)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("door")
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("afwijking van een clausule")
        verbose_name_plural = _("afwijkingen van clausules")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="a_deviation_has_a_reason"),
            models.CheckConstraint(
                condition=Q(kind="added", version=None, model_digest="")
                | Q(kind="removed", version=None, clause_code__startswith="added-")
                | Q(kind__in=("changed", "removed", "other-rung", "as-model"), version__isnull=False),
                name="a_deviation_names_its_model",
            ),
        )

    def __str__(self) -> str:
        return f"{self.clause_code} – {self.get_kind_display()}"


class DeviationDecision(models.Model):
    """The end of the question; only who recorded the deviation may withdraw it, and only others decide."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Goedgekeurd")
        REFUSED = "refused", _("Afgewezen")
        WITHDRAWN = "withdrawn", _("Ingetrokken")

    deviation = models.OneToOneField(
        ClauseDeviation, on_delete=models.PROTECT, related_name="decision", verbose_name=_("afwijking")
    )
    outcome = models.CharField(_("besluit"), max_length=10, choices=Outcome)
    reason = models.TextField(_("toelichting"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("door")
    )
    decided_at = models.DateTimeField(_("tijdstip"))

    class Meta:
        verbose_name = _("besluit over een afwijking")
        verbose_name_plural = _("besluiten over afwijkingen")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(outcome="refused", reason=""), name="refused_with_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.deviation} – {self.get_outcome_display()}"

"""A text that an organisation proposes, and what a second person decided about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clauses.models.library import Clause, ClauseVersion
from procurement.organisations.models import Organisation


class ClauseProposal(models.Model):
    """A version before it is published. Its author changes it until it is handed in, and again when it is
    sent back. `clause` is missing for a clause that is new; `revision` counts savings.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("In bewerking")
        SUBMITTED = "submitted", _("Wacht op goedkeuring")
        PUBLISHED = "published", _("Vastgesteld")
        WITHDRAWN = "withdrawn", _("Ingetrokken")

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="clause_proposals",
        verbose_name=_("organisatie"),
    )
    clause = models.ForeignKey(
        Clause,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposals",
        verbose_name=_("clausule"),
    )
    based_on = models.ForeignKey(
        ClauseVersion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("uitgangspunt"),
    )
    code = models.SlugField(_("code"), max_length=60)
    number = models.PositiveIntegerField(_("versie"))
    source = models.TextField(_("tekst"))
    digest = models.CharField(_("sha256"), max_length=64)
    reason = models.TextField(_("waarom"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("geschreven door"),
    )
    state = models.CharField(_("stand"), max_length=10, choices=State, default=State.DRAFT)
    revision = models.PositiveIntegerField(_("bewaard"), default=1)
    created_at = models.DateTimeField(_("gemaakt op"))
    submitted_at = models.DateTimeField(_("ingediend op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorstel voor een clausule")
        verbose_name_plural = _("voorstellen voor clausules")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "code"),
                condition=Q(state__in=("draft", "submitted")),
                name="one_open_proposal_per_clause",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} ({self.number})"


class ProposalDecision(models.Model):
    """What somebody other than the author decided about the text with this digest. Never changed."""

    proposal = models.ForeignKey(
        ClauseProposal, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("voorstel")
    )
    digest = models.CharField(_("sha256"), max_length=64)
    is_approved = models.BooleanField(_("goedgekeurd"))
    reason = models.TextField(_("toelichting"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("door")
    )
    decided_at = models.DateTimeField(_("tijdstip"))

    class Meta:
        verbose_name = _("besluit over een voorstel")
        verbose_name_plural = _("besluiten over voorstellen")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(is_approved=True) | ~Q(reason=""), name="sent_back_with_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal} – {self.decided_by}"

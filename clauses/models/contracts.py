"""Final contracts: what a draft said at the moment that somebody made it final."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clauses.models.drafts import ContractDraft
from clauses.models.library import ClauseVersion


class ContractVersion(models.Model):
    """A frozen contract. `form` is canonical JSON, see `clauses.stored_contract`; `digest` is its sha256.

    `word` is the file itself, `word_digest` its sha256: the same form in the same house style gives the
    same bytes again. `house_style` is the sha256 of that style, empty for the style of the program.
    """

    draft = models.ForeignKey(
        ContractDraft, on_delete=models.PROTECT, related_name="versions", verbose_name=_("conceptcontract")
    )
    number = models.PositiveIntegerField(_("versie"))
    form = models.TextField(_("inhoud"))
    digest = models.CharField(_("sha256"), max_length=64)
    word = models.BinaryField(_("Word-bestand"))
    word_digest = models.CharField(_("sha256 van het Word-bestand"), max_length=64)
    house_style = models.CharField(_("sha256 van de huisstijl"), max_length=64, blank=True, default="")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    made_at = models.DateTimeField(_("definitief gemaakt op"))

    class Meta:
        verbose_name = _("definitief contract")
        verbose_name_plural = _("definitieve contracten")
        ordering = ("draft", "number")
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="one_contract_per_number"),)

    def __str__(self) -> str:
        return _("%(contract)s, versie %(number)s") % {"contract": self.draft, "number": self.number}


class ContractClause(models.Model):
    """A clause version that stands in a final contract; says quickly where a text is used."""

    contract = models.ForeignKey(
        ContractVersion, on_delete=models.PROTECT, related_name="clauses", verbose_name=_("contract")
    )
    version = models.ForeignKey(
        ClauseVersion, on_delete=models.PROTECT, related_name="contracts", verbose_name=_("clausule")
    )
    position = models.PositiveIntegerField(_("plaats"))

    class Meta:
        verbose_name = _("clausule in een contract")
        verbose_name_plural = _("clausules in contracten")
        ordering = ("contract", "position")

    def __str__(self) -> str:
        return f"{self.position}. {self.version}"

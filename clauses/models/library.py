"""Clauses as rows: those of the library and those of one organisation, each in immutable versions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clauses.assembly.clause import RUNG_LABELS, RUNGS, THEMES
from procurement.language import Text
from procurement.organisations.models import Organisation
from procurement.words import lazy_words, words

OWN = "own-"
"""How the code of a clause starts that an organisation wrote itself; the library has no such code."""
LIBRARY = "bibliotheek"
"""Who reviewed the text of a file: it was read and approved before it came into the program."""


def theme_choices() -> list[tuple[str, str]]:
    return [(theme.code, lazy_words(theme.label)) for theme in THEMES]


def rung_choices() -> list[tuple[str, str]]:
    return [(rung, lazy_words(RUNG_LABELS[rung])) for rung in RUNGS]


class Clause(models.Model):
    """A clause whatever its version; theme, rung and order are those of its newest version.

    Without `organisation` it stands in the library, for everybody.
    """

    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="clauses",
        verbose_name=_("organisatie"),
    )
    code = models.SlugField(_("code"), max_length=60)
    theme = models.CharField(_("thema"), max_length=40, choices=theme_choices)
    rung = models.CharField(_("trede"), max_length=20, choices=rung_choices)
    order = models.PositiveIntegerField(_("plaats in het contract"))

    class Meta:
        verbose_name = _("clausule")
        verbose_name_plural = _("clausules")
        ordering = ("order", "code")
        constraints = (
            models.UniqueConstraint(
                fields=("code",), condition=Q(organisation=None), name="one_clause_per_code_in_the_library"
            ),
            models.UniqueConstraint(fields=("organisation", "code"), name="one_clause_per_own_code"),
            models.CheckConstraint(
                condition=Q(organisation=None) & ~Q(code__startswith=OWN)
                | Q(organisation__isnull=False, code__startswith=OWN),
                name="own_clauses_are_named_so",
            ),
        )

    def __str__(self) -> str:
        return self.code


class ClauseVersion(models.Model):
    """One reviewed text. It is added once and never changed: the database refuses that too.

    `valid_from` is legal time, `recorded_at` is when the text came into the database. Without `organisation`
    it came from a file of the library. Else it is the organisation's own, of a clause of its own or of one
    of the library, and somebody else than the author approved it.
    """

    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="versions", verbose_name=_("clausule")
    )
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="clause_versions",
        verbose_name=_("organisatie"),
    )
    number = models.PositiveIntegerField(_("versie"))
    title_nl = models.CharField(_("titel"), max_length=200)
    title_en = models.CharField(_("titel in het Engels"), max_length=200)
    source = models.TextField(_("tekst"))
    digest = models.CharField(_("sha256"), max_length=64)
    valid_from = models.DateField(_("geldig vanaf"))
    review_by = models.DateField(_("herzien voor"))
    recorded_at = models.DateTimeField(_("vastgelegd op"))
    reviewed_by = models.CharField(_("nagekeken door"), max_length=40, blank=True, default=LIBRARY)
    proposal = models.OneToOneField(
        "clauses.ClauseProposal",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="version",
        verbose_name=_("voorstel"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("geschreven door"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("goedgekeurd door"),
    )
    approved_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("versie van een clausule")
        verbose_name_plural = _("versies van clausules")
        ordering = ("clause__order", "clause__code", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("clause", "number"),
                condition=Q(organisation=None),
                name="one_text_per_clause_version",
            ),
            models.UniqueConstraint(
                fields=("clause", "organisation", "number"), name="one_own_text_per_clause_version"
            ),
            models.CheckConstraint(
                condition=Q(
                    organisation=None,
                    reviewed_by=LIBRARY,
                    proposal=None,
                    author=None,
                    approved_by=None,
                    approved_at=None,
                )
                | Q(
                    organisation__isnull=False,
                    reviewed_by="",
                    proposal__isnull=False,
                    author__isnull=False,
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                ),
                name="an_own_text_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(author=None) | ~Q(author=F("approved_by")),
                name="nobody_approves_an_own_text_alone",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def title(self) -> str:
        return words(Text(nl=self.title_nl, en=self.title_en))

    @property
    def is_own(self) -> bool:
        return self.organisation_id is not None

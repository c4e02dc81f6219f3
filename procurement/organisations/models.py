"""Contracting authorities and the people who work for them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody does for a contracting authority."""

    OFFICER = "officer", _("Inkoper")
    LAWYER = "lawyer", _("Jurist")
    JUROR = "juror", _("Beoordelaar")
    PROJECT_LEAD = "project_lead", _("Projectleider")
    CONTRACT_MANAGER = "contract_manager", _("Contractmanager")
    ORGANISATION_ADMIN = "organisation_admin", _("Organisatiebeheerder")
    AUDITOR = "auditor", _("Auditor")


class Organisation(models.Model):
    """A contracting authority. Its tenders and suppliers are visible to its members only."""

    class Kind(models.TextChoices):
        CENTRAL = "central", _("Centrale overheid")
        OTHER = "other", _("Andere aanbestedende dienst")

    name = models.CharField(_("naam"), max_length=200, unique=True)
    kind = models.CharField(
        _("soort"),
        max_length=10,
        choices=Kind,
        help_text=_("Bepaalt welke Europese drempel geldt (art. 2.1 en 2.2 Aw 2012)."),
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="organisations", verbose_name=_("leden")
    )

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("organisatie")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("gebruiker"),
    )
    role = models.CharField(_("rol"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "user", "role"), name="one_membership_per_role"),
        )

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()} – {self.organisation}"


class FailedSignIn(models.Model):
    """One wrong password. `who` is a keyed hash of account and address; old rows go with the next failure."""

    who = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("mislukte inlogpoging")
        verbose_name_plural = _("mislukte inlogpogingen")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class SecondFactor(models.Model):
    """An app on the phone of the user that shows a code of six digits, another one every half minute.

    The secret is encrypted with a key that follows from SECRET_KEY. `last_step` is the half minute of the
    newest code that was accepted: no code works twice.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="second_factor"
    )
    secret = models.TextField()
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("tweede stap")
        verbose_name_plural = _("tweede stappen")

    def __str__(self) -> str:
        return str(self.user_id)


class AccessReset(models.Model):
    """Somebody else made a way into an account: set its password, or turned its second step off.

    Whoever did that could be the one who signs in now. `settled_at`: the owner chose a password since.
    Without `made_by` it was done on the machine of the site.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="access_resets"
    )
    at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("herstelde toegang")
        verbose_name_plural = _("herstelde toegang")

    def __str__(self) -> str:
        return str(self.account_id)


class RecoveryCode(models.Model):
    """A code on paper for who lost the phone; it works once. Only a keyed hash is kept."""

    factor = models.ForeignKey(SecondFactor, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("herstelcode")
        verbose_name_plural = _("herstelcodes")

    def __str__(self) -> str:
        return str(self.pk)

"""Settings that work out of the box on one machine; what differs per site comes from the environment."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from procurement.settings.databases import make_folder, sqlite_options

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "data"

env = environ.Env()

DEMO_SECRET_KEY = "demo-key-of-tenderwijzer-not-a-secret-and-refused-in-production"  # noqa: S105 — public on purpose

SECRET_KEY = env.str("SECRET_KEY", default=DEMO_SECRET_KEY)

# The keys of the vaults stand outside the database, so that a copy of it opens no bid; see docs/vault.md.
VAULT_KEYS = env.list("VAULT_KEYS", default=[])
VAULT_KEY_FILE = env.str("VAULT_KEY_FILE", default=str(DATA / "vault.key"))
VAULT_KEY_IS_MADE = True  # on first use, as long as there is no file
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = env.bool("DEBUG", default=False)
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "procurement.organisations",
    "procurement.audit",
    "tenders",
    "clauses",
    "procurement.apps.ProcurementConfig",
    "procurement.apps.TenderwijzerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "procurement.language_choice.language_choice",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "procurement.private_pages.keep_out_of_caches",
    "procurement.organisations.second_factor_gate.SecondFactorGate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "procurement.null_characters.refuse_null_characters",
    "procurement.attempts.Attempts",
]

ROOT_URLCONF = "procurement.urls"
# The clauses do not know the tenders; this function of theirs reads a text that somebody proposes.
CLAUSE_TEXT_CHECK = "tenders.clause_texts.findings_in"
# And this one tells whether the award that a contract follows still stands.
CONTRACT_CHECK = "tenders.contract_check.problems_of"
WSGI_APPLICATION = "procurement.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'tenderwijzer.sqlite3'}")}
make_folder(DATABASES["default"])
DATABASES["default"].setdefault("OPTIONS", {}).update(sqlite_options(DATABASES["default"]["ENGINE"]))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# What keeps somebody from getting a role, see procurement.organisations.obstacles.
ROLE_OBSTACLES = ("tenders.services.seats.seat_against_role",)
TOTP_REQUIRED = env.str("TOTP_REQUIRED", default="off")
if TOTP_REQUIRED not in ("off", "staff", "all"):
    raise ImproperlyConfigured("TOTP_REQUIRED: off, staff of all / off, staff or all")
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "admin:index"

OIDC_BACKEND = ""  # single sign-on is off, and its package is not even imported
if env.str("OIDC_RP_CLIENT_ID", default=""):
    from procurement.settings.sign_on import *

    OIDC_BACKEND = "procurement.organisations.oidc.SignOn"
    INSTALLED_APPS.append("mozilla_django_oidc")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT: Path | None = ROOT / "staticfiles"
STATICFILES_DIRS = [ROOT / "procurement" / "static"]

# No request leaves the machine: everything a page needs comes from this server.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

FILE_UPLOAD_HANDLERS = ["procurement.uploads.BoundedMemoryUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 7_000  # a grid of 50 bids by 60 criteria, each with its motivation

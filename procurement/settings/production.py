"""Settings for a real site. A missing or demonstration secret stops the start."""

from django.core.exceptions import ImproperlyConfigured

from procurement.settings.base import *
from procurement.settings.secrets import require_vault_keys

DEBUG = False

if SECRET_KEY == DEMO_SECRET_KEY or len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY ontbreekt of is te kort. Zet een eigen geheim van minstens 50 tekens in de omgeving. / "
        "SECRET_KEY is missing or too short. Set a secret of your own of at least 50 characters."
    )
if "ALLOWED_HOSTS" not in env or not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS ontbreekt of laat alles toe. Noem de adressen van deze site. / "
        "ALLOWED_HOSTS is missing or allows everything. Name the addresses of this site."
    )

VAULT_KEY_IS_MADE = False
require_vault_keys(VAULT_KEYS, env.str("VAULT_KEY_FILE", default=""))

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^_healthz/$", r"^readyz/$"]  # probes come from inside, without TLS
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Everything to standard error, where the service manager collects it; Django would only send mail.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
}

"""Settings for `make demo` and `make serve`: one machine, loopback only, pages as a real site shows them."""

from procurement.settings.base import *

WHITENOISE_USE_FINDERS = True  # styles and scripts straight from the source: no collectstatic first
STATIC_ROOT = None

# What goes wrong is shown in the terminal; the reader gets our own page.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "root": {"handlers": ["stderr"]},
}

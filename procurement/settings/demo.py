"""Settings for `make demo` and `make serve`: one machine, loopback only, readable errors."""

from procurement.settings.base import *

DEBUG = env.bool("DEBUG", default=True)

"""Settings for the suite: fast password hashing, nothing else differs from a real site."""

from procurement.settings.base import *
from procurement.settings.secrets import PUBLIC_VAULT_KEY

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
VAULT_KEYS = [PUBLIC_VAULT_KEY]
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

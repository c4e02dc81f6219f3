"""Single sign-on with OpenID Connect; read only where OIDC_RP_CLIENT_ID is in the environment."""

import json

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()

OIDC_RP_CLIENT_ID = _env.str("OIDC_RP_CLIENT_ID")
OIDC_RP_CLIENT_SECRET = _env.str("OIDC_RP_CLIENT_SECRET")
OIDC_OP_AUTHORIZATION_ENDPOINT = _env.str("OIDC_OP_AUTHORIZATION_ENDPOINT")
OIDC_OP_TOKEN_ENDPOINT = _env.str("OIDC_OP_TOKEN_ENDPOINT")
OIDC_OP_USER_ENDPOINT = _env.str("OIDC_OP_USER_ENDPOINT")
OIDC_OP_JWKS_ENDPOINT = _env.str("OIDC_OP_JWKS_ENDPOINT")
OIDC_RP_SIGN_ALGO = _env.str("OIDC_RP_SIGN_ALGO", default="RS256")
OIDC_RP_SCOPES = _env.str("OIDC_RP_SCOPES", default="openid email profile")
OIDC_USE_PKCE = True
OIDC_CREATE_USER = _env.bool("OIDC_CREATE_USER", default=False)
OIDC_USERNAME_CLAIM = _env.str("OIDC_USERNAME_CLAIM", default="sub")
OIDC_GROUPS_CLAIM = _env.str("OIDC_GROUPS_CLAIM", default="groups")
OIDC_GROUPS: dict[str, list[str]] = json.loads(_env.str("OIDC_GROUPS", default="{}"))
LOGIN_REDIRECT_URL_FAILURE = "/inloggen/"

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "procurement.organisations.oidc.SignOn",
]

if not all(isinstance(place, list) and len(place) == 2 for place in OIDC_GROUPS.values()):
    raise ImproperlyConfigured(
        'OIDC_GROUPS: {"groep": ["organisatie", "rol"]} / {"group": ["organisation", "role"]}'
    )

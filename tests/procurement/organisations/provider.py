"""A small identity provider on loopback: it hands out signed tokens for whoever it is told to be."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "tenderwijzer"
KEY, KEY_OF_ANOTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class Provider:
    """`claims` is what it says about the person; `token` goes over what it signs."""

    def __init__(self, address: str) -> None:
        import jwt

        self.address = address
        self.claims: Mapping[str, Any] = {}
        self.token: Mapping[str, Any] = {}
        self.nonce = ""
        self.key = KEY
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        self.keys = {"keys": [{**public, "kid": "1", "alg": "RS256", "use": "sig"}]}

    def settings(self) -> dict[str, Any]:
        """As they stand in the environment of a site."""
        return {
            "OIDC_RP_CLIENT_ID": CLIENT,
            "OIDC_RP_CLIENT_SECRET": "geheim",
            "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{self.address}/authorize",
            "OIDC_OP_TOKEN_ENDPOINT": f"{self.address}/token",
            "OIDC_OP_USER_ENDPOINT": f"{self.address}/userinfo",
            "OIDC_OP_JWKS_ENDPOINT": f"{self.address}/keys",
            "OIDC_RP_SIGN_ALGO": "RS256",
            "OIDC_RP_SCOPES": "openid email",
            "OIDC_USE_PKCE": True,
            "OIDC_CREATE_USER": False,
            "OIDC_USERNAME_CLAIM": "sub",
            "OIDC_GROUPS_CLAIM": "groups",
            "OIDC_GROUPS": {},
            "OIDC_BACKEND": "procurement.organisations.oidc.SignOn",
            "AUTHENTICATION_BACKENDS": [
                "django.contrib.auth.backends.ModelBackend",
                "procurement.organisations.oidc.SignOn",
            ],
            "LOGIN_REDIRECT_URL_FAILURE": "/inloggen/",
            "ROOT_URLCONF": "tests.procurement.organisations.sign_on_urls",
        }

    def signed(self) -> dict[str, str]:
        import jwt

        now = int(time.time())
        told = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": self.claims.get("sub"),
            "iat": now,
            "exp": now + 60,
        }
        content = {**told, "nonce": self.nonce, **self.token}
        token = jwt.encode(content, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "x", "token_type": "Bearer", "id_token": token}


@contextmanager
def running() -> Iterator[Provider]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _handler(provider)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(provider.keys if self.path == "/keys" else dict(provider.claims))

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            right = form.get("code") == ["code"] and "code_verifier" in form
            self._answer(provider.signed() if right else {"error": "invalid_grant"})

        def _answer(self, data: Mapping[str, Any]) -> None:
            body = json.dumps(data).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Silent."""

    return Handler

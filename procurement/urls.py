"""The addresses of the site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path

from procurement.organisations.second_factor_pages import security, sign_in_code
from procurement.out_of_order import broken
from procurement.probes import healthz, readyz
from procurement.sign_in_page import NewPassword, SignIn, front_door
from procurement.too_large import unreadable

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_door, name="home"),
    path("_healthz/", healthz),
    path("readyz/", readyz),
    path("inloggen/", SignIn.as_view(), name="sign_in"),
    path("inloggen/code/", sign_in_code, name="sign_in_code"),
    path("beveiliging/", security, name="security"),
    path("wachtwoord/", NewPassword.as_view(), name="password"),
    path("uitloggen/", LogoutView.as_view(next_page="sign_in"), name="sign_out"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("", include("tenders.urls")),
    path("", include("clauses.urls")),
]
if settings.OIDC_BACKEND:
    urlpatterns.append(path("oidc/", include("mozilla_django_oidc.urls")))

handler400 = unreadable
handler500 = broken

"""The addresses of the site."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from procurement.probes import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="admin:index"), name="home"),
    path("_healthz/", healthz),
    path("readyz/", readyz),
    path("uitloggen/", LogoutView.as_view(next_page="admin:login"), name="sign_out"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("", include("tenders.urls")),
    path("", include("clauses.urls")),
]

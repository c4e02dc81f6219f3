"""The addresses of a site on which single sign-on is on."""

from django.urls import include, path

from procurement.urls import urlpatterns as addresses

urlpatterns = [*addresses, path("oidc/", include("mozilla_django_oidc.urls"))]

"""The addresses of the tender pages."""

from django.urls import URLPattern, path

from tenders.views import catalogue, criteria, publication, rule

app_name = "tenders"

urlpatterns: list[URLPattern] = [
    path("catalogus/", catalogue.catalogue_page, name="catalogue"),
    path("percelen/<int:pk>/criteria/", criteria.criteria_page, name="criteria"),
    path("percelen/<int:pk>/criteria/overnemen/", criteria.copy, name="copy_criteria"),
    path("percelen/<int:pk>/gunningsregels/", rule.rule_page, name="rule"),
    path("aanbestedingen/<int:pk>/toets/", publication.check_page, name="check"),
]

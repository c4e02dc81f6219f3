"""The addresses of the tender pages."""

from django.urls import URLPattern, path

from tenders.views import (
    bids,
    catalogue,
    criteria,
    documents,
    explanation,
    procedure,
    publication,
    result,
    rule,
    scorecard,
    scores,
    sources,
    try_method,
)

app_name = "tenders"

urlpatterns: list[URLPattern] = [
    path("bronnen/", sources.sources, name="sources"),
    path("catalogus/", catalogue.catalogue_page, name="catalogue"),
    path("percelen/<int:pk>/criteria/", criteria.criteria_page, name="criteria"),
    path("percelen/<int:pk>/criteria/overnemen/", criteria.copy, name="copy_criteria"),
    path("percelen/<int:pk>/eisen/overnemen/", criteria.copy_requirement, name="copy_requirement"),
    path("percelen/<int:pk>/gunningsregels/", rule.rule_page, name="rule"),
    path("aanbestedingen/<int:pk>/procedure/", procedure.procedure, name="procedure"),
    path("aanbestedingen/<int:pk>/toets/", publication.check_page, name="check"),
    path("percelen/<int:pk>/inschrijvingen/", bids.bids, name="bids"),
    path("percelen/<int:pk>/inschrijvingen/<str:code>/", bids.bid, name="bid"),
    path("percelen/<int:pk>/scorekaart/", scorecard.scorecard, name="scorecard"),
    path("percelen/<int:pk>/beoordelen/", scores.scores, name="scores"),
    path("percelen/<int:pk>/uitkomst/", result.result, name="result"),
    path("percelen/<int:pk>/uitkomst/<str:code>/", explanation.explanation, name="explanation"),
    path("aanbestedingen/<int:pk>/documenten/", documents.documents, name="documents"),
    path("aanbestedingen/<int:pk>/documenten/<str:name>/", documents.document, name="document"),
    path("methode-uitproberen/", try_method.try_method, name="try_method"),
]

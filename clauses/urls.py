"""The addresses of the clause pages."""

from django.urls import path

from clauses.views import drafts

app_name = "clauses"

urlpatterns = [
    path("contracts/new/", drafts.start, name="start"),
    path("contracts/<int:pk>/", drafts.fill, name="fill_in"),
    path("contracts/<int:pk>/clauses/", drafts.choose, name="choose"),
    path("contracts/<int:pk>/word/", drafts.word, name="word"),
]

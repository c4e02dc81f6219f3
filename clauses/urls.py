"""The addresses of the clause pages."""

from django.urls import path

from clauses.views import (
    agreements,
    agreements_check,
    articles,
    deviations,
    drafts,
    finals,
    house_styles,
    library,
    proposals,
    propose,
    questionnaire,
    returned,
)

app_name = "clauses"

urlpatterns = [
    path("contracts/new/", drafts.start, name="start"),
    path("contracts/<int:pk>/", questionnaire.fill, name="fill_in"),
    path("contracts/<int:pk>/clauses/", drafts.choose, name="choose"),
    path("contracts/<int:pk>/afspraken/", agreements.agreements, name="agreements"),
    path("contracts/<int:pk>/afspraken/vergelijken/", agreements_check.check, name="agreements_check"),
    path("contracts/<int:pk>/afspraken/excel/", agreements.excel, name="agreements_excel"),
    path("contracts/<int:pk>/word/", drafts.word, name="word"),
    path("contracts/<int:pk>/afwijkingen/", deviations.deviations, name="deviations"),
    path("contracts/<int:pk>/afwijkingen/<int:deviation>/", deviations.decide, name="decide_deviation"),
    path("contracts/<int:pk>/definitief/", finals.finals, name="finals"),
    path("contracts/<int:pk>/definitief/<int:version>/<str:kind>/", finals.final_file, name="final_file"),
    path("contracts/<int:pk>/terug/", returned.returned, name="returned"),
    path("contracts/<int:pk>/verschillen/<str:against>/", returned.redline, name="redline"),
    path("clausules/", library.library, name="library"),
    path("clausules/nieuw/", propose.propose, name="propose"),
    path("clausules/nieuw/toets/", propose.check_proposal, name="check_proposal"),
    path("clausules/voorstellen/", proposals.proposals, name="proposals"),
    path("clausules/voorstellen/<int:pk>/", proposals.proposal, name="proposal"),
    path("clausules/voorstellen/<int:pk>/stap/", proposals.proposal_step, name="proposal_step"),
    path("clausules/grondslag/<str:citation>/", articles.article, name="article"),
    path("huisstijl/<int:pk>/", house_styles.house_style, name="house_style"),
    path("huisstijl/<int:pk>/kies/", house_styles.choose, name="choose_house_style"),
    path("huisstijl/<int:pk>/<int:number>/voorbeeld/", house_styles.sample_file, name="house_style_sample"),
    path("clausules/<int:pk>/", library.clause, name="clause"),
]

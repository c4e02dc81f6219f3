"""The addresses of the tender pages."""

from django.urls import URLPattern, path

from tenders.views import (
    bid_files,
    bids,
    catalogue,
    clarifications,
    consensus,
    consensus_record,
    contract_start,
    criteria,
    deviations,
    documents,
    dossier,
    evaluation_check,
    evidence_form,
    evidence_piece,
    evidence_register,
    evidence_sheet,
    explanation,
    law,
    legal_questions,
    legality,
    legality_checklist,
    letters,
    log,
    policy,
    price_lines,
    procedure,
    publication,
    published_documents,
    records,
    result,
    rule,
    rules,
    scorecard,
    scores,
    signed_record,
    sources,
    targets,
    try_method,
)
from tenders.views.award import fallen as award_fallen
from tenders.views.award import ladder as award_ladder
from tenders.views.award import overview as award_overview
from tenders.views.award import prices as award_prices
from tenders.views.award import proof as award_proof
from tenders.views.jury import declaration as jury_declaration
from tenders.views.jury import files as jury_files
from tenders.views.jury import meeting as jury_meeting
from tenders.views.jury import mine as jury_mine
from tenders.views.jury import panel as jury_panel
from tenders.views.jury import practice as jury_practice
from tenders.views.jury import ready as jury_ready
from tenders.views.jury import samples as jury_samples
from tenders.views.jury import scoring as jury_scoring
from tenders.views.jury import worksheet as jury_worksheet
from tenders.views.life_cycle import plan as life_cycle_plan
from tenders.views.life_cycle import product_table as life_cycle_products
from tenders.views.life_cycle import sheets as life_cycle_sheets
from tenders.views.life_cycle import what_if as life_cycle_what_if
from tenders.views.life_cycle import workbook as life_cycle_workbook

app_name = "tenders"

urlpatterns: list[URLPattern] = [
    path("bronnen/", sources.sources, name="sources"),
    path("recht/", law.law, name="law"),
    path("catalogus/", catalogue.catalogue_page, name="catalogue"),
    path("percelen/<int:pk>/criteria/", criteria.criteria_page, name="criteria"),
    path("percelen/<int:pk>/criteria/overnemen/", criteria.copy, name="copy_criteria"),
    path("percelen/<int:pk>/eisen/overnemen/", criteria.copy_requirement, name="copy_requirement"),
    path("percelen/<int:pk>/gunningsregels/", rule.rule_page, name="rule"),
    path("percelen/<int:pk>/prijsregels/", price_lines.price_lines, name="price_lines"),
    path("percelen/<int:pk>/levensduur/", life_cycle_sheets.sheets, name="life_cycle"),
    path("percelen/<int:pk>/levensduur/berekening/", life_cycle_plan.plan_page, name="calculation"),
    path("percelen/<int:pk>/levensduur/producten/", life_cycle_products.product_table, name="product_table"),
    path("percelen/<int:pk>/levensduur/stel-dat/", life_cycle_what_if.what_if_page, name="what_if"),
    path("percelen/<int:pk>/levensduur/kosten.xlsx", life_cycle_workbook.workbook, name="cost_workbook"),
    path("percelen/<int:pk>/levensduur/<str:code>/", life_cycle_sheets.sheet, name="life_cycle_sheet"),
    path("aanbestedingen/<int:pk>/procedure/", procedure.procedure, name="procedure"),
    path("aanbestedingen/<int:pk>/toets/", publication.check_page, name="check"),
    path("aanbestedingen/<int:pk>/juridisch/", legality.legality, name="legality"),
    path(
        "aanbestedingen/<int:pk>/juridisch/toetsrapport.docx",
        legality_checklist.checklist,
        name="legality_checklist",
    ),
    path(
        "aanbestedingen/<int:pk>/juridisch/vragen/<str:topic>/",
        legal_questions.legal_questions,
        name="legal_questions",
    ),
    path("regels/", rules.rules, name="legal_rules"),
    path("regels/<str:code>/", rules.rule, name="legal_rule"),
    path("percelen/<int:pk>/inschrijvingen/", bids.bids, name="bids"),
    path("percelen/<int:pk>/inschrijvingen/<str:code>/", bids.bid, name="bid"),
    path(
        "percelen/<int:pk>/inschrijvingen/<str:code>/bestanden/<int:file>/",
        bid_files.bid_file,
        name="bid_file",
    ),
    path("percelen/<int:pk>/jury/", jury_panel.panel, name="jury"),
    path("percelen/<int:pk>/jury/terugtrekken/", jury_panel.withdraw, name="jury_withdraw"),
    path("percelen/<int:pk>/jury/oefenen/", jury_samples.samples, name="jury_samples"),
    path("jury/", jury_mine.panels, name="panels"),
    path("jury/<int:pk>/verklaring/", jury_declaration.declaration, name="jury_declaration"),
    path("jury/<int:pk>/oefenen/", jury_practice.practice, name="jury_practice"),
    path("jury/<int:pk>/criteria/<str:code>/", jury_scoring.scores, name="jury_scores"),
    path("jury/<int:pk>/criteria/<str:code>/<str:token>/", jury_scoring.save, name="jury_save"),
    path("jury/<int:pk>/bestanden/<str:token>/", jury_files.file, name="jury_file"),
    path("jury/<int:pk>/klaar/", jury_ready.ready, name="jury_ready"),
    path("jury/<int:pk>/werkblad/", jury_worksheet.worksheet, name="jury_worksheet"),
    path(
        "jury/<int:pk>/werkblad.xlsx", jury_worksheet.download, {"kind": "xlsx"}, name="jury_worksheet_excel"
    ),
    path("jury/<int:pk>/werkblad.ods", jury_worksheet.download, {"kind": "ods"}, name="jury_worksheet_ods"),
    path("percelen/<int:pk>/scorekaart/", scorecard.scorecard, name="scorecard"),
    path("percelen/<int:pk>/beoordelen/", scores.scores, name="scores"),
    path("percelen/<int:pk>/overleg/", consensus.consensus, name="consensus"),
    path("percelen/<int:pk>/overleg/verslag/", consensus_record.record, name="consensus_record"),
    path("percelen/<int:pk>/overleg/getekend/", signed_record.signed_record, name="signed_record"),
    path("percelen/<int:pk>/uitkomst/", result.result, name="result"),
    path("percelen/<int:pk>/uitkomst/<str:code>/", explanation.explanation, name="explanation"),
    path("percelen/<int:pk>/brieven/", letters.letters, name="letters"),
    path("percelen/<int:pk>/brieven/<str:code>/<str:kind>/", letters.letter, name="letter"),
    path("percelen/<int:pk>/gunning/", award_overview.award, name="award"),
    path("percelen/<int:pk>/overeenkomst/", contract_start.start, name="start_contract"),
    path("percelen/<int:pk>/lage-prijzen/", award_prices.prices, name="low_prices"),
    path("percelen/<int:pk>/verificatie/", award_proof.proof, name="proof"),
    path("percelen/<int:pk>/co2-prestatieladder/", award_ladder.ladder, name="ladder"),
    path("percelen/<int:pk>/vervallen/", award_fallen.fallen, name="fallen"),
    path("percelen/<int:pk>/verslagen/<str:name>/<str:kind>/", records.record, name="record"),
    path("aanbestedingen/<int:pk>/documenten/", documents.documents, name="documents"),
    path(
        "aanbestedingen/<int:pk>/documenten/beoordeling-vergelijken/",
        evaluation_check.check,
        name="evaluation_check",
    ),
    path("aanbestedingen/<int:pk>/documenten/<str:name>/", documents.document, name="document"),
    path(
        "aanbestedingen/<int:pk>/documenten/versie-<int:version>/<str:name>/",
        published_documents.published_document,
        name="published_document",
    ),
    path("aanbestedingen/<int:pk>/notas/", clarifications.clarifications, name="clarifications"),
    path("aanbestedingen/<int:pk>/notas/<int:number>/", clarifications.clarification, name="clarification"),
    path("aanbestedingen/<int:pk>/dossier/", dossier.dossier, name="dossier"),
    path("logboek/", log.log, name="log"),
    path("beleid/", policy.policy, name="policy"),
    path("afwijkingen/", deviations.register, name="deviations"),
    path("afwijkingen/excel/", deviations.workbook, name="deviations_workbook"),
    path("afwijkingen/bestuursverslag/", deviations.board_report, name="board_report"),
    path("bewijs/", evidence_register.register, name="evidence_register"),
    path("bewijs/excel/", evidence_register.workbook, name="evidence_workbook"),
    path("bewijs/invullen/<int:pk>/", evidence_sheet.worksheet, name="evidence_sheet"),
    path(
        "bewijs/invullen/<int:pk>/bewijsmiddelen.xlsx",
        evidence_sheet.download,
        {"kind": "xlsx"},
        name="evidence_sheet_excel",
    ),
    path(
        "bewijs/invullen/<int:pk>/bewijsmiddelen.ods",
        evidence_sheet.download,
        {"kind": "ods"},
        name="evidence_sheet_ods",
    ),
    path("bewijs/nieuw/", evidence_form.add, name="evidence_add"),
    path("bewijs/<int:pk>/", evidence_piece.piece, name="evidence"),
    path("bewijs/<int:pk>/wijzigen/", evidence_form.change, name="evidence_change"),
    path("bewijs/<int:pk>/bestanden/<int:file>/", evidence_piece.file, name="evidence_file"),
    path("doelen/", targets.targets, name="targets"),
    path("methode-uitproberen/", try_method.try_method, name="try_method"),
    path("jury/<int:pk>/overleg/", jury_meeting.follow, name="follow_consensus"),
]

"""What each answer to choose from is called: a `Text` for every member of every enumeration of a draft."""

from collections.abc import Mapping
from enum import StrEnum

from procurement.language import Text
from tenders.lint.draft.agreement import ChangeGround, ReviewKind
from tenders.lint.draft.award import CriterionAbout, NameGround, WeightStyle
from tenders.lint.draft.bidders import AskedAt, Ground, SuitabilityKind, TurnoverOf
from tenders.lint.draft.contract import Authority, Nature, ProductGroup
from tenders.lint.draft.decision import LowBidOutcome, NoStandstill
from tenders.lint.draft.documents import NotOnlineGround
from tenders.lint.draft.procedure import AwardBasis, ProcedureKind
from tenders.lint.draft.proof import BeyondSubject, UsedIn

Labels = Mapping[str, tuple[str, str]]
"""Dutch and English by the value that a file writes."""

_CONTRACT: Mapping[type[StrEnum], Labels] = {
    Authority: {
        "central": ("centrale overheid", "central government"),
        "other": ("andere aanbestedende dienst", "another contracting authority"),
    },
    Nature: {
        "supplies": ("leveringen", "supplies"),
        "services": ("diensten", "services"),
        "works": ("werken", "works"),
        "social": ("sociale en andere specifieke diensten", "social and other specific services"),
    },
    ProductGroup: {
        "computers": ("computers en laptops", "computers and laptops"),
        "displays": ("beeldschermen", "displays"),
        "phones": ("telefoons en tablets", "phones and tablets"),
        "printers": ("printers en kopieerapparaten", "printers and copiers"),
        "servers": ("servers en opslag", "servers and storage"),
        "network": ("netwerkapparatuur", "network equipment"),
        "data_centre": ("datacenterdiensten", "data centre services"),
        "cloud": ("clouddiensten", "cloud services"),
        "software": ("software", "software"),
        "ai": ("algoritmes en kunstmatige intelligentie", "algorithms and artificial intelligence"),
        "consultancy": ("advies en inhuur", "consultancy and staffing"),
        "other": ("iets anders", "something else"),
    },
}
_COURSE: Mapping[type[StrEnum], Labels] = {
    ProcedureKind: {
        "open": ("openbare procedure", "open procedure"),
        "restricted": ("niet-openbare procedure", "restricted procedure"),
        "negotiated": (
            "mededingingsprocedure met onderhandeling",
            "competitive procedure with negotiation",
        ),
        "dialogue": ("concurrentiegerichte dialoog", "competitive dialogue"),
        "innovation": ("innovatiepartnerschap", "innovation partnership"),
        "below_threshold": ("onder de drempel", "below the threshold"),
    },
    AwardBasis: {
        "best_price_quality": ("beste prijs-kwaliteitverhouding", "best price-quality ratio"),
        "lowest_cost": (
            "laagste kosten op basis van kosteneffectiviteit",
            "lowest cost on the basis of cost-effectiveness",
        ),
        "lowest_price": ("laagste prijs", "lowest price"),
    },
    NotOnlineGround: {
        "other_means": (
            "het kan niet elektronisch (art. 2.52a lid 2 Aw)",
            "it cannot be done electronically (art. 2.52a lid 2 Aw)",
        ),
        "confidential": (
            "de informatie moet vertrouwelijk blijven (art. 2.57a Aw)",
            "the information must stay confidential (art. 2.57a Aw)",
        ),
    },
}
_BIDDERS: Mapping[type[StrEnum], Labels] = {
    SuitabilityKind: {
        "turnover": ("omzet", "turnover"),
        "reference": ("referenties", "references"),
        "certificate": ("certificaat van het bedrijf", "certificate of the firm"),
        "qualification": (
            "onderwijs- of beroepskwalificatie",
            "educational or professional qualification",
        ),
        "other": ("iets anders", "something else"),
    },
    TurnoverOf: {
        "contract": ("de opdracht", "the contract"),
        "lot": ("het perceel", "the lot"),
        "cluster": (
            "percelen die tegelijk worden uitgevoerd",
            "lots that are carried out at the same time",
        ),
        "call_offs": (
            "nadere opdrachten die tegelijk worden uitgevoerd",
            "call-offs that are carried out at the same time",
        ),
        "framework": ("de raamovereenkomst", "the framework agreement"),
        "dynamic_system": ("het dynamisch aankoopsysteem", "the dynamic purchasing system"),
    },
    AskedAt: {
        "with_bid": ("bij de inschrijving", "with the bid"),
        "winner": (
            "alleen van de inschrijver die de opdracht krijgt",
            "only of the bidder that gets the contract",
        ),
    },
    Ground: {
        "a": ("a. milieu-, sociaal of arbeidsrecht", "a. environmental, social or labour law"),
        "b": ("b. faillissement of surseance", "b. insolvency"),
        "c": ("c. ernstige beroepsfout", "c. grave professional misconduct"),
        "d": ("d. vervalsing van de mededinging", "d. distortion of competition"),
        "e": ("e. belangenconflict", "e. conflict of interest"),
        "f": ("f. betrokken bij de voorbereiding", "f. involved in the preparation"),
        "g": ("g. tekortkomingen in een eerdere opdracht", "g. shortcomings in an earlier contract"),
        "h": ("h. valse verklaringen", "h. misrepresentation"),
        "i": ("i. onrechtmatige beïnvloeding", "i. undue influence"),
        "j": ("j. belastingen en premies", "j. taxes and contributions"),
    },
    UsedIn: {
        "specification": ("eis aan het aanbod", "requirement of the offer"),
        "suitability": ("geschiktheidseis", "suitability requirement"),
        "shortlisting": ("selectiecriterium", "shortlisting criterion"),
        "award": ("gunningscriterium", "award criterion"),
        "contract": ("uitvoeringsvoorwaarde", "performance condition"),
    },
    BeyondSubject: {
        "yes": ("ja", "yes"),
        "no": ("nee", "no"),
    },
}
_AWARD: Mapping[type[StrEnum], Labels] = {
    WeightStyle: {
        "exact": ("vaste percentages", "fixed percentages"),
        "range": ("een marge", "a range"),
        "order": ("alleen een afnemende volgorde", "a descending order only"),
    },
    CriterionAbout: {
        "qualification": (
            "onderwijs- of beroepskwalificatie",
            "educational or professional qualification",
        ),
        "staff": ("organisatie en ervaring van het personeel", "organisation and experience of staff"),
        "place": ("plaats, land of afstand", "place, country or distance"),
    },
    NameGround: {
        "subject_matter": ("het voorwerp van de opdracht vraagt het", "the subject-matter justifies it"),
        "no_description": (
            "een nauwkeurige beschrijving is niet mogelijk",
            "no sufficiently precise description is possible",
        ),
    },
    ReviewKind: {
        "option": ("optie", "option"),
        "price": ("prijsherziening", "price revision"),
        "indexation": ("indexering", "indexation"),
        "kpi": ("KPI", "KPI"),
    },
    ChangeGround: {
        "small": ("kleine wijziging (art. 2.163b Aw)", "small change (art. 2.163b Aw)"),
        "review_clause": ("herzieningsbepaling (art. 2.163c Aw)", "review clause (art. 2.163c Aw)"),
        "additional": ("aanvullende prestaties (art. 2.163d Aw)", "additional deliveries (art. 2.163d Aw)"),
        "unforeseen": (
            "onvoorziene omstandigheden (art. 2.163e Aw)",
            "unforeseen circumstances (art. 2.163e Aw)",
        ),
        "succession": ("nieuwe opdrachtnemer (art. 2.163f Aw)", "new contractor (art. 2.163f Aw)"),
        "not_substantial": ("niet wezenlijk (art. 2.163g Aw)", "not substantial (art. 2.163g Aw)"),
    },
}
_DECISION: Mapping[type[StrEnum], Labels] = {
    LowBidOutcome: {
        "kept": ("de inschrijving blijft", "the bid stays"),
        "rejected_unfounded": (
            "afgewezen: niet onderbouwd (art. 2.116 lid 3 Aw)",
            "rejected: not substantiated (art. 2.116 lid 3 Aw)",
        ),
        "rejected_breach": (
            "afgewezen: schending van recht (art. 2.116 lid 4 Aw)",
            "rejected: breach of law (art. 2.116 lid 4 Aw)",
        ),
    },
    NoStandstill: {
        "no_notice_needed": ("geen aankondiging verplicht", "no notice required"),
        "sole_bidder": ("maar één inschrijver", "one bidder only"),
        "call_off": ("nadere opdracht onder een raamovereenkomst", "call-off under a framework agreement"),
        "dynamic_system": (
            "opdracht onder een dynamisch aankoopsysteem",
            "contract under a dynamic purchasing system",
        ),
    },
}

CHOICES: Mapping[type[StrEnum], Mapping[str, Text]] = {
    kind: {value: Text(nl=nl, en=en) for value, (nl, en) in labels.items()}
    for part in (_CONTRACT, _COURSE, _BIDDERS, _AWARD, _DECISION)
    for kind, labels in part.items()
}
"""By enumeration and value, in the order in which a person chooses."""

"""Labels, certificates and test reports that the documents name."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class UsedIn(StrEnum):
    SPECIFICATION = "specification"
    SUITABILITY = "suitability"
    SHORTLISTING = "shortlisting"
    AWARD = "award"
    CONTRACT = "contract"


class BeyondSubject(StrEnum):
    """Does the label also ask things that have nothing to do with what is bought?"""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The conditions a to e of art. 2.78a lid 1 Aw, each ticked by a person."""

    name: Annotated[str, Text(nl="Welk keurmerk?", en="Which label?")] = ""
    used_in: Annotated[UsedIn | None, Text(nl="Waar wordt het gevraagd?", en="Where is it asked?")] = None
    required: Annotated[
        bool | None, Text(nl="Wordt het geëist als bewijs?", en="Is it required as proof?")
    ] = None
    linked: Annotated[
        bool | None,
        Text(nl="a. Gaat het alleen over het voorwerp?", en="a. Is it only about the subject-matter?"),
    ] = None
    objective: Annotated[
        bool | None,
        Text(
            nl="b. Is het objectief controleerbaar en niet-discriminerend?",
            en="b. Is it verifiable and non-discriminatory?",
        ),
    ] = None
    open_process: Annotated[
        bool | None,
        Text(nl="c. Is het in een open procedure vastgesteld?", en="c. Was it set in an open procedure?"),
    ] = None
    accessible: Annotated[
        bool | None, Text(nl="d. Is het voor iedereen toegankelijk?", en="d. Is it accessible to all?")
    ] = None
    third_party: Annotated[
        bool | None, Text(nl="e. Stelt een derde de eisen vast?", en="e. Does a third party set its demands?")
    ] = None
    beyond_subject: Annotated[
        BeyondSubject | None,
        Text(
            nl="Stelt het ook eisen buiten het voorwerp van de opdracht?",
            en="Does it also set demands outside the subject-matter?",
        ),
    ] = None
    in_part: Annotated[
        bool | None,
        Text(nl="Geldt maar een deel van de keurmerkeisen?", en="Does only part of its demands hold?"),
    ] = None
    demands: Annotated[
        tuple[str, ...], Text(nl="Welke keurmerkeisen gelden dan?", en="Which demands hold then?")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Of an environmental or quality management system of the firm (art. 2.96, 2.97 Aw)."""

    name: Annotated[str, Text(nl="Welk certificaat?", en="Which certificate?")] = ""
    used_in: Annotated[UsedIn | None, Text(nl="Waar wordt het gevraagd?", en="Where is it asked?")] = None
    environmental: Annotated[
        bool | None, Text(nl="Gaat het over milieubeheer?", en="Is it about environmental management?")
    ] = None
    european_or_international: Annotated[
        bool | None,
        Text(
            nl="Noemt u EMAS, een erkend systeem of normen op Europese of internationale grondslag?",
            en="Do you name EMAS, a recognised system or norms on a European or international basis?",
        ),
    ] = None
    equivalents: Annotated[
        bool | None,
        Text(
            nl="Aanvaardt u gelijkwaardige certificaten uit andere lidstaten?",
            en="Do you accept equivalent certificates?",
        ),
    ] = None
    other_proof: Annotated[
        bool | None,
        Text(
            nl="Aanvaardt u ander bewijs van wie buiten zijn schuld geen certificaat heeft?",
            en="Do you accept other proof from those who blamelessly have no certificate?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestReport:
    """A test report or certificate for the product (art. 2.78b Aw)."""

    name: Annotated[
        str, Text(nl="Welk testverslag of certificaat?", en="Which test report or certificate?")
    ] = ""
    other_bodies: Annotated[
        bool | None,
        Text(
            nl="Aanvaardt u rapporten van gelijkwaardige instanties?",
            en="Do you accept reports of equivalent bodies?",
        ),
    ] = None
    technical_file: Annotated[
        bool | None,
        Text(
            nl="Aanvaardt u een technisch dossier van wie buiten zijn schuld geen rapport heeft?",
            en="Do you accept a technical file from those who blamelessly have no report?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansOfProof:
    labels: Annotated[
        tuple[Label, ...], Text(nl="Welke keurmerken noemt u?", en="Which labels do you name?")
    ] = ()
    certificates: Annotated[
        tuple[Certificate, ...],
        Text(
            nl="Welke certificaten van het bedrijf noemt u?", en="Which certificates of the firm do you name?"
        ),
    ] = ()
    test_reports: Annotated[
        tuple[TestReport, ...], Text(nl="Welke testverslagen vraagt u?", en="Which test reports do you ask?")
    ] = ()

"""The assembled clauses as a whole document: title, contents, clauses, signatures, KPI overview, sources."""

from dataclasses import dataclass, replace
from datetime import datetime

from clauses.assembly.assemble import Assembly, KpiLine
from procurement.citations import cite
from procurement.documents import compose, model
from procurement.documents.canonical import content_digest
from procurement.documents.properties import Properties
from procurement.language import Text

SHOWN_DIGEST = 8

_DRAFT = Text(
    nl="Dit is een concept. Nog in te vullen: {open}. Nog op te lossen: {problems}.",
    en="This is a draft. Still to fill in: {open}. Still to solve: {problems}.",
)
_SUPPLEMENT = Text(
    nl="Deze bijlage vult de algemene voorwaarden van de overeenkomst aan. "
    "Zij herhaalt die voorwaarden niet en komt er niet voor in de plaats.",
    en="This annex supplements the general terms and conditions of the contract. "
    "It does not repeat those terms and does not replace them.",
)
_ORIGIN = Text(nl="Verantwoording: herkomst van de clausules", en="Account: origin of the clauses")
_SEPARABLE = Text(
    nl="Deze verantwoording is voor het dossier van de opdrachtgever. Zij maakt geen deel uit van de "
    "overeenkomst en kan worden weggelaten.",
    en="This account is for the file of the contracting authority. It is not part of the contract and can be "
    "left out.",
)
_NAMED = Text(nl="{title} ({code}, versie {version})", en="{title} ({code}, version {version})")
_TO_FILL_IN = Text(nl="nog in te vullen", en="still to fill in")
_SEE_CLAUSE = Text(nl="zie de clausule", en="see the clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractHead:
    """What stands on the front page and on every page; `created` needs a time zone.

    `contract` and `version` are those of a stored contract. `digest` is the SHA-256 of what is stored;
    without it the digest of the document's own content is used.
    """

    title: str
    reference: str
    authority: str
    created: datetime
    contract: str = ""
    version: str = ""
    digest: str = ""


class NotFinal(ValueError):
    """A final contract was asked while blanks or problems are open."""

    def __init__(self, assembly: Assembly) -> None:
        blocking = [problem for problem in assembly.problems if problem.blocking]
        self.message = Text(
            nl="Het contract is nog niet klaar. Vul de open plekken in en los de punten op.",
            en="The contract is not ready. Fill in the open blanks and solve the points listed.",
        )
        super().__init__(f"{len(assembly.open_variables)} open blanks, {len(blocking)} problems")


def contract(
    assembly: Assembly, head: ContractHead, *, annexes: tuple[model.Block, ...] = (), final: bool = False
) -> model.Document:
    """The document; the origin of the clauses comes last, behind the `annexes`.

    Raises NotFinal when `final` is asked of an assembly that is not ready.
    """
    if final and not assembly.may_be_final:
        raise NotFinal(assembly)
    document = model.Document(
        title=head.title,
        language=assembly.language,
        properties=Properties(
            author=head.authority,
            created=head.created,
            subject=_subject(assembly),
            tender=head.reference,
            contract=head.contract,
            version=head.version,
        ),
        blocks=(*_front(assembly, head, final=final), *assembly.blocks, *_back(assembly, annexes)),
    )
    digest = head.digest or content_digest(document)
    return replace(document, properties=replace(document.properties, digest=digest))


def _subject(assembly: Assembly) -> str:
    return Text(nl="Contractbijlage duurzaamheid", en="Contract annex on sustainability").to(
        assembly.language
    )


def _front(assembly: Assembly, head: ContractHead, *, final: bool) -> tuple[model.Block, ...]:
    words = Text(nl="Inhoud", en="Contents")
    opening = (
        compose.title(head.title),
        compose.subtitle(f"{head.authority} · {head.reference}"),
        compose.paragraph(_SUPPLEMENT.to(assembly.language)),
    )
    state = () if final else (compose.warning(_draft_note(assembly)),)
    return (*opening, *state, model.TableOfContents(words.to(assembly.language), levels=1), model.PageBreak())


def _draft_note(assembly: Assembly) -> str:
    problems = sum(problem.blocking for problem in assembly.problems)
    note = _DRAFT.format(open=str(len(assembly.open_variables)), problems=str(problems))
    return note.to(assembly.language)


def _back(assembly: Assembly, annexes: tuple[model.Block, ...]) -> tuple[model.Block, ...]:
    blocks: list[model.Block] = [*_signatures(assembly), model.PageBreak()]
    if assembly.kpis:
        blocks += _kpi_overview(assembly)
    return (*blocks, *annexes, model.SectionBreak(landscape=True), *_register(assembly))


def _signatures(assembly: Assembly) -> tuple[model.Block, ...]:
    def t(nl: str, en: str) -> str:
        return Text(nl=nl, en=en).to(assembly.language)

    rows = (
        compose.row(t("Naam", "Name"), "", ""),
        compose.row(t("Functie", "Position"), "", ""),
        compose.row(t("Plaats en datum", "Place and date"), "", ""),
        compose.row(t("Handtekening", "Signature"), "\n\n\n", ""),
    )
    columns = (
        compose.column("", 2),
        compose.column(t("Opdrachtgever", "Contracting Authority"), 3),
        compose.column(t("Opdrachtnemer", "Contractor"), 3),
    )
    return (
        compose.heading(1, t("Ondertekening", "Signatures"), numbered=False),
        replace(
            compose.table(columns, rows, alt=t("Ruimte om te ondertekenen", "Space to sign")),
            keep_together=True,
        ),
    )


def _kpi_overview(assembly: Assembly) -> tuple[model.Block, ...]:
    heading = Text(
        nl="KPI-overzicht, deel A: wat partijen meten", en="KPI overview, part A: what is measured"
    )
    title = heading.to(assembly.language)
    words = (
        Text(nl="KPI", en="KPI"),
        Text(nl="Waarde", en="Value"),
        Text(nl="Eenheid", en="Unit"),
        Text(nl="Artikel", en="Article"),
    )
    anchors = {block.code: block.anchor for block in assembly.blocks}
    columns = [
        compose.column(text.to(assembly.language), width)
        for text, width in zip(words, (10, 4, 8, 3), strict=True)
    ]
    rows = [
        compose.row(line.title, _target(line, assembly), line.unit, (compose.ref(anchors[line.clause]),))
        for line in assembly.kpis
    ]
    return compose.annex(title), compose.table(columns, rows, alt=title)


def _target(line: KpiLine, assembly: Assembly) -> str:
    """The value, else where it comes from: a blank that is still open, or the text of the clause."""
    if line.target:
        return line.target
    clause = next(each for each in assembly.clauses if each.code == line.clause)
    is_blank = clause.kpi is not None and clause.kpi.variable
    words = _TO_FILL_IN if is_blank else _SEE_CLAUSE
    return words.to(assembly.language)


def _register(assembly: Assembly) -> tuple[model.Block, ...]:
    """Which text was used, and on which articles and guidance it rests; can be taken off before signing."""
    title = _ORIGIN.to(assembly.language)
    words = (
        Text(nl="Artikel", en="Article"),
        Text(nl="Clausule en versie", en="Clause and version"),
        Text(nl="Grondslag", en="Legal basis"),
        Text(nl="Kenmerk", en="Digest"),
    )
    columns = [
        compose.column(text.to(assembly.language), width)
        for text, width in zip(words, (2, 4, 11, 3), strict=True)
    ]
    rows = [
        compose.row(
            (compose.ref(block.anchor),),
            _NAMED.format(title=clause.title, code=clause.code, version=str(clause.version)).to(
                assembly.language
            ),
            "; ".join(cite(code).stated.to(assembly.language) for code in clause.basis),
            clause.digest[:SHOWN_DIGEST],
        )
        for clause, block in zip(assembly.clauses, assembly.blocks, strict=True)
    ]
    return (
        compose.heading(1, title, numbered=False),
        compose.paragraph(_SEPARABLE.to(assembly.language)),
        compose.table(columns, rows, alt=title),
    )

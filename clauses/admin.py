"""The library to read, and the drafts of one's own organisations to manage."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from clauses.access import EDITORS, clauses_for, drafts_for, versions_for
from clauses.assembly.assemble import assemble
from clauses.assembly.clause import APPROVERS
from clauses.drafts import chosen_in, clause_from
from clauses.models import Clause, ClauseVersion, ContractDraft
from clauses.preview import preview
from clauses.services import draft_document
from clauses.word_file import word_response
from procurement.admin_rows import HiddenRows, ReadOnlyRows
from procurement.audit.admin_changes import LoggedChanges
from procurement.citations import cite
from procurement.language import Language
from procurement.organisations.access import organisations_with_role
from procurement.words import readers_language, words


class Validity(admin.SimpleListFilter):
    """Does the newest text hold today, and is its review overdue?"""

    title = _("geldigheid")
    parameter_name = "validity"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return (
            ("valid", _("Geldig")),
            ("overdue", _("Herziening te laat")),
            ("future", _("Nog niet geldig")),
        )

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        today = timezone.localdate()
        match self.value():
            case "valid":
                return queryset.filter(valid_from__lte=today)
            case "overdue":
                return queryset.filter(review_by__lt=today)
            case "future":
                return queryset.filter(valid_from__gt=today)
        return queryset


class LibraryAdmin(ReadOnlyRows, HiddenRows, admin.ModelAdmin):  # type: ignore[type-arg]
    """Texts come from the reviewed files; nobody types them here. Under the fields stands the text itself."""

    change_form_template = "admin/clauses/clauseversion/change_form.html"

    def version_of(self, row: Any) -> ClauseVersion:
        """The version of which the text is shown."""
        return row  # type: ignore[no-any-return]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        language = readers_language()
        context = {"language": language, "pages": _pages(self.version_of(row), language) if row else ()}
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})


@admin.register(Clause)
class ClauseAdmin(LibraryAdmin):
    list_display = ("name", "theme", "rung", "version", "review_date")
    list_filter = ("theme", "rung", Validity)
    search_fields = ("code", "versions__title_nl", "versions__title_en")
    list_per_page = 100
    fields = ("code", "theme", "rung", "order", "texts")
    readonly_fields = ("texts",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Clause]:
        newest_first = versions_for(request.user).order_by("-recorded_at", "-number")
        of_this = newest_first.filter(clause=OuterRef("pk"))
        rows: QuerySet[Clause] = super().get_queryset(request).filter(pk__in=clauses_for(request.user))
        rows = rows.prefetch_related(Prefetch("versions", newest_first))
        return rows.annotate(
            valid_from=Subquery(of_this.values("valid_from")[:1]),
            review_by=Subquery(of_this.values("review_by")[:1]),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Clause], search_term: str
    ) -> tuple[QuerySet[Clause], bool]:
        """A title of another organisation finds nothing."""
        titled = Q(title_nl__icontains=search_term) | Q(title_en__icontains=search_term)
        named = versions_for(request.user).filter(titled).values("clause")
        return queryset.filter(Q(code__icontains=search_term) | Q(pk__in=named)), False

    def version_of(self, row: Clause) -> ClauseVersion:
        return _newest(row)

    @admin.display(description=_("clausule"), ordering="order")
    def name(self, clause: Clause) -> str:
        return _newest(clause).title

    @admin.display(description=_("versie"))
    def version(self, clause: Clause) -> int:
        return _newest(clause).number

    @admin.display(description=_("herzien voor"), ordering="review_by")
    def review_date(self, clause: Clause) -> date:
        return _newest(clause).review_by

    @admin.display(description=_("teksten"))
    def texts(self, clause: Clause) -> str:
        version = _newest(clause)
        url = reverse("admin:clauses_clauseversion_change", args=[version.pk])
        return format_html('<a href="{}">{}</a>', url, version)


def _newest(clause: Clause) -> ClauseVersion:
    return next(iter(clause.versions.all()))


@admin.register(ClauseVersion)
class ClauseVersionAdmin(LibraryAdmin):
    list_display = ("name", "number", "theme", "rung", "valid_from", "review_by")
    list_filter = ("clause__theme", "clause__rung", Validity)
    list_select_related = ("clause",)
    search_fields = ("clause__code", "title_nl", "title_en")
    list_per_page = 100
    fields = (
        ("name", "number"),
        "purpose",
        ("theme", "rung", "approver"),
        "basis",
        ("valid_from", "review_by", "recorded_at"),
        "digest",
    )
    readonly_fields = ("name", "purpose", "theme", "rung", "approver", "basis")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ClauseVersion]:
        return super().get_queryset(request).filter(pk__in=versions_for(request.user))

    @admin.display(description=_("clausule"), ordering="clause__order")
    def name(self, version: ClauseVersion) -> str:
        return version.title

    @admin.display(description=_("thema"), ordering="clause__theme")
    def theme(self, version: ClauseVersion) -> str:
        return version.clause.get_theme_display()

    @admin.display(description=_("trede"), ordering="clause__rung")
    def rung(self, version: ClauseVersion) -> str:
        return version.clause.get_rung_display()

    @admin.display(description=_("waarvoor"))
    def purpose(self, version: ClauseVersion) -> str:
        return words(clause_from(version.source).purpose)

    @admin.display(description=_("wie keurt goed"))
    def approver(self, version: ClauseVersion) -> str:
        return words(APPROVERS[clause_from(version.source).approver].label)

    @admin.display(description=_("grondslag"))
    def basis(self, version: ClauseVersion) -> str:
        return "; ".join(words(cite(code).label) for code in clause_from(version.source).basis)


def _pages(version: ClauseVersion, language: Language) -> tuple[Any, ...]:
    return preview(assemble([clause_from(version.source)], None, {}, language))


@admin.register(ContractDraft)
class ContractDraftAdmin(HiddenRows, LoggedChanges, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("reference", "title", "organisation", "language", "created_at", "fill_in")
    list_filter = ("language",)
    list_select_related = ("organisation",)
    search_fields = ("reference", "title")
    fields = ("organisation", "title", "reference", "language", "created_at", "fill_in", "clauses")
    readonly_fields = ("organisation", "created_at", "fill_in", "clauses")
    actions = ("download_draft",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ContractDraft]:
        return super().get_queryset(request).filter(pk__in=drafts_for(request.user))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A draft starts on its own page, with the questions about the contract."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        mine = obj is None or drafts_for(request.user, *EDITORS).filter(pk=obj.pk).exists()
        return mine and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        mine = obj is None or drafts_for(request.user, *EDITORS).filter(pk=obj.pk).exists()
        return mine and super().has_delete_permission(request, obj)

    def changelist_view(self, request: Any, extra_context: Any = None) -> HttpResponse:
        may_start = organisations_with_role(request.user, *EDITORS).exists()
        return super().changelist_view(request, {"may_start": may_start, **(extra_context or {})})

    @admin.display(description=_("invullen"))
    def fill_in(self, draft: ContractDraft) -> str:
        return format_html('<a href="{}">{}</a>', reverse("clauses:fill_in", args=[draft.pk]), _("Invullen"))

    @admin.display(description=_("clausules"))
    def clauses(self, draft: ContractDraft) -> str:
        rows = ((each.position, each.version) for each in chosen_in(draft))
        return format_html_join(mark_safe("<br>"), "{}. {}", rows)

    @admin.action(description=_("Concept in Word ophalen"), permissions=["view"])
    def download_draft(self, request: HttpRequest, drafts: QuerySet[ContractDraft]) -> HttpResponse | None:
        chosen = list(drafts[:2])
        if len(chosen) != 1:
            self.message_user(request, _("Kies één concept om op te halen."), messages.WARNING)
            return None
        return word_response(draft_document(draft=chosen[0], at=timezone.now()), chosen[0])

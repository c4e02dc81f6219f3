"""What every admin page of this site shares: what one may not see does not exist; records are only read."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from procurement.audit.attempts import mark_refusal

REACHED = frozenset({"invalid_choice", "own_role"})


class HiddenRows:
    """Goes before ModelAdmin. The stock one sends to its front page with a message; here it is a 404."""

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        raise Http404

    def render_change_form(self, request: Any, context: Any, *args: Any, **options: Any) -> HttpResponse:
        """Naming a row that is no choice of this person, or a role for oneself, is an attempt."""
        errors = context["adminform"].form.errors.as_data()
        if any(error.code in REACHED for found in errors.values() for error in found):
            mark_refusal(request)
        return super().render_change_form(request, context, *args, **options)  # type: ignore[misc,no-any-return]


class ReadOnlyRows:
    """Goes before ModelAdmin. Rows that can be read and never added, changed or removed here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

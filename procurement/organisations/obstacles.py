"""What stands in the way of giving somebody a role, as the applications on top of this one know it.

Named in `settings.ROLE_OBSTACLES`, because this package knows none of them.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.module_loading import import_string

from procurement.language import Text
from procurement.organisations.models import Organisation, Role

Obstacle = Callable[[User, Organisation, Role], Text | None]
"""Why this person cannot have this role there now, and what to do; None when nothing is in the way."""


class RoleRefused(Exception):
    """The role was not given; `reasons` says why, in both languages."""

    def __init__(self, reasons: Iterable[Text]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.nl for reason in self.reasons))


def reasons_against_role(user: User, organisation: Organisation, role: Role) -> list[Text]:
    obstacles: list[Obstacle] = [import_string(path) for path in settings.ROLE_OBSTACLES]
    found = (obstacle(user, organisation, role) for obstacle in obstacles)
    return [reason for reason in found if reason is not None]

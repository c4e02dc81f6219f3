"""The real side of the machine: people, a lot, and what the database holds."""

import hashlib
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth.models import User
from django.db import connection

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Lot
from tests import cast
from tests.whole_procedure.table import ROLES

JURORS = ("juror", "juror-2", "juror-3")
START = cast.PUBLISHED_AT
DEADLINE = START + timedelta(days=46)

ELSEWHERE = {"django_session", "django_migrations", "django_content_type", "auth_permission"}
FROZEN = ("tenders_lot", "tenders_criterion", "tenders_criterionlevel", "tenders_requirement")


def people() -> dict[str, User]:
    found = {}
    for name, roles in ROLES.items():
        found[name], _ = User.objects.get_or_create(username=f"{name}.whole")
        for role in roles:
            give_role(user=found[name], organisation=cast.organisation(), role=Role(role))
    for name in JURORS[1:]:
        found[name], _ = User.objects.get_or_create(username=f"{name}.whole")
        give_role(user=found[name], organisation=cast.organisation(), role=Role.JUROR)
    give_role(user=found["neighbour"], organisation=cast.organisation("Bellis"), role=Role.OFFICER)
    give_role(user=found["site"], organisation=cast.organisation(), role=Role.OFFICER)
    User.objects.filter(pk=found["site"].pk).update(is_superuser=True, is_staff=True)
    found["site"].refresh_from_db()
    return found


def lot_for(combination: str, deadline: datetime = DEADLINE) -> Lot:
    row = cast.lot()
    row.combination = combination
    row.save()
    row.tender.deadline = deadline
    row.tender.save()
    return Lot.objects.select_related("tender__organisation").get(pk=row.pk)


def fingerprint() -> str:
    """Of every row of every table."""
    return _digest(_tables())


@cache
def _tables() -> tuple[str, ...]:
    return tuple(sorted(set(connection.introspection.table_names()) - ELSEWHERE))


def frozen_rows() -> str:
    """Of what publication freezes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadline, title, subject FROM tenders_tender ORDER BY id")
        tender = repr(cursor.fetchall())
    return tender + _digest(FROZEN)


def _digest(tables: tuple[str, ...]) -> str:
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found.update(table.encode())
            for row in sorted(map(_text, cursor.fetchall())):
                found.update(row.encode())
    return found.hexdigest()


def _text(row: tuple[object, ...]) -> str:
    return repr([bytes(each) if isinstance(each, memoryview) else each for each in row])

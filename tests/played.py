"""The same rows again without the same work: what a builder wrote is written once more.

Most tests start from a tender in some phase. The first one in a process goes there by the real services;
the statements that changed something are kept under the rows that there were before. When all those rows are
the same again, the statements alone are run, and the guards of the database look at each of them as before.

Nothing is kept for a test that replaces code or settings, or when something else than rows came of the work,
and never on PostgreSQL, where a key does not come back: there every test does all of the work.
"""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction

Statement = tuple[str, Any]

CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER")
UNDOES = "ROLLBACK"
LEFT_OUT = {"django_session", "django_content_type", "auth_permission"}  # nothing is built from them
CHANCE = {"auth_user": {"password", "date_joined", "last_login"}}  # never twice the same, and nothing follows
MOST = 60  # some hundreds of kB each

_kept: dict[Hashable, list[Statement]] = {}
_is_allowed = False


@contextmanager
def allowed(is_allowed: bool) -> Iterator[None]:
    """During one test."""
    global _is_allowed
    _is_allowed = is_allowed
    yield
    _is_allowed = False


def played(name: Hashable, build: Callable[[], object]) -> None:
    """What `build` does to the rows. `name` tells it from other builders and carries what it was given."""
    if not _is_allowed or connection.vendor != "sqlite":
        build()
        return
    key = (name, _rows())
    with transaction.atomic():
        if key in _kept:
            _write(_kept[key])
        else:
            _keep(key, build)


def _write(statements: list[Statement]) -> None:
    with connection.cursor() as cursor:
        for sql, values in statements:
            cursor.execute(sql, values)


def _keep(key: Hashable, build: Callable[[], object]) -> None:
    seen: list[tuple[str, Any, bool]] = []

    def listen(execute: Callable[..., Any], sql: str, values: Any, many: bool, context: Any) -> Any:
        seen.append((sql, values, many))
        return execute(sql, values, many, context)

    waiting = len(connection.run_on_commit)
    with connection.execute_wrapper(listen):
        build()
    if len(connection.run_on_commit) > waiting or any(sql.startswith(UNDOES) for sql, _, _ in seen):
        return
    if any(many for _, _, many in seen):
        return
    if len(_kept) >= MOST:
        del _kept[next(iter(_kept))]
    _kept[key] = [(sql, values) for sql, values, _ in seen if sql.lstrip().startswith(CHANGES)]


def _rows() -> bytes:
    """Of everything that is in the database, the keys to come and the guards included."""
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for question in _questions():
            cursor.execute(question)
            found.update(repr(cursor.fetchall()).encode())
    return found.digest()


@cache
def _questions() -> tuple[str, ...]:
    tables = {
        model._meta.db_table: [field.column for field in model._meta.concrete_fields]
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.db_table not in LEFT_OUT
    }
    asked = {
        table: [f'"{column}"' for column in columns if column not in CHANCE.get(table, ())]
        for table, columns in tables.items()
    }
    return (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "SELECT * FROM sqlite_sequence",
        *(f'SELECT {", ".join(columns)} FROM "{table}"' for table, columns in asked.items()),
    )

"""Getting round the guards of the database, as somebody with its password could."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


def lift_guards(table: str) -> None:
    """Until the end of the test the database lets this table be changed."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


@contextmanager
def without_guards(table: str) -> Iterator[None]:
    """Meanwhile the database lets this table be changed; afterwards it guards it again."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            lift_guards(table)
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        triggers = cursor.fetchall()
        lift_guards(table)
        yield
        for (sql,) in triggers:
            cursor.execute(sql)

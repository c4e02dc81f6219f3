"""A statement past the models, as somebody with the database writes it."""

from django.db import connection, transaction


def run(statement: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount

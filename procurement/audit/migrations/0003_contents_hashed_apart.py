"""The hash of an event covers its content by a hash of its own, so that a copy may withhold contents.

Every chain is checked before it is hashed anew; a broken one stops the migration, and nothing changes.
"""

import hashlib
import importlib
import json
from collections.abc import Callable
from datetime import UTC
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

guards = importlib.import_module("procurement.audit.migrations.0002_append_only")
GENESIS = "0" * 64
Hashing = Callable[[list[Any], str], str]


def _sha256(values: list[Any]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def together(content: list[Any], previous: str) -> str:
    return _sha256([*content, previous])


def apart(content: list[Any], previous: str) -> str:
    return _sha256([previous, _sha256(content)])


def _content(event: Any) -> list[Any]:
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    actor = str(event.actor_id) if event.actor_id else ""
    return [event.sequence, at, actor, event.action, event.subject, event.details]


def _hash_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor, old: Hashing, new: Hashing) -> None:
    events = apps.get_model("audit", "Event").objects.using(schema_editor.connection.alias)
    guards.unprotect(apps, schema_editor)
    for organisation in events.order_by("organisation").values_list("organisation", flat=True).distinct():
        was = became = GENESIS
        for event in events.filter(organisation=organisation).order_by("sequence"):
            content = _content(event)
            if event.hash != old(content, was):
                raise RuntimeError(f"The log of organisation {organisation} is broken at {event.sequence}.")
            was, before, became = event.hash, became, new(content, became)
            events.filter(pk=event.pk).update(previous_hash=before, hash=became)
    guards.protect(apps, schema_editor)


def hash_apart(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _hash_anew(apps, schema_editor, together, apart)


def hash_together(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _hash_anew(apps, schema_editor, apart, together)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [migrations.RunPython(hash_apart, hash_together)]

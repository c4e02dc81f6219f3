"""Where the keys come from, replacing them, and destroying them when bids may no longer be kept."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from procurement.audit.models import Event
from procurement.vault.envelope import new_key
from procurement.vault.errors import BadKey
from procurement.vault.keys import encoded, key_id
from tenders.models import DataKey, Lot
from tenders.procedure.phases import Phase
from tenders.services import vault_keys
from tenders.services.opened import answers_of
from tenders.services.phases import Refused
from tenders.services.vault import site_keys
from tests import cast
from tests.sealed import open_for_bids, opened, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    row = open_for_bids()
    sealed(row)
    return row


def rotated() -> str:
    out = io.StringIO()
    call_command("rotate_vault_key", stdout=out)
    return out.getvalue()


def test_a_key_file_is_made_on_first_use(settings: Settings, tmp_path: Path) -> None:
    settings.VAULT_KEYS, settings.VAULT_KEY_FILE = [], str(tmp_path / "vault.key")

    first = site_keys()

    assert site_keys() == first


def test_a_real_site_makes_no_key(settings: Settings, tmp_path: Path) -> None:
    settings.VAULT_KEYS, settings.VAULT_KEY_IS_MADE = [], False
    settings.VAULT_KEY_FILE = str(tmp_path / "vault.key")

    with pytest.raises(BadKey):
        site_keys()


def test_after_the_rotation_the_new_key_alone_opens_the_bids(settings: Settings, lot: Lot) -> None:
    new = new_key()
    settings.VAULT_KEYS = [encoded(new), *settings.VAULT_KEYS]
    said = rotated()
    settings.VAULT_KEYS = [encoded(new)]

    opened(lot)

    assert said.startswith(f"2 keys sealed anew with key {key_id(new)}.")
    assert answers_of(lot) != {}
    assert Event.objects.filter(action="vault.key_replaced").count() == 2


def test_a_rotation_that_was_broken_off_is_run_again(settings: Settings, lot: Lot) -> None:
    new = new_key()
    settings.VAULT_KEYS = [encoded(new), *settings.VAULT_KEYS]
    one = vault_keys._rotated
    keys = DataKey.objects.order_by("pk").values_list("pk", flat=True)
    one(keys[0], key_id(new), timezone.now())
    half = list(DataKey.objects.order_by("pk").values_list("key_id", flat=True))

    assert half.count(key_id(new)) == 1
    assert rotated().startswith("1 keys")
    assert rotated().startswith("0 keys")


def test_without_the_old_key_the_rotation_stops(settings: Settings, lot: Lot) -> None:
    settings.VAULT_KEYS = [encoded(new_key())]

    with pytest.raises(CommandError, match="Put it back"):
        rotated()


def test_without_its_key_a_lot_does_not_open(settings: Settings, lot: Lot) -> None:
    settings.VAULT_KEYS = [encoded(new_key())]

    with pytest.raises(Refused) as refused:
        opened(lot)

    assert "Zet hem terug." in refused.value.reasons[0].nl
    assert lot.bids.count() == 0


def test_a_new_key_is_printed_and_can_be_used(settings: Settings) -> None:
    out, err = io.StringIO(), io.StringIO()

    call_command("new_vault_key", stdout=out, stderr=err)

    settings.VAULT_KEYS = [out.getvalue().strip()]
    assert site_keys().first_id in err.getvalue()


def destroyed(lot: Lot, *options: str) -> str:
    out = io.StringIO()
    call_command("destroy_vault", f"--tender={lot.tender_id}", *options, stdout=out)
    return out.getvalue()


def test_keys_are_destroyed_only_when_retention_has_passed(lot: Lot) -> None:
    tender = cast.in_phase(lot, Phase.STOPPED).tender
    with pytest.raises(CommandError, match="Record that first"):
        destroyed(lot, "--yes")
    tender.keep_until = timezone.localdate()
    tender.save()
    with pytest.raises(CommandError, match="is kept until"):
        destroyed(lot, "--yes")
    tender.keep_until -= timedelta(days=1)
    tender.save()

    assert destroyed(lot).startswith("This would destroy")
    assert DataKey.objects.count() == 2
    assert destroyed(lot, "--yes").startswith("2 keys of")
    assert (DataKey.objects.count(), Event.objects.filter(action="vault.key_destroyed").count()) == (0, 2)


def test_the_keys_of_a_running_tender_are_not_destroyed(lot: Lot) -> None:
    tender = cast.in_phase(lot, Phase.EVALUATION).tender
    tender.keep_until = timezone.localdate() - timedelta(days=1)
    tender.save()

    with pytest.raises(Refused) as refused:
        vault_keys.destroy_keys(tender=tender, today=timezone.localdate(), at=timezone.now())

    [reason] = refused.value.reasons
    assert reason.nl.startswith("Perceel 1 van T-1 loopt nog, in de fase ‘")
    assert DataKey.objects.count() == 2

"""Who looks at the pages of a tender."""

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tests import cast


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client

"""Somebody with an address."""

import pytest


@pytest.fixture
def finance(cabinet):
    cabinet.finance.email = "finance@example.org"
    cabinet.finance.save()
    return cabinet.finance

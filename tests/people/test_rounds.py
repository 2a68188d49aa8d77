"""What the postman looks after: one look that fails keeps no other from being done."""

import pytest

from people.notices import rounds


def test_a_look_that_fails_is_told_and_keeps_no_other_from_being_done(monkeypatch):
    done = []

    def stumble():
        raise ValueError("stumbled")

    def tell():
        done.append("told")
        return 1

    monkeypatch.setattr(rounds, "_looks", [stumble, tell])
    with pytest.raises(ValueError, match="stumbled"):
        rounds.look_around()
    assert done == ["told"]

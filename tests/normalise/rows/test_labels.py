"""Cells that hold two fields, told apart by a label."""

from __future__ import annotations

import pytest

from tests.normalise.building import only_action, table


@pytest.mark.parametrize(
    "owner", ["Deputy Chief Nurse", "Clinical Lead, Urology", "Chair of the Friends", "Ann Archer"]
)
def test_a_line_that_says_who_owns_an_action_is_its_lead_whatever_the_post_is_called(owner: str) -> None:
    told = only_action(
        table(
            ["Ref", "Action", "Progress", "Status"],
            ["S1", f"Cut falls with harm by a fifth\nOwner: {owner}\nDue: March 2026", "Begun.", "On track"],
        )
    )
    assert told.action == "Cut falls with harm by a fifth"
    assert told.leads == (owner,)


@pytest.mark.parametrize("note", ["none has been named yet", "The ward owns it now."])
def test_a_sentence_behind_the_word_is_no_name(note: str) -> None:
    told = only_action(
        table(
            ["Ref", "Action", "Progress", "Status"],
            ["S1", f"Cut falls with harm by a fifth\nOwner: {note}", "Begun.", "On track"],
        )
    )
    assert told.leads == ()
    assert note in told.action

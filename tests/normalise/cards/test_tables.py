"""Tables whose cells are cards."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Cell, Table
from tests.normalise.building import AMBER, BLUE, GREEN, actions_of, filled, heading, table

HEAD = heading("Safer Streets Plan: half year update")


def card(title: str, lead: str, update: str) -> str:
    return f"{title}\nLead: {lead}\nUpdate: {update}"


def titled(block: Table) -> Table:
    """The table as cards are set: the name of a status in bold, and the title below it in larger letters."""
    return replace(block, cells=tuple(map(_titled, block.cells)))


def _titled(cell: Cell) -> Cell:
    up = cell.lines[0].box.top - cell.box.top
    lines = [one._replace(box=one.box._replace(top=one.box.top - up)) for one in cell.lines]
    lines = [one._replace(box=one.box._replace(bottom=one.box.top + 10)) for one in lines]
    first = lines[0]._replace(bold=True, size=11.0 if lines[1:] else 10.0)
    return replace(cell, lines=(first, *lines[1:]))


def test_cards_two_abreast_whose_status_stands_in_a_cell_above_each() -> None:
    """The names of statuses above them were taken for the headings of columns, `Complete` for that of a share."""
    told = actions_of(
        HEAD,
        titled(
            table(
                [filled(GREEN, "On track"), filled(BLUE, "Complete")],
                [
                    card("Light the towpath", "Parks Service", "Twelve lamps stand."),
                    card("Train marshals", "Bars Forum", "All nine are trained."),
                ],
                [filled(AMBER, "Delayed"), filled(GREEN, "On track")],
                [
                    card("Fit cameras at the station", "Rail Operator", "The order is late."),
                    card("Open a hate crime centre", "Library Service", "A room is found."),
                ],
            )
        ),
    )
    assert {a.action: (a.status, a.leads) for a in told} == {
        "Light the towpath": ("on_schedule", ("Parks Service",)),
        "Train marshals": ("completed", ("Bars Forum",)),
        "Fit cameras at the station": ("behind_schedule", ("Rail Operator",)),
        "Open a hate crime centre": ("on_schedule", ("Library Service",)),
    }


def test_a_table_with_a_share_headed_complete_is_none() -> None:
    told = actions_of(
        HEAD,
        table(
            ["Action", "Status", "Complete"],
            ["Light the towpath", "On track", "40%"],
            ["Train marshals", "Delayed", "10%"],
        ),
    )
    assert [(a.action, a.status) for a in told] == [
        ("Light the towpath", "on_schedule"),
        ("Train marshals", "behind_schedule"),
    ]

"""Shapes that stand beside words and colours, so that a page in grey, or read aloud, tells the same."""

from __future__ import annotations

#: one for each status, no two alike in outline
STATUSES = {
    "completed": "★",
    "on_schedule": "●",
    "behind_schedule": "▲",
    "off_track": "◆",
    "not_started": "○",
    "paused": "‖",
    "cancelled": "×",
    "no_information": "–",
    "unknown": "?",
}
#: sections of a briefing that have a direction; what is still off track has that status's
SECTIONS = {
    "Worse": "↓",
    "Still off track": "◆",
    "Better": "↑",
    "Dates slipped": "→",
    "Dates brought forward": "←",
}

"""camelot's tables alone, as it comes: lattice."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

import camelot

NAME = "camelot: lattice"

logging.disable(logging.WARNING)
warnings.filterwarnings("ignore")


def read_document(path: Path) -> None:
    camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)

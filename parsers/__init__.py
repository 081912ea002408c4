"""See: a PDF or a transcript becomes pages, blocks and tables of cells. Knows no council and no RAG."""

from parsers.document import read
from parsers.parsed import Parsed, Refusal

__all__ = ["Parsed", "Refusal", "read"]

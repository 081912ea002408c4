"""See: a PDF or a transcript becomes pages, blocks and tables of cells. Knows no council and no RAG."""

from parsers.document import Parsed, Refusal, read

__all__ = ["Parsed", "Refusal", "read"]

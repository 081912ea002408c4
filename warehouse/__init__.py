"""The warehouse remembers: DuckDB schema, loading, threads through time, changes, queries and exports."""

from warehouse.changes import Change, changes
from warehouse.connection import WarehouseError
from warehouse.document import Outcome, Source
from warehouse.store import Warehouse

__all__ = ["Change", "Outcome", "Source", "Warehouse", "WarehouseError", "changes"]

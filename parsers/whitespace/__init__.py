"""The unruled eye for tables that nothing draws."""

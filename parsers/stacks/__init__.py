"""The unruled eye for tables that horizontal rules or bands of shading draw."""

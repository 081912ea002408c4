select 1
from duckdb_tables()
where not internal
limit 1;

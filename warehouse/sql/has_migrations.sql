select 1
from duckdb_tables()
where schema_name = 'core'
    and table_name = 'migrations';

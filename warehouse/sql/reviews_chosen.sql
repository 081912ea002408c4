select 1
from duckdb_tables()
where database_name = 'temp'
    and table_name = 'chosen';

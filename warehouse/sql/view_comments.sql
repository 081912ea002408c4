select
    column_name,
    data_type,
    comment
from duckdb_columns()
where schema_name = 'main'
    and table_name = $view
order by column_index;

-- The columns of a published mart and whether they hold text; none: there is no such mart.
select
    column_name,
    data_type = 'VARCHAR' as is_text
from duckdb_columns()
where not internal and table_name = $mart
order by column_index

-- The schemas of the warehouse that dbt has built in.
select distinct schema_name
from duckdb_tables()
where database_name = 'warehouse' and table_name = 'build_states'

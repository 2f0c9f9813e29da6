-- The marts that can be exported.
select table_name from duckdb_tables() where not internal order by table_name

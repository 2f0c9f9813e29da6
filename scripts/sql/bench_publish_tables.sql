-- The tables that publishing reads, and whether they hold customers.
select
    tables.table_name,
    bool_or(coalesce(columns.column_name = 'customer_id', false)) as has_customers
from duckdb_tables() as tables
inner join duckdb_columns() as columns
    on tables.database_name = columns.database_name and tables.table_oid = columns.table_oid
where
    tables.database_name = 'source'
    and (
        tables.table_name in ('build_states', 'int_as_of_date')
        or tables.table_name in (
            select table_name from source.main.build_states where access = 'public'
        )
    )
group by tables.table_name

-- The tables with a row, or rows, per customer, and whether they hold what files said.
select
    tables.table_schema as schema_name,
    tables.table_name,
    tables.table_name in ('base_events', 'base_customers', 'base_subscriptions') as is_read
from information_schema.tables
where
    tables.table_type = 'BASE TABLE'
    and (
        select count(*)
        from information_schema.columns
        where
            columns.table_schema = tables.table_schema
            and columns.table_name = tables.table_name
            and columns.column_name in ('tenant_id', 'customer_id')
    ) = 2
order by tables.table_name

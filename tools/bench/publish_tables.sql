-- The tables and views that publishing reads, and whether they hold customers.
select
    table_name,
    bool_or(column_name = 'customer_id') as has_customers
from information_schema.columns
where
    table_catalog = 'source'
    and (
        table_name in ('build_states', 'int_as_of_date')
        or table_name in (
            select states.table_name
            from source.main.build_states as states
            where states.access = 'public'
        )
    )
group by table_name

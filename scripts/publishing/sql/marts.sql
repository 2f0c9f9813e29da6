-- The public models that were built: where they are, and their descriptions.
select
    schema_name,
    table_name,
    documentation
from warehouse.{{ schema | name }}.build_states
where resource_type = 'model' and access = 'public'
order by table_name

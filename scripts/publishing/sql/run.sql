-- The run that last changed the marts: its id, when it began, and the day that it saw.
select
    strftime(max(started_at), '%Y%m%dT%H%M%SZ-')
    || left(arg_max(run_id, started_at), 8) as run_id,
    max(started_at) as built_at,
    (select max(as_of_date) from warehouse.{{ schema | name }}.int_as_of_date) as as_of_date
from warehouse.{{ schema | name }}.build_states
where resource_type <> 'test'

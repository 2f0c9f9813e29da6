-- How many customers each condition lets through, alone and after those before it.
-- evaluated: a query of one row per customer; steps: its columns, in order.
with evaluated as (

{{ evaluated }}

)

select
    count(*) as customers
    {%- for step in steps %},
    count(*) filter (where {{ step }}) as alone_{{ step }}
    {%- endfor %}
    {%- for step in sequence %},
    count(*) filter (where {{ sequence[:loop.index] | join(' and ') }}) as after_{{ step }}
    {%- endfor %}
from evaluated
where $tenant_id is null or tenant_id = $tenant_id

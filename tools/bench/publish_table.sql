-- A table as it is, or with each customer as many times, under other ids.
create table {{ table | name }} as
{%- if times %}
select source.* replace (
    left(md5(customer_id || '-' || copies.number), 12) as customer_id
)
from source.main.{{ table | name }} as source
cross join range({{ times }}) as copies (number)
{%- else %}
from source.main.{{ table | name }}
{%- endif %}

-- Whether any customer has a value at a path, one column per path.
-- expressions: one condition per path over int_customers.
select
    {%- for expression in expressions %}
    bool_or({{ expression }}) as had_{{ loop.index }}{{ '' if loop.last else ',' }}
    {%- endfor %}
from int_customers

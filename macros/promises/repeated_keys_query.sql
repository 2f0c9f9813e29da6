{#-
  The keys that several rows share, as one row of promise, broken_rows and example; no
  row when there are none.

  relation: what is read. columns: of the key. is_never_null: whether no part of it may
  be null; otherwise null is a value as any other. condition: which rows
  count, all without one.
-#}
{% macro repeated_keys_query(relation, columns, is_never_null=false, condition=none) %}
{%- set words = 'unique and never null' if is_never_null else 'unique' -%}
{%- set words = words ~ (' where ' ~ condition if condition else '') -%}
select
    {{ sql_text((columns | join(', ')) ~ ': ' ~ words) }} as promise,
    count(*) as broken_rows,
    any_value({{ key_text(columns, columns) }}) as example
from (
    select {{ columns | join(', ') }}
    from {{ relation }}
    {%- if condition %}
    where {{ condition }}
    {%- endif %}
    group by {{ columns | join(', ') }}
    having
        count(*) > 1
        {%- for column in columns if is_never_null %}
        or {{ column }} is null
        {%- endfor %}
) as repeated_keys
having count(*) > 0
{% endmacro %}

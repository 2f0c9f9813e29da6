{#-
  The broken ones of what is promised of rows, as promise, broken_rows and example, from
  one pass over a relation.

  relation: what is read. promises: see row_promises(). key: columns that tell a row.
-#}
{% macro broken_rows_query(relation, promises, key) %}
{%- set fields = [] -%}
{%- for column in key %}{% do fields.append('example.field_' ~ loop.index) %}{% endfor -%}
select
    promise,
    broken_rows,
    {{ key_text(key, fields) }} as example
from (
    select
        promises.promise,
        case promises.number
            {% for promise in promises -%}
            when {{ loop.index }} then counted.broken_{{ loop.index }}
            {% endfor -%}
        end as broken_rows,
        case promises.number
            {% for promise in promises -%}
            when {{ loop.index }} then counted.example_{{ loop.index }}
            {% endfor -%}
        end as example
    from (
        select
            {% for promise in promises -%}
            count(*) filter (where {{ promise.broken }}) as broken_{{ loop.index }},
            any_value({{ tuple_of(key) }})
                filter (where {{ promise.broken }}) as example_{{ loop.index }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from {{ relation }}
    ) as counted
    cross join (
        values
        {% for promise in promises -%}
        ({{ loop.index }}, {{ sql_text(promise.promise) }}){{ ',' if not loop.last }}
        {% endfor %}
    ) as promises (number, promise)
) as broken_promises
where broken_rows > 0
{% endmacro %}

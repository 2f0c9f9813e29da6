{#-
  The values of a column that another relation does not have, as one row of promise,
  broken_rows and example; no row when there are none.

  relation: what is read. column: in it. target: {to: a relation, field: its column}.
-#}
{% macro lost_references_query(relation, column, target) %}
select
    {{ sql_text(column ~ ': is in ' ~ target.to.identifier ~ '.' ~ target.field) }} as promise,
    count(*) as broken_rows,
    any_value({{ key_text([column], [column]) }}) as example
from (
    select children.{{ column }}
    from {{ relation }} as children
    where
        children.{{ column }} is not null
        and not exists (
            select 1
            from {{ target.to }} as parents
            where parents.{{ target.field }} = children.{{ column }}
        )
) as lost_references
having count(*) > 0
{% endmacro %}

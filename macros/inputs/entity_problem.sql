{#-
  A case expression: why a row of customers or subscriptions cannot be used; null when it
  can. A value that cannot be typed is no reason: it is null, and told of in bad_cells.
-#}
{% macro entity_problem() %}
        case
            when unread_line is not null then typing_problem
            when typing_problem = '{{ erased_problem() }}' then typing_problem
            when customer_id is null then 'customer_id is missing'
            when {{ is_junk_id('customer_id') }} then {{ junk_id_problem('customer_id') }}
        end
{%- endmacro %}

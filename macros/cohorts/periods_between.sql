{#- How many periods a period begins after another, both given by their first days. -#}
{% macro periods_between(period, start, later_start) -%}
    cast(
        case {{ period }}
            when 'day' then {{ dbt.datediff(start, later_start, 'day') }}
            when 'week' then {{ dbt.datediff(start, later_start, 'day') }} / 7
            when 'month' then {{ dbt.datediff(start, later_start, 'month') }}
            when 'quarter' then {{ dbt.datediff(start, later_start, 'month') }} / 3
        end as integer
    )
{%- endmacro %}

{#- The first day of the period that is a number of periods after one that starts then. -#}
{% macro period_after(period, start, number) -%}
    cast(
        case {{ period }}
            when 'day' then {{ dbt.dateadd('day', number, start) }}
            when 'week' then {{ dbt.dateadd('day', '7 * (' ~ number ~ ')', start) }}
            when 'month' then {{ dbt.dateadd('month', number, start) }}
            when 'quarter' then {{ dbt.dateadd('month', '3 * (' ~ number ~ ')', start) }}
        end as date
    )
{%- endmacro %}

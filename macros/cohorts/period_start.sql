{#- The first day of the period (a column: day, week, month or quarter) with a date. -#}
{% macro period_start(period, date) -%}
    case {{ period }}
        when 'day' then {{ date }}
        when 'week' then cast({{ dbt.date_trunc('week', date) }} as date)
        when 'month' then cast({{ dbt.date_trunc('month', date) }} as date)
        when 'quarter' then cast({{ dbt.date_trunc('quarter', date) }} as date)
    end
{%- endmacro %}

{#- The name of a period: 2024-10-07 for a day or a week, 2024-10, 2024-Q4. -#}
{% macro period_name(period, start) -%}
    case {{ period }}
        when 'month' then left(cast({{ start }} as varchar), 7)
        when 'quarter'
            then left(cast({{ start }} as varchar), 4) || '-Q' || quarter({{ start }})
        else cast({{ start }} as varchar)
    end
{%- endmacro %}

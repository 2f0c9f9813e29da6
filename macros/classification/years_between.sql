{#- Whole years from one date to another; 29 February counts from 1 March. -#}
{% macro years_between(earlier, later) -%}
    cast(
        year({{ later }}) - year({{ earlier }}) - case
            when
                100 * month({{ later }}) + day({{ later }})
                < 100 * month({{ earlier }}) + day({{ earlier }})
                then 1
            else 0
        end as integer
    )
{%- endmacro %}

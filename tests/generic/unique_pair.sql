{#- Passes when no two rows share the given columns; nulls count as a value. -#}
{% test unique_pair(model, columns) %}
    select {{ columns | join(', ') }}
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1
{% endtest %}

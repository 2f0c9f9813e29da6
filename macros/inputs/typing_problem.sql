{#-
  A case expression: why a row cannot be used, null when it can.

  table_name: events, customers or subscriptions. types: see input_types(); a time that is
  one in the file needs no check. To be used beside typed_columns(): the input_<column>
  values are compared with the typed ones of the same select.
-#}
{% macro typing_problem(table_name, types) %}
    {% set kinds = {
        'number': 'a number', 'integer': 'a whole number', 'coordinate': 'a number',
        'time': 'a time', 'date': 'a date', 'json': 'JSON',
    } %}
    case
        {%- for column in canonical_columns(table_name) if column.kind in kinds
            and not types.get(column.name, 'VARCHAR').startswith('TIMESTAMP') %}
        when
            case
                when {{ column.name }} is null
                    then nullif(trim(cast(input_{{ column.name }} as varchar)), '')
            end is not null
            then '{{ column.name }} is not {{ kinds[column.kind] }}'
        {%- endfor %}
        {%- for column in canonical_columns(table_name) if column.required %}
        when {{ column.name }} is null then '{{ column.name }} is missing'
        {%- endfor %}
    end
{% endmacro %}

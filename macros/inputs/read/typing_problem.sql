{#-
  A case expression: why a row cannot be used, null when it can.

  table_name: events, customers or subscriptions. types: see input_types(); a time that is
  one in the file needs no check. To be used beside typed_columns() over source_rows().
-#}
{% macro typing_problem(table_name, types) %}
    case
        when failed_columns is not null
            then failed_columns || ': its expression fails for this row'
        {%- for column in canonical_columns(table_name) if can_fail(column, types) %}
        when {{ is_bad_cell(column) }} then '{{ column.name }} is not {{ kind_names()[column.kind] }}'
        {%- endfor %}
        {%- for column in canonical_columns(table_name) if column.required %}
        when {{ column.name }} is null
            {%- if table_name == 'events' and column.name == 'customer_id' %} and anonymous_id is null{% endif %}
            then '{{ column.name }} is missing'
        {%- endfor %}
    end
{% endmacro %}

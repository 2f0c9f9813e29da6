{#- Those of some names that are no column. -#}
{% macro missing_names(names, columns) %}
    {% set known = (columns | map('lower') | list) + ['filename', 'file_row_number'] %}
    {% set missing = [] %}
    {% for name in names if name | lower not in known %}{% do missing.append(name) %}{% endfor %}
    {{ return(missing) }}
{% endmacro %}

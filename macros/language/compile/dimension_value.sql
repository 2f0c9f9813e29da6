{#-
  The value of a dimension that a reference `dimension.value` means: as it is written,
  else the declared value that has this id; none when the dimension declares others
  only.

  described: the column, see _columns_of(). value: what stands after the dot.
-#}
{% macro dimension_value(described, value) %}
    {% if not described['values'] or value in described['values'] %}
        {{ return(value) }}
    {% endif %}
    {% for declared in described['values'] if value_id(declared) == value %}
        {{ return(declared) }}
    {% endfor %}
    {{ return(none) }}
{% endmacro %}

{#-
  Statements that give columns of a stored table another type; none for a table that the
  warehouse does not have.

  name: the table. columns: their names. type: an SQL type that holds every value.
-#}
{% macro retyped_columns(name, columns, type) %}
    {% set statements = [] %}
    {% if load_relation(stored_table(name)) %}
        {% for column in columns %}
            {% do statements.append(
                'alter table ' ~ stored_table(name) ~ ' alter ' ~ column ~ ' type ' ~ type
            ) %}
        {% endfor %}
    {% endif %}
    {{ return(statements) }}
{% endmacro %}

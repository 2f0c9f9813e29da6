{#-
  Warns with the names and counts that a test found, the largest count first, and with
  what to do about them (config.meta.what_to_do of the test): dbt itself only tells how
  many rows a test gave.

  title: what the names are. query: gives a name and a count per row.
-#}
{% macro tell_counts(title, query) %}
    {% if execute and flags.WHICH in ['build', 'test'] %}
        {% set found = [] %}
        {% for row in run_query(query ~ '\norder by 2 desc, 1') %}
            {% do found.append(row[0] ~ ' (' ~ row[1] ~ ')') %}
        {% endfor %}
        {% if found %}
            {% do exceptions.warn(
                title ~ ': ' ~ (found | join(', ')) ~ '. ' ~ model.config.meta.what_to_do
            ) %}
        {% endif %}
    {% endif %}
{% endmacro %}

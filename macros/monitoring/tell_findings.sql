{#-
  Warns with the findings of a test, a line each: dbt itself only tells how many there
  are.

  title: what they are about. query: gives a text per finding.
-#}
{% macro tell_findings(title, query) %}
    {% if execute and flags.WHICH in ['build', 'test'] %}
        {% set found = [] %}
        {% for row in run_query(query ~ '\norder by 1') %}
            {% do found.append('\n' ~ row[0]) %}
        {% endfor %}
        {% if found %}
            {% do exceptions.warn(title ~ ':' ~ (found | join)) %}
        {% endif %}
    {% endif %}
{% endmacro %}

{#-
  A query of who joined when: one row per start of the definitions and customer who
  reached it. Needs the CTEs event_days, order_totals, customers and transitions, all of
  them as of the day.
-#}
{% macro cohort_starts_query() %}
    {% set starts = {} %}
    {% for definition in (cohort_definitions() if execute else []) %}
        {% set start = cohort_start(definition.meta) %}
        {% do starts.update({start.id: start}) %}
    {% endfor %}
    {% set queries = [] %}
    {% for start in starts.values() | sort(attribute='id') %}
        {% do queries.append(_cohort_start_query(start)) %}
    {% endfor %}
    {% if not queries %}
        {% set none_reached = _cohort_start_query({'id': '', 'kind': 'first_event'}) %}
        {% do queries.append('select * from (' ~ none_reached ~ ') as starts where false') %}
    {% endif %}
    {{ return(queries | join('\nunion all\n')) }}
{% endmacro %}

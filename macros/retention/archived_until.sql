{#-
  The last day whose events were archived, as an SQL literal; none when there is no such
  day. Unit tests see none, whatever the database holds.
-#}
{% macro archived_until() %}
    {% if not execute or model.resource_type == 'unit_test' %}
        {{ return(none) }}
    {% endif %}
    {% set archives = load_relation(archive_table('archives')) %}
    {% if archives is none %}
        {{ return(none) }}
    {% endif %}
    {% set until = run_query('select max(archived_until) from ' ~ archives).columns[0].values()[0] %}
    {{ return(none if until is none else "date '" ~ until ~ "'") }}
{% endmacro %}

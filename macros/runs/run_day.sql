{#-
  The relation that says what the run is about, in one row: as_of_date and known_until as
  the vars are (null where they are not set), is_rewind, and run_date, the day in UTC on
  which the run began.

  Models read the day here and not from the vars: so their SQL is the same on every day.
  A unit test reads what its vars say.
-#}
{% macro run_day() %}
    {% if execute and model.resource_type == 'unit_test' %}
        {{ return('(' ~ run_day_query() ~ ')') }}
    {% endif %}
    {{ return(api.Relation.create(
        database=target.database, schema=target.schema, identifier='run_day'
    )) }}
{% endmacro %}

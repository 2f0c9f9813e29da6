{#-
  Stops with an input_error when the database was built from another input, or with days
  of another time zone: its histories would mix what does not belong together.
-#}
{% macro check_warehouse() %}
    {% set loaded = adapter.get_relation(target.database, target.schema, 'base_events') %}
    {% if loaded %}
        {% for row in run_query('select input_name, timezone from ' ~ loaded ~ ' limit 1') %}
            {% if row[0] != var('inputs') %}
                {{ input_error(
                    'inputs', "the database holds the input '" ~ row[0] ~ "'",
                    'one input in one database: set SEGMENTATION_DB to another file, or'
                    ~ ' remove this one'
                ) }}
            {% elif row[1] != var('timezone') and not flags.FULL_REFRESH %}
                {{ input_error(
                    'timezone', "the database's days are those of " ~ row[1]
                    ~ ', the var timezone is ' ~ var('timezone'),
                    'the same time zone, or a build with --full-refresh'
                ) }}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

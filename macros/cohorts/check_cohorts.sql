{#-
  Run at the start of every build: stops it, before any table is touched, with every
  problem of every cohort definition.
-#}
{% macro check_cohorts() %}
    {% if execute %}
        {% set segments = [] %}
        {% for segment in segment_definitions() + dimension_definitions() %}
            {% if segment.meta is not mapping or 'template' not in segment.meta %}
                {% do segments.append(segment.name) %}
            {% endif %}
        {% endfor %}
        {% set context = {
            'vocabulary': segment_vocabulary(), 'segments': segments, 'problems': [],
            'patterns': [], 'file': none, 'segment': none,
        } %}
        {% for definition in cohort_definitions() %}
            {% do context.update({'file': definition.file, 'segment': definition.name}) %}
            {% do _check_segment_name(definition.name, context) %}
            {% do _check_cohort(definition.meta, context) %}
        {% endfor %}
        {% do stop_at_problems('cohorts', context) %}
    {% endif %}
{% endmacro %}

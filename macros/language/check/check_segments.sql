{#-
  Run at the start of every build: stops it, before any table is touched, with every
  problem of every definition. With `strict_segments: false` it only warns; wrong
  segments then keep their last members, see customer_segments.status.
-#}
{% macro check_segments() %}
    {% if execute %}
        {% if flags.WHICH in ['run', 'build'] %}
            {% do refuse_earlier_day(var('as_of_date', none)) %}
        {% endif %}
        {% set definitions = segment_definitions() %}
        {% set problems = validate_segments(definitions, segment_context(definitions)) %}
        {% set errors = [] %}
        {% for problem in problems %}
            {% if problem.severity == 'error' and var('strict_segments', true) %}
                {% do errors.append(problem_text(problem)) %}
            {% else %}
                {% do exceptions.warn(problem_text(problem)) %}
            {% endif %}
        {% endfor %}
        {% if errors %}
            {{ exceptions.raise_compiler_error(
                'segments: ' ~ (errors | length) ~ ' problem(s)\n' ~ (errors | join('\n'))
            ) }}
        {% endif %}
    {% endif %}
{% endmacro %}

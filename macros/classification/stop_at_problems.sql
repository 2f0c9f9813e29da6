{#- Tells the problems that a context has gathered, and stops the run at errors. -#}
{% macro stop_at_problems(what, context) %}
    {% do _check_patterns(context) %}
    {% set errors = [] %}
    {% for problem in context.problems %}
        {% if problem.severity == 'error' %}
            {% do errors.append(problem_text(problem)) %}
        {% else %}
            {% do exceptions.warn(problem_text(problem)) %}
        {% endif %}
    {% endfor %}
    {% if errors %}
        {{ exceptions.raise_compiler_error(
            what ~ ': ' ~ (errors | length) ~ ' problem(s)\n' ~ (errors | join('\n'))
        ) }}
    {% endif %}
{% endmacro %}

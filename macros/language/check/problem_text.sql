{#-
  A problem as one line, such as
  segments/a.yml: power_users: criteria.all[0]: unknown operator; found "gtee"; allowed:
  equals, …; did you mean "gte"?
-#}
{% macro problem_text(problem) %}
    {% set parts = [problem.message] %}
    {% if problem.found is not none %}
        {% do parts.append('found ' ~ _shown(problem.found)) %}
    {% endif %}
    {% if problem.expected is string %}
        {% do parts.append('expected ' ~ problem.expected) %}
    {% elif problem.expected is not none %}
        {% set names = problem.expected | map('string') | list %}
        {% set more = ', … ' ~ (names | length - 40) ~ ' more' if names | length > 40 else '' %}
        {% do parts.append('allowed: ' ~ (names[:40] | join(', ') or 'nothing yet') ~ more) %}
    {% endif %}
    {% if problem.suggestion is not none %}
        {% do parts.append('did you mean ' ~ _shown(problem.suggestion) ~ '?') %}
    {% endif %}
    {{ return(
        problem.file ~ ': ' ~ problem.segment ~ ': ' ~ problem.path ~ ': '
        ~ (parts | join('; '))
    ) }}
{% endmacro %}

{#-
  A problem as one line, such as
  segments/a.yml:12: power_users: criteria.all[0]: unknown operator; found "gtee"; did you mean
  "gte"? allowed: equals, …
  The number of the line is there where somebody has looked for it: `line` of the problem.
-#}
{% macro problem_text(problem) %}
    {% set text = problem.message %}
    {% if problem.found is not none %}
        {% set text = text ~ '; found ' ~ _shown(problem.found) %}
    {% endif %}
    {% set between = '; ' %}
    {% if problem.suggestion is not none %}
        {% set text = text ~ '; did you mean ' ~ _shown(problem.suggestion) ~ '?' %}
        {% set between = ' ' %}
    {% endif %}
    {% if problem.expected is string %}
        {% set text = text ~ between ~ 'expected ' ~ problem.expected %}
    {% elif problem.expected is not none %}
        {% set names = problem.expected | map('string') | list %}
        {% set more = ', … ' ~ (names | length - 40) ~ ' more' if names | length > 40 else '' %}
        {% set text = text ~ between ~ 'allowed: ' ~ (names[:40] | join(', ') or 'nothing yet') ~ more %}
    {% endif %}
    {{ return(
        problem.file ~ (':' ~ problem.line if problem.get('line') else '') ~ ': '
        ~ problem.segment ~ ': ' ~ problem.path ~ ': ' ~ text
    ) }}
{% endmacro %}

{#- The query of the row of run_day() as the vars say it; stops at one that is no day. -#}
{% macro run_day_query() %}
    {% set day, until = var('as_of_date', none), var('known_until', none) %}
    {% if day and not is_iso_date(day | string) %}
        {{ exceptions.raise_compiler_error(
            "run_day: expected the var as_of_date as YYYY-MM-DD, received '" ~ day ~ "'"
        ) }}
    {% endif %}
    {% if until is not none and not modules.re.fullmatch(
        '\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?)?', until | string
    ) %}
        {{ exceptions.raise_compiler_error(
            "run_day: expected the var known_until as YYYY-MM-DD HH:MM:SS (UTC), received '"
            ~ until ~ "'"
        ) }}
    {% endif %}
    {{ return(
        'select cast(' ~ (sql_text(day | string) if day else 'null')
        ~ ' as date) as as_of_date, cast('
        ~ (sql_text(until | string) if until is not none else 'null')
        ~ ' as timestamp) as known_until, '
        ~ ('true' if var('rewind', false) else 'false') ~ ' as is_rewind, cast('
        ~ sql_text(run_started_at.strftime('%Y-%m-%d')) ~ ' as date) as run_date'
    ) }}
{% endmacro %}

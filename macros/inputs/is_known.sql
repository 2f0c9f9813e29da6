{#-
  A condition: whether a row was loaded before the var known_until. Without the var every
  row is known. With it, a run sees what a run at that moment would have seen: the first
  loaded of repeated rows is the event, and it was loaded before the others, too.

  loaded_at: SQL expression, when the row was loaded (UTC).
-#}
{% macro is_known(loaded_at) %}
    {% set until = var('known_until', none) %}
    {% if until is none %}
        {{ return('true') }}
    {% endif %}
    {% if not modules.re.fullmatch(
        '\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?)?', until | string
    ) %}
        {{ exceptions.raise_compiler_error(
            "is_known: expected the var known_until as YYYY-MM-DD HH:MM:SS (UTC), received '"
            ~ until ~ "'"
        ) }}
    {% endif %}
    {{ return(loaded_at ~ ' < cast(' ~ sql_text(until | string) ~ ' as timestamp)') }}
{% endmacro %}

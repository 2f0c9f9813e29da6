{#-
  The instant that a text names, as a UTC timestamp, null when it names none: see
  date_of_text. Without an offset it is on the project's clock; a day is its midnight.
-#}
{% macro instant_of_text(text) %}
    {{ return(adapter.dispatch('instant_of_text', 'segmentation')(text)) }}
{% endmacro %}

{% macro default__instant_of_text(text) %}
    {% set written = sql_text(iso_time_pattern(false)) %}
    {% set offset = sql_text(iso_time_pattern(true)) %}
    {{ return(
        'case when regexp_full_match(' ~ text ~ ', ' ~ written ~ ') then cast(try_cast('
        ~ text ~ ' as timestamp) at time zone ' ~ sql_text(var('timezone', 'UTC'))
        ~ ' as timestamp) when regexp_full_match(' ~ text ~ ', ' ~ offset
        ~ ') then cast(try_cast(' ~ text ~ ' as timestamptz) as timestamp) end'
    ) }}
{% endmacro %}

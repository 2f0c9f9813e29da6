{#-
  The day that a text names, null when it names none: YYYY-MM-DD, perhaps with a time
  and an offset. Without an offset it is the day as written, with one the day of that
  instant in the project's time zone.
-#}
{% macro date_of_text(text) %}
    {{ return(adapter.dispatch('date_of_text', 'segmentation')(text)) }}
{% endmacro %}

{% macro default__date_of_text(text) %}
    {% set written = sql_text(iso_time_pattern(false)) %}
    {% set offset = sql_text(iso_time_pattern(true)) %}
    {{ return(
        'case when regexp_full_match(' ~ text ~ ', ' ~ written ~ ') then try_cast(left('
        ~ text ~ ', 10) as date) when regexp_full_match(' ~ text ~ ', ' ~ offset ~ ') then '
        ~ local_date('cast(try_cast(' ~ text ~ ' as timestamptz) as timestamp)') ~ ' end'
    ) }}
{% endmacro %}

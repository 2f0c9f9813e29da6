{#-
  The beginning of a window that ends with as_of_date: a date, or a timestamp for hours.

  duration: see parse_duration().
-#}
{% macro window_start(duration) %}
    {% set length = duration.length %}
    {% if duration.unit == 'h' %}
        {{ return("(int_as_of_date.as_of_end_at - interval '" ~ length ~ "' hour)") }}
    {% elif duration.unit == 'd' %}
        {{ return(
            "cast(int_as_of_date.as_of_date - interval '" ~ (length - 1) ~ "' day as date)"
        ) }}
    {% endif %}
    {{ return(
        "cast(int_as_of_date.as_of_date - interval '" ~ length
        ~ "' month + interval '1' day as date)"
    ) }}
{% endmacro %}

{#- Checks the limits of segment_health that a segment sets for itself. -#}
{% macro _check_segment_limits(limits, context) %}
    {% for path, found, expected in _wrong_limits(limits, true) %}
        {% do _problem(
            context, 'monitoring.' ~ path, 'a wrong setting', found=found,
            expected=expected,
            suggestion=similar_name(found, expected)
                if found is string and _is_list(expected) else none
        ) %}
    {% endfor %}
{% endmacro %}

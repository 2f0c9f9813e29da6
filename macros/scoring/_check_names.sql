{#- Stops the run unless a setting is a mapping with exactly these names. -#}
{% macro _check_names(where, settings, names) %}
    {% if settings is not mapping or settings.keys() | sort != names | sort %}
        {{ config_error(
            where, settings.keys() | join(', ') if settings is mapping else settings,
            'exactly ' ~ (names | join(', '))
        ) }}
    {% endif %}
{% endmacro %}

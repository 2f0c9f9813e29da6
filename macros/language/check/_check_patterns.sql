{#- Asks the engine which of the regular expressions it cannot read. -#}
{% macro _check_patterns(context) %}
    {% if context.patterns %}
        {% set bad = invalid_patterns(context.patterns | map(attribute='pattern') | unique | list) %}
        {% for use in context.patterns if use.pattern in bad %}
            {% do context.update({'file': use.file, 'segment': use.segment}) %}
            {% do _problem(
                context, use.path, 'a bad regular expression', found=use.pattern,
                expected='RE2 syntax'
            ) %}
        {% endfor %}
    {% endif %}
{% endmacro %}

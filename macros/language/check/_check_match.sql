{#-
  Checks a match: each of its names and values, as the condition that it stands for.
-#}
{% macro _check_match(value, path, context) %}
    {% if value is not mapping or not value %}
        {% do _problem(
            context, path, 'a mapping of names to values, at least one, is needed',
            found=value, expected='NAME: ">= 5", "2-4", "!= x", a list or a plain value'
        ) %}
        {{ return(none) }}
    {% endif %}
    {% for name, shorthand in value.items() %}
        {% set here = path ~ '.' ~ name %}
        {% set bare = modules.re.match('(>=|<=|!=|>|<) *\\Z', shorthand) if shorthand is string %}
        {% if shorthand is mapping or shorthand is none or bare %}
            {% do _problem(
                context, here, 'a shorthand says what to compare with', found=shorthand,
                expected='">= 5", "2-4", "!= x", a list or a plain value'
            ) %}
        {% else %}
            {% set condition = expand_match({name: shorthand}, context)[0] %}
            {% set form = 'metric' if 'metric' in condition else 'property' %}
            {% do _check_attribute(condition, form, here, 'customer', context) %}
        {% endif %}
    {% endfor %}
{% endmacro %}

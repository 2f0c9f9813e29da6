{#-
  Checks the value of an operator.

  kind: scalar (text, number, boolean), scalars (a list of them), ordered (number or
  text), range (two of one type, the lower first), number, numbers, number_range, text,
  pattern, boolean, date, duration.
-#}
{% macro _check_operand(kind, value, path, context) %}
    {% set expected = none %}
    {% if kind in ['scalars', 'numbers'] %}
        {% set inner = kind[:-1] %}
        {% if not _is_list(value) or not value %}
            {% set expected = 'a list, at least one value' %}
        {% else %}
            {% for item in value %}
                {% do _check_operand(inner, item, path ~ '[' ~ loop.index0 ~ ']', context) %}
            {% endfor %}
        {% endif %}
    {% elif kind in ['range', 'number_range'] %}
        {% do _check_range(kind, value, path, context) %}
    {% elif kind == 'date' and not is_iso_date(value) %}
        {% set expected = 'a day that exists, such as 2024-10-31' %}
    {% elif kind == 'duration' %}
        {% do _check_duration(value, path, context) %}
    {% elif kind == 'boolean' and value is not boolean %}
        {% set expected = 'true or false' %}
    {% elif kind == 'number' and not _is_number(value) %}
        {% set expected = 'a number' %}
    {% elif kind in ['text', 'pattern'] and (value is not string or not value) %}
        {% set expected = 'a text that is not empty' %}
    {% elif kind == 'ordered' and value is not string and not _is_number(value) %}
        {% set expected = 'a number or a text' %}
    {% elif kind == 'scalar' and value is not string and value is not boolean
        and not _is_number(value) %}
        {% set expected = 'a text, a number, true or false'
            ~ (' (is_set: false finds missing values)' if value is none else '') %}
    {% elif kind == 'event' and value != '*' %}
        {% do _check_event_names(value, path, context) %}
    {% elif kind == 'pattern' %}
        {% do context.patterns.append({
            'pattern': value, 'path': path, 'file': context.file, 'segment': context.segment
        }) %}
    {% endif %}
    {% if expected %}
        {% do _problem(
            context, path, 'a value of the wrong type', found=value, expected=expected
        ) %}
    {% endif %}
{% endmacro %}

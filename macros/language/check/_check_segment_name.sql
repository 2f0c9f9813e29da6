{#-
  A segment's name is a plain word: `all` is every customer, a dot marks a dimension.
-#}
{% macro _check_segment_name(name, context) %}
    {% if not modules.re.match('[A-Za-z][A-Za-z0-9_]*\\Z', name | string) %}
        {% do _problem(
            context, 'name', 'a name is letters, digits and underscores', found=name,
            expected='a name such as power_users'
        ) %}
    {% elif name == 'all' %}
        {% do _problem(
            context, 'name', 'this name stands for all customers', found=name,
            expected='another name'
        ) %}
    {% endif %}
{% endmacro %}

{#-
  The columns of the files that the expressions of an input table refer to, as they are
  written there.

  table: its meta. with_lambdas: whether expressions with a lambda are looked at, too, of
  which some names may be the lambda's parameters.
-#}
{% macro mapped_names(table, with_lambdas=true) %}
    {% set names = [] %}
    {% set conditions = (table.get('conditions') or []) | select | list %}
    {% for expression in (table.columns or {}).values() | list + conditions
        if not is_plain_column(expression) %}
        {% set parsed = parse_expression(expression) %}
        {% for name in parsed.columns if name not in names
            and (with_lambdas or not parsed.has_lambda) %}
            {% do names.append(name) %}
        {% endfor %}
    {% endfor %}
    {% for expression in (table.columns or {}).values() if is_plain_column(expression) %}
        {% set name = (expression | string | trim).strip('"') %}
        {% do names.append(name) if name not in names %}
    {% endfor %}
    {# what a joined file is found by; its name and the number of an event are no columns #}
    {% for part in (table.get('join') or {}).values() if part is mapping and part.on is mapping %}
        {% for name in part.on if name not in names %}{% do names.append(name) %}{% endfor %}
    {% endfor %}
    {{ return(names | reject('in', (table.get('join') or {}).keys() | list + ['%part']) | list) }}
{% endmacro %}

{#- Whether an expression is nothing but the name of a column. -#}
{% macro is_plain_column(expression) %}
    {{ return(
        modules.re.fullmatch('\\s*([A-Za-z_]\\w*|"[^"]+")\\s*', expression | string) is not none
        and (expression | string | trim | lower) not in ['null', 'true', 'false']
    ) }}
{% endmacro %}

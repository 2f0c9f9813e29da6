{#-
  The columns of the files that the expressions of an input table refer to, as they are
  written there. Of an expression with a lambda they may be its parameters, too.

  table: its meta.
-#}
{% macro mapped_names(table) %}
    {% set names = [] %}
    {% for expression in (table.columns or {}).values() if not is_plain_column(expression) %}
        {% for name in parse_expression(expression).columns %}
            {% do names.append(name) if name not in names %}
        {% endfor %}
    {% endfor %}
    {% for expression in (table.columns or {}).values() if is_plain_column(expression) %}
        {% set name = (expression | string | trim).strip('"') %}
        {% do names.append(name) if name not in names %}
    {% endfor %}
    {{ return(names) }}
{% endmacro %}

{#- Whether an expression is nothing but the name of a column. -#}
{% macro is_plain_column(expression) %}
    {{ return(
        modules.re.fullmatch('\\s*([A-Za-z_]\\w*|"[^"]+")\\s*', expression | string) is not none
        and (expression | string | trim | lower) not in ['null', 'true', 'false']
    ) }}
{% endmacro %}

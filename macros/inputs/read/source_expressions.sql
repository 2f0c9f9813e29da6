{#-
  The columns of the inner select of source_rows(): {expressions, tried}. What calculates is
  tried, so that it fails for one row and not for the run, and named tried_<column>.

  feed: see input_feeds(). table: its meta.
-#}
{% macro source_expressions(feed, table) %}
    {% set tried = [] %}
    {% set expressions = [] %}
    {% set conditions = table.get('conditions') or [] %}
    {% for column in canonical_columns(feed) %}
        {% set expression = (table.columns or {}).get(column.name, 'null') %}
        {% if is_plain_column(expression) or expression == 'null' %}
            {% do expressions.append(expression ~ ' as input_' ~ column.name) %}
        {% else %}
            {# the line break ends a comment in the expression #}
            {% do expressions.append("try({'value': (" ~ expression ~ "\n)}) as tried_" ~ column.name) %}
            {% do tried.append(column.name) %}
        {% endif %}
    {% endfor %}
    {% if conditions %}
        {# an event whose condition fails is rejected and not left out #}
        {% set cases = [] %}
        {% for condition in conditions %}
            {% if condition %}
                {% do cases.append(
                    'when ' ~ loop.index0 ~ " then try({'value': cast((" ~ condition
                    ~ '\n) as boolean)})'
                ) %}
            {% endif %}
        {% endfor %}
        {% set asked = 'case "%part" ' ~ cases | join(' ') ~ " else {'value': true} end" %}
        {% do expressions.append(
            (asked if cases else "{'value': true}") ~ ' as tried_where, "%part"'
        ) %}
        {% do tried.append('where') %}
    {% endif %}
    {{ return({'expressions': expressions, 'tried': tried}) }}
{% endmacro %}

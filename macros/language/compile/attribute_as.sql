{#-
  An attribute read as one kind of value, null where it is not of that kind.

  kind: number, amount (a number with room for sums), boolean, text, date or instant (a
  UTC timestamp). attribute: {kind, sql}, and for a path `column`, where the reading is
  noted.
-#}
{% macro attribute_as(kind, attribute) %}
    {% set sql, own = attribute.sql, attribute.kind %}
    {% if kind == 'text' %}
        {{ return(
            sql if own == 'text' else text_of_number(sql) if own in ['decimal', 'float']
            else 'cast(' ~ sql ~ ' as varchar)'
        ) }}
    {% elif own == 'text' and attribute.column %}
        {% do attribute.column.kinds.update({kind: true}) %}
        {{ return(sql ~ '_' ~ kind) }}
    {% elif own == 'text' %}
        {{ return(text_as(kind, sql)) }}
    {% elif kind in ['number', 'amount'] and own in ['integer', 'decimal'] %}
        {{ return(sql) }}
    {% elif kind in ['number', 'amount'] and own == 'float' %}
        {{ return('try_cast(' ~ sql ~ ' as decimal(28, 10))') }}
    {% elif kind == 'boolean' and own == 'boolean' %}
        {{ return(sql) }}
    {% elif kind == 'date' and own in ['date', 'timestamp'] %}
        {{ return(sql if own == 'date' else local_date(sql)) }}
    {% elif kind == 'instant' and own in ['date', 'timestamp'] %}
        {{ return(
            sql if own == 'timestamp'
            else midnight_after('cast(' ~ sql ~ " - interval '1' day as date)")
        ) }}
    {% endif %}
    {{ return('cast(null as ' ~ {
        'number': 'decimal(38, 10)', 'amount': 'decimal(28, 10)', 'instant': 'timestamp'
    }.get(kind, kind) ~ ')') }}
{% endmacro %}

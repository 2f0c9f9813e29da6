{#-
  An attribute read as one kind of value, null where it is not of that kind.

  kind: number, boolean, text, date or instant (a UTC timestamp). attribute: {kind, sql}.
  digits: see number_of_text().
-#}
{% macro attribute_as(kind, attribute, digits=38) %}
    {% set sql, own = attribute.sql, attribute.kind %}
    {% if kind == 'text' %}
        {{ return(
            sql if own == 'text' else text_of_number(sql) if own == 'decimal'
            else 'cast(' ~ sql ~ ' as varchar)'
        ) }}
    {% elif own == 'text' %}
        {{ return({
            'number': number_of_text(sql, digits),
            'boolean': "case " ~ sql ~ " when 'true' then true when 'false' then false end",
            'date': date_of_text(sql),
            'instant': instant_of_text(sql),
        }[kind]) }}
    {% elif kind == 'number' and own in ['integer', 'decimal'] %}
        {{ return('try_cast(' ~ sql ~ ' as decimal(' ~ digits ~ ', 10))') }}
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
        'number': 'decimal(38, 10)', 'instant': 'timestamp'
    }.get(kind, kind) ~ ')') }}
{% endmacro %}

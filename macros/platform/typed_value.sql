{#-
  An expression that types a value as one kind of canonical column, null where that is
  impossible.

  value: an SQL expression. kind: see canonical_columns(). source_type: the expression's
  type in the database. Times are read with their offset, UTC without one, and kept as
  UTC; infinite ones are none; blank text is missing, except in plain text; coordinates
  keep one decimal.
-#}
{% macro typed_value(value, kind, source_type) %}
    {{ return(adapter.dispatch('typed_value', 'segmentation')(value, kind, source_type)) }}
{% endmacro %}

{% macro default__typed_value(value, kind, source_type) %}
    {% set is_text = source_type == 'VARCHAR' %}
    {% set text = value if is_text else 'cast(' ~ value ~ ' as varchar)' %}
    {% if source_type in ['DOUBLE', 'FLOAT'] %}
        {# whole numbers come as these where a file lacks some: 101.0 is 101 #}
        {% set text = 'case when ' ~ value ~ ' = trunc(' ~ value ~ ') and abs(' ~ value
            ~ ') < 9007199254740992 then cast(cast(' ~ value ~ ' as bigint) as varchar) else '
            ~ text ~ ' end' %}
    {% endif %}
    {% set filled = 'nullif(trim(' ~ text ~ "), '')" %}
    {% set scalar = filled if is_text else value %}
    {% if kind == 'text' %}
        {{ return(text) }}
    {% elif kind == 'key' %}
        {{ return(filled) }}
    {% elif kind == 'number' %}
        {# ten decimals as the source gave them; 14 digits before the point are enough #}
        {{ return('cast(try_cast(' ~ scalar ~ ' as decimal(24, 10)) as decimal(38, 10))') }}
    {% elif kind == 'currency' %}
        {{ return('upper(' ~ filled ~ ')') }}
    {% elif kind == 'integer' %}
        {{ return('try_cast(' ~ scalar ~ ' as integer)') }}
    {% elif kind == 'age' %}
        {# of a band, as 45-54 or 65+, the lower end #}
        {{ return(
            'coalesce(try_cast(' ~ scalar ~ ' as integer), try_cast(regexp_extract(' ~ text
            ~ ", '^ *([0-9]{1,3}) *([-–+]|to) *([0-9]{1,3})? *$', 1) as integer))"
        ) }}
    {% elif kind == 'coordinate' %}
        {{ return('try_cast(round(try_cast(' ~ scalar ~ ' as double), 1) as decimal(5, 1))') }}
    {% elif kind in ['time', 'date'] %}
        {% if kind == 'date' %}
            {% set typed = 'try_cast(' ~ scalar ~ ' as date)' %}
        {% elif source_type == 'TIMESTAMP' %}
            {% set typed = value %}
        {% elif is_text %}
            {% set typed = 'cast(try_cast(' ~ filled ~ ' as timestamptz) as timestamp)' %}
        {% else %}
            {% set typed = 'cast(' ~ value ~ ' as timestamp)' %}
        {% endif %}
        {{ return('case when isfinite(' ~ typed ~ ') then ' ~ typed ~ ' end') }}
    {% elif kind == 'json' and is_text or kind == 'json' and source_type == 'JSON' %}
        {{ return('case when json_valid(' ~ filled ~ ') then ' ~ filled ~ ' end') }}
    {% elif kind == 'json' %}
        {{ return('cast(to_json(' ~ value ~ ') as varchar)') }}
    {% elif kind == 'secret' %}
        {{ return("sha256(getvariable('segmentation_salt') || " ~ filled ~ ')') }}
    {% endif %}
{% endmacro %}

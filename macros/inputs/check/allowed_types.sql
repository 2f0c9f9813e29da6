{#- The types that an expression for a kind of column may have; empty: any. -#}
{% macro allowed_types(kind) %}
    {% set numbers = [
        'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT',
        'UINTEGER', 'UBIGINT', 'FLOAT', 'DOUBLE', 'DECIMAL', 'VARCHAR', '"NULL"',
    ] %}
    {% set times = [
        'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMP_S', 'TIMESTAMP_MS',
        'TIMESTAMP_NS', 'DATE', 'VARCHAR', '"NULL"',
    ] %}
    {{ return({
        'number': numbers, 'integer': numbers, 'age': numbers, 'coordinate': numbers,
        'time': times, 'date': times,
    }.get(kind, [])) }}
{% endmacro %}

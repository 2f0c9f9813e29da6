{#-
  The definitions as they are now, one row per segment, or per tenant for segments that
  only some tenants have (only_tenant_id): what customer_segments keeps of them.
-#}
{% macro segment_definitions_query() %}
    {% set build = segment_build() %}
    {% set rows = [] %}
    {% for definition in build.definitions %}
        {% set values = segment_row(definition, build) %}
        {% set tenants = definition.meta.tenants if definition.meta is mapping else none %}
        {% for tenant in (tenants if tenants and _is_list(tenants) else [none]) %}
            {% set literals = [sql_text(tenant) if tenant is not none else 'null'] %}
            {% for value in values.values() %}
                {% do literals.append('null' if value is none else sql_literal(value)) %}
            {% endfor %}
            {% do rows.append('(' ~ (literals | join(', ')) ~ ')') %}
        {% endfor %}
    {% endfor %}
    {% set columns = segment_columns() %}
    {% if not rows %}
        {% do rows.append('(' ~ (['null'] * (columns | length + 1)) | join(', ') ~ ')') %}
    {% endif %}
    {% set casts = ['cast(only_tenant_id as varchar) as only_tenant_id'] %}
    {% for name, type in columns.items() %}
        {% do casts.append('cast(' ~ name ~ ' as ' ~ type ~ ') as ' ~ name) %}
    {% endfor %}
    {{ return(
        'select\n        ' ~ (casts | join(',\n        ')) ~ '\n    from (\n        values\n'
        ~ '        ' ~ (rows | join(',\n        ')) ~ '\n    ) as definitions (only_tenant_id, '
        ~ (columns | join(', ')) ~ ')\n    where segment_id is not null'
    ) }}
{% endmacro %}

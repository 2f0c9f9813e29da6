{#-
  The cohort definitions as a query: one row per definition, or per tenant for those that
  only some tenants have (only_tenant_id).
-#}
{% macro cohort_definitions_query() %}
    {% set columns = {
        'only_tenant_id': 'varchar', 'definition_id': 'varchar', 'name': 'varchar',
        'description': 'varchar', 'owner': 'varchar', 'cohort_type': 'varchar',
        'start_id': 'varchar', 'every': 'varchar', 'period': 'varchar',
        'last_period_number': 'integer', 'range_start_date': 'date',
        'range_end_date': 'date',
    } %}
    {% set rows = [] %}
    {% for definition in (cohort_definitions() if execute else []) %}
        {% set meta = definition.meta %}
        {% set range = meta.get('between', [none, none]) %}
        {% for tenant in meta.get('tenants', [none]) %}
            {% set literals = [] %}
            {% for value in [
                tenant, definition.name, definition.label, definition.description,
                definition.owner.get('name'), meta.cohort_type, cohort_start(meta).id,
                meta.get('every'), meta.get('periods', meta.get('every', 'month')),
                meta.get('up_to'), range[0], range[1],
            ] %}
                {% do literals.append('null' if value is none else sql_literal(value)) %}
            {% endfor %}
            {% do rows.append('(' ~ (literals | join(', ')) ~ ')') %}
        {% endfor %}
    {% endfor %}
    {% if not rows %}
        {% do rows.append('(' ~ (['null'] * (columns | length)) | join(', ') ~ ')') %}
    {% endif %}
    {% set casts = [] %}
    {% for name, type in columns.items() %}
        {% do casts.append('cast(' ~ name ~ ' as ' ~ type ~ ') as ' ~ name) %}
    {% endfor %}
    {{ return(
        'select\n    ' ~ (casts | join(',\n    ')) ~ '\nfrom (\n    values\n    '
        ~ (rows | join(',\n    ')) ~ '\n) as definitions (' ~ (columns | join(', '))
        ~ ')\nwhere definition_id is not null'
    ) }}
{% endmacro %}

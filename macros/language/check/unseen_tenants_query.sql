{#-
  A query for the tenants that segments are limited to and that no customer belongs to, one
  row per segment and tenant. No row is what one wants: a typo makes a segment empty, silently.

  customers: a relation with the column tenant_id.
-#}
{% macro unseen_tenants_query(customers) %}
    {% set build = segment_build() %}
    {% set rows = [] %}
    {% for definition in build.definitions if definition.name not in build.wrong %}
        {% for tenant in definition.meta.tenants or [] %}
            {% do rows.append('(' ~ sql_text(definition.name) ~ ', ' ~ sql_text(tenant) ~ ')') %}
        {% endfor %}
    {% endfor %}
    {% if not rows %}
        {{ return('select null as segment_id, null as tenant_id where false') }}
    {% endif %}
    {{ return(
        'select segments.segment_id, segments.tenant_id from (values ' ~ (rows | join(', '))
        ~ ') as segments (segment_id, tenant_id) where segments.tenant_id not in'
        ~ ' (select customers.tenant_id from ' ~ customers ~ ' as customers)'
    ) }}
{% endmacro %}

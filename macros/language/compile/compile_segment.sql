{#-
  The condition of a segment as SQL, its tenants included; kept for the next who asks.
-#}
{% macro compile_segment(name, context) %}
    {% if name not in context.compiled %}
        {% set meta = context.segments[name].meta %}
        {% set sql = compile_condition(meta.criteria, context) %}
        {% if meta.tenants %}
            {% set tenants = [] %}
            {% for tenant in meta.tenants %}{% do tenants.append(sql_text(tenant)) %}{% endfor %}
            {% set sql = '(int_customers.tenant_id in (' ~ (tenants | join(', ')) ~ ') and '
                ~ sql ~ ')' %}
        {% endif %}
        {% do context.compiled.update({name: sql}) %}
    {% endif %}
    {{ return(context.compiled[name]) }}
{% endmacro %}

{#-
  A query for the quintiles of an RFM model's customers: one row per tenant, with a list
  of four cut points for each score that asks for quintiles, null for the others.

  customers: a relation with tenant_id, recency, frequency, monetary. model: its settings.
  The cut points are interpolated at 20, 40, 60 and 80 percent.
-#}
{% macro rfm_cuts(customers, model) %}
    select
        tenant_id,
        {%- for part in ['recency', 'frequency', 'monetary'] %}
        {% if model[part].get('quintiles') -%}
        {{ quintile_cuts(part) }} as {{ part }}
        {%- else -%}
        null as {{ part }}
        {%- endif %}
        {{- ',' if not loop.last }}
        {%- endfor %}
    from {{ customers }}
    group by tenant_id
{% endmacro %}

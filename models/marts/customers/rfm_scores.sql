{%- set models = rfm_models() -%}

with summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

segment_map as (

    select * from {{ ref('int_rfm_segments') }}

),

{% for name, model in models.items() -%}
{{ name }}_customers as (

    select
        '{{ name }}' as rfm_model,
        '{{ model.segment_map }}' as segment_map,
        tenant_id,
        customer_id,
        {{ model.recency.metric }} as recency,
        {{ model.frequency.metric }} as frequency,
        {{ model.monetary.metric }} as monetary
    from summary
    {%- if model.population == 'buyers' %}
    where total_purchases > 0
    {%- endif %}

),

{{ name }}_cuts as (

    {{ rfm_cuts(name ~ '_customers', model) }}

),

{{ name }}_scores as (

    select
        customers.rfm_model,
        customers.segment_map,
        customers.tenant_id,
        customers.customer_id,
        {{ rfm_score('recency', model.recency, 'low') }} as r,
        {{ rfm_score('frequency', model.frequency, 'high') }} as f,
        {{ rfm_score('monetary', model.monetary, 'high') }} as m,
        customers.recency,
        customers.frequency,
        customers.monetary
    from {{ name }}_customers as customers
    inner join {{ name }}_cuts as cuts
        on customers.tenant_id = cuts.tenant_id

),

{% endfor -%}
scores as (

    {% for name in models -%}
    select * from {{ name }}_scores
    {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

coded_scores as (

    select
        *,
        cast(100 * r + 10 * f + m as varchar) as rfm_code
    from scores

),

final as (

    select
        coded_scores.tenant_id,
        coded_scores.customer_id,
        coded_scores.rfm_model,
        coded_scores.rfm_code,
        segment_map.segment,
        {{ rfm_rule_segment('coded_scores') }} as rule_segment,
        coded_scores.r,
        coded_scores.f,
        coded_scores.m,
        cast(coded_scores.recency as double) as recency,
        cast(coded_scores.frequency as double) as frequency,
        cast(coded_scores.monetary as decimal(18, 4)) as monetary
    from coded_scores
    left join segment_map
        on
            coded_scores.segment_map = segment_map.segment_map
            and coded_scores.rfm_code = segment_map.rfm_code

)

select * from final

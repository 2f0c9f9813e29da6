-- each dimension, score and RFM model for everybody counts each customer once
with customers as (

    select
        tenant_id,
        count(*) as customer_count
    from {{ ref('customer_behavior_summary') }}
    group by tenant_id

),

counted as (

    select
        tenant_id,
        dimension as counted_by,
        sum(customer_count) as customer_count
    from {{ ref('classification_summary') }}
    group by tenant_id, dimension
    union all
    select
        tenant_id,
        score as counted_by,
        sum(customer_count) as customer_count
    from {{ ref('score_bands') }}
    group by tenant_id, score
    union all
    select
        tenant_id,
        rfm_model as counted_by,
        sum(customer_count) as customer_count
    from {{ ref('rfm_segment_summary') }}
    where rfm_model = '{{ var("scores").rfm_model }}'
    group by tenant_id, rfm_model

)

select
    counted.tenant_id,
    counted.counted_by,
    counted.customer_count,
    customers.customer_count as expected_count
from counted
full join customers on counted.tenant_id = customers.tenant_id
where counted.customer_count is distinct from customers.customer_count

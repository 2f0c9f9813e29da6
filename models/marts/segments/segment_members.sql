{{ config(materialized='view') }}

with spans as (

    select * from {{ ref('int_segment_spans') }}

),

final as (

    select
        tenant_id,
        segment_id,
        customer_id,
        joined_reason,
        left_reason,
        span_number,
        cast(joined_date as timestamp) as joined_at,
        cast(left_date as timestamp) as left_at
    from spans

)

select * from final

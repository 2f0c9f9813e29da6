with summary as (

    select * from {{ ref('customer_behavior_summary') }}

),

engagement as (

    select * from {{ ref('customer_engagement') }}

),

classifications as (

    select * from {{ ref('customer_classifications') }}

),

-- yes is 1 and no is 0, so that sums count
final as (

    select
        summary.tenant_id,
        summary.customer_id,
        cast(classifications.lifecycle_stage = 'At-Risk' as integer) as at_risk_count,
        cast(classifications.lifecycle_stage = 'Churned' as integer) as churned_count,
        cast(summary.active_days_30d > 0 as integer) as active_count_30d,
        cast(summary.total_purchases >= 1 as integer) as buyer_count,
        cast(summary.total_purchases >= 2 as integer) as repeat_buyer_count,
        summary.orders_30d,
        summary.email_messages_30d,
        summary.email_messages_opened_30d,
        summary.email_messages_clicked_30d,
        summary.sms_messages_30d,
        summary.sms_messages_opened_30d,
        summary.total_spent,
        engagement.engagement_score
    from summary
    inner join engagement
        on
            summary.tenant_id = engagement.tenant_id
            and summary.customer_id = engagement.customer_id
    inner join classifications
        on
            summary.tenant_id = classifications.tenant_id
            and summary.customer_id = classifications.customer_id

)

select * from final

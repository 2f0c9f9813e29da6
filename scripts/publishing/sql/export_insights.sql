-- What segment_insights.json tells, one row per tenant, dimension and value: the section it
-- belongs to, the value's figures, and for values with an action a sentence.
select
    tenant_id,
    case dimension
        when 'customer_segment' then 'customer_segments'
        when 'engagement_level' then 'engagement_segments'
        when 'traffic_category' then 'traffic_sources'
        when 'preferred_source' then 'traffic_sources'
        when 'us_region' then 'geography'
        when 'country_name' then 'geography'
        when 'age_group' then 'demographics'
        when 'gender' then 'demographics'
        when 'income_bracket' then 'demographics'
        else 'behavior'
    end as section,
    dimension,
    dimension_value,
    top_country,
    top_traffic_category,
    action,
    customer_count,
    buyer_count,
    order_count,
    revenue,
    revenue_per_customer,
    avg_order_value,
    share_of_customers,
    share_of_revenue,
    avg_commerce_score,
    avg_engagement_score,
    priority_score,
    priority_rank,
    as_of_date,
    row_number() over (
        partition by tenant_id, dimension
        order by dimension_value = 'Unknown', customer_count desc, dimension_value
    ) = 1 as is_largest_known,
    row_number() over (
        partition by tenant_id, dimension order by revenue desc, dimension_value
    ) = 1 as is_first_in_revenue,
    case
        when action is not null
            then
                format(
                    '{}: {:,} customers ({:.1f}%), {:.1f}% of the revenue. {}.',
                    dimension_value,
                    customer_count,
                    cast(100 * share_of_customers as double),
                    cast(100 * coalesce(share_of_revenue, 0) as double),
                    action
                )
    end as insight
from classification_summary
order by tenant_id, section, dimension, customer_count desc, dimension_value

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

customer_features as (

    select
        daily.tenant_id,
        daily.customer_id,
        daily.feature,
        max(daily.event_date) as last_used_date
    from {{ ref('int_customer_feature_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id, daily.feature

),

tenant_features as (

    select
        tenant_id,
        count(distinct feature) as tenant_features
    from customer_features
    group by tenant_id

),

used_features as (

    select
        customer_features.tenant_id,
        customer_features.customer_id,
        count(*) as features_tried,
        count(*) filter (
            where customer_features.last_used_date > as_of_date.as_of_date - 30
        ) as features_used
    from customer_features
    cross join as_of_date
    group by customer_features.tenant_id, customer_features.customer_id

),

-- every customer of a tenant that has features, also those who use none
final as (

    select
        customers.tenant_id,
        customers.customer_id,
        coalesce(used_features.features_tried, 0) as features_tried,
        coalesce(used_features.features_used, 0) as features_used,
        tenant_features.tenant_features
    from {{ ref('int_customers') }} as customers
    inner join tenant_features
        on customers.tenant_id = tenant_features.tenant_id
    left join used_features
        on
            customers.tenant_id = used_features.tenant_id
            and customers.customer_id = used_features.customer_id

)

select * from final

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

members as (

    select * from {{ ref('int_current_segment_members') }}

),

customer_features as (

    select
        daily.tenant_id,
        daily.customer_id,
        daily.feature,
        case
            when max(daily.event_date) > max(as_of_date.as_of_date) - 30 then 1 else 0
        end as recent_count
    from {{ ref('int_customer_feature_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id, daily.feature

),

features as (

    select distinct
        tenant_id,
        feature
    from customer_features

),

sizes as (

    select
        tenant_id,
        segment_id,
        count(*) as member_count
    from members
    group by tenant_id, segment_id

),

used as (

    select
        members.tenant_id,
        members.segment_id,
        customer_features.feature,
        count(*) as user_count,
        cast(sum(customer_features.recent_count) as bigint) as user_count_30d
    from members
    inner join customer_features
        on
            members.tenant_id = customer_features.tenant_id
            and members.customer_id = customer_features.customer_id
    group by members.tenant_id, members.segment_id, customer_features.feature

),

-- what nobody of a segment uses is an answer too
final as (

    select
        sizes.tenant_id,
        sizes.segment_id,
        features.feature,
        sizes.member_count,
        coalesce(used.user_count, 0) as user_count,
        coalesce(used.user_count_30d, 0) as user_count_30d,
        cast(
            coalesce(used.user_count, 0) / sizes.member_count as decimal(9, 6)
        ) as share_of_members,
        cast(
            coalesce(used.user_count_30d, 0) / sizes.member_count as decimal(9, 6)
        ) as share_of_members_30d,
        as_of_date.as_of_date
    from sizes
    inner join features on sizes.tenant_id = features.tenant_id
    left join used
        on
            sizes.tenant_id = used.tenant_id
            and sizes.segment_id = used.segment_id
            and features.feature = used.feature
    cross join as_of_date

)

select * from final

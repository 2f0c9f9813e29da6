with profiles as (

    select * from {{ ref('segment_profiles') }}

),

tenants as (

    select
        tenant_id,
        yearly_value
    from {{ ref('int_tenant_values') }}

),

stakes as (

    select
        tenant_id,
        segment_id,
        sum(value_base) as value_base,
        any_value(rate) as rate
    from {{ ref('int_customer_stakes') }}
    group by tenant_id, segment_id

),

valued as (

    select
        profiles.*,
        stakes.value_base,
        stakes.rate,
        cast(round(stakes.value_base * stakes.rate, 4) as decimal(38, 4))
            as money_at_stake,
        tenants.yearly_value as tenant_yearly_value
    from profiles
    inner join stakes
        on
            profiles.tenant_id = stakes.tenant_id
            and profiles.segment_id = stakes.segment_id
    inner join tenants on profiles.tenant_id = tenants.tenant_id

),

final as (

    select
        tenant_id,
        segment_id,
        name,
        segment_type,
        goal,
        action,
        trend,
        row_number() over (
            partition by tenant_id order by money_at_stake desc, segment_id asc
        ) as recommendation_rank,
        member_count,
        payer_count,
        cast(value_base as decimal(38, 4)) as value_base,
        cast(rate as decimal(9, 6)) as rate,
        money_at_stake,
        cast(yearly_value as decimal(38, 4)) as yearly_value,
        cast(lost_yearly_value as decimal(38, 4)) as lost_yearly_value,
        cast(yearly_value / nullif(tenant_yearly_value, 0) as decimal(18, 6))
            as share_of_yearly_value,
        as_of_date
    from valued
    where money_at_stake > 0

)

select * from final

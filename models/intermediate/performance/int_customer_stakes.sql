{{ config(materialized='table') }}

with tenants as (

    select * from {{ ref('int_tenant_values') }}

),

goals as (

    select
        tenant_id,
        segment_id,
        goal
    from {{ ref('segment_profiles') }}
    where goal in ('keep', 'win_back', 'convert', 'grow')

),

members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null

),

-- what is at stake = how much × how likely; for money that is there already, all of it
stakes as (

    select
        members.tenant_id,
        members.segment_id,
        members.customer_id,
        facts.yearly_value,
        facts.lost_yearly_value,
        case goals.goal
            when 'keep' then facts.yearly_value
            when 'win_back' then facts.yearly_value + facts.lost_yearly_value
            when 'convert'
                then
                    case
                        when facts.yearly_value = 0 and facts.is_active_30d
                            then tenants.value_per_payer
                    end
            when 'grow'
                then
                    case
                        when facts.yearly_value > 0
                            then
                                greatest(
                                    tenants.value_per_payer - facts.yearly_value, 0
                                )
                    end
        end as value_base,
        case goals.goal
            when 'convert' then tenants.payer_share
            when 'grow' then tenants.share_above_mean
            else 1
        end as rate
    from members
    inner join goals
        on
            members.tenant_id = goals.tenant_id
            and members.segment_id = goals.segment_id
    inner join {{ ref('int_customer_facts') }} as facts
        on
            members.tenant_id = facts.tenant_id
            and members.customer_id = facts.customer_id
    inner join tenants on members.tenant_id = tenants.tenant_id

),

final as (

    select
        tenant_id,
        segment_id,
        customer_id,
        yearly_value,
        lost_yearly_value,
        cast(coalesce(value_base, 0) as decimal(38, 4)) as value_base,
        cast(rate as decimal(9, 6)) as rate,
        cast(coalesce(value_base, 0) * rate as decimal(38, 4)) as money_at_stake
    from stakes

)

select * from final

with profiles as (

    select * from {{ ref('segment_profiles') }}

),

facts as (

    select * from {{ ref('int_customer_facts') }}

),

members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null

),

tenants as (

    select * from {{ ref('int_tenant_values') }}

),

above as (

    select
        facts.tenant_id,
        cast(
            count(*) filter (where facts.yearly_value >= tenants.value_per_payer)
            / count(*) as decimal(9, 6)
        ) as share_above
    from facts
    inner join tenants on facts.tenant_id = tenants.tenant_id
    where facts.yearly_value > 0
    group by facts.tenant_id

),

-- who could begin to bring something, and what is lacking of the average
openings as (

    select
        members.tenant_id,
        members.segment_id,
        count(*) filter (where facts.yearly_value = 0 and facts.is_active_30d)
            as open_count,
        cast(
            coalesce(
                sum(greatest(tenants.value_per_payer - facts.yearly_value, 0))
                    filter (where facts.yearly_value > 0),
                0
            ) as decimal(38, 4)
        ) as gap
    from members
    inner join facts
        on
            members.tenant_id = facts.tenant_id
            and members.customer_id = facts.customer_id
    inner join tenants on members.tenant_id = tenants.tenant_id
    group by members.tenant_id, members.segment_id

),

-- what is at stake = how much × how likely; for money that is there already, all of it
stakes as (

    select
        profiles.*,
        case profiles.goal
            when 'keep' then profiles.yearly_value
            when 'win_back' then profiles.yearly_value + profiles.lost_yearly_value
            when 'convert' then openings.open_count * tenants.value_per_payer
            when 'grow' then openings.gap
        end as value_base,
        case profiles.goal
            when 'convert' then tenants.payer_share
            when 'grow' then coalesce(above.share_above, 0)
            else 1
        end as rate,
        tenants.yearly_value as tenant_yearly_value
    from profiles
    inner join tenants on profiles.tenant_id = tenants.tenant_id
    left join above on profiles.tenant_id = above.tenant_id
    inner join openings
        on
            profiles.tenant_id = openings.tenant_id
            and profiles.segment_id = openings.segment_id
    where profiles.goal in ('keep', 'win_back', 'convert', 'grow')

),

valued as (

    select
        *,
        cast(round(value_base * rate, 4) as decimal(38, 4)) as money_at_stake
    from stakes

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

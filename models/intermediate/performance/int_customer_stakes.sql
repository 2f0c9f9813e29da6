with tenants as (

    select * from {{ ref('int_tenant_values') }}

),

facts as (

    select
        tenant_id,
        customer_id,
        yearly_value,
        lost_yearly_value,
        is_active_30d
    from {{ ref('int_customer_facts') }}

),

recommendations as (

    select
        tenant_id,
        segment_id,
        goal,
        rate
    from {{ ref('segment_recommendations') }}

),

members as (

    select
        tenant_id,
        segment_id,
        customer_id
    from {{ ref('segment_members') }}
    where left_at is null

),

final as (

    select
        members.tenant_id,
        members.segment_id,
        members.customer_id,
        facts.yearly_value,
        facts.lost_yearly_value,
        cast(
            recommendations.rate * case recommendations.goal
                when 'keep' then facts.yearly_value
                when 'win_back' then facts.yearly_value + facts.lost_yearly_value
                when 'convert'
                    then
                        case
                            when facts.yearly_value = 0 and facts.is_active_30d
                                then tenants.value_per_payer
                            else 0
                        end
                when 'grow'
                    then
                        case
                            when facts.yearly_value > 0
                                then
                                    greatest(
                                        tenants.value_per_payer - facts.yearly_value, 0
                                    )
                            else 0
                        end
            end as decimal(38, 4)
        ) as money_at_stake
    from members
    inner join recommendations
        on
            members.tenant_id = recommendations.tenant_id
            and members.segment_id = recommendations.segment_id
    inner join facts
        on
            members.tenant_id = facts.tenant_id
            and members.customer_id = facts.customer_id
    inner join tenants on members.tenant_id = tenants.tenant_id

)

select * from final

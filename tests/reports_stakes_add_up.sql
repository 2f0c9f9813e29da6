-- What is at stake of the members is what is at stake of their segment; and those who
-- are recommended bring no more than all customers do.
with stakes as (

    select
        tenant_id,
        segment_id,
        sum(money_at_stake) as money_at_stake,
        -- each member's part is rounded to the fourth decimal
        0.0001 * count(*) as rounding
    from {{ ref('int_customer_stakes') }}
    group by tenant_id, segment_id

),

recommended as (

    select
        tenant_id,
        sum(yearly_value) as yearly_value
    from {{ ref('customer_recommendations') }}
    group by tenant_id

),

final as (

    select
        recommendations.tenant_id,
        recommendations.segment_id,
        recommendations.money_at_stake,
        stakes.money_at_stake as stakes_of_members
    from {{ ref('segment_recommendations') }} as recommendations
    left join stakes
        on
            recommendations.tenant_id = stakes.tenant_id
            and recommendations.segment_id = stakes.segment_id
    where
        abs(recommendations.money_at_stake - coalesce(stakes.money_at_stake, 0))
        -- a rate has six decimals
        > coalesce(stakes.rounding, 0) + 0.000001 * recommendations.value_base
    union all
    select
        recommended.tenant_id,
        'all groups' as segment_id,
        tenants.yearly_value as money_at_stake,
        recommended.yearly_value as stakes_of_members
    from recommended
    inner join {{ ref('int_tenant_values') }} as tenants
        on recommended.tenant_id = tenants.tenant_id
    where recommended.yearly_value > tenants.yearly_value

)

select * from final

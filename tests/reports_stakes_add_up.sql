-- What members bring is what their segment brings, wherever it is summed; and those who
-- are recommended bring no more than all customers do.
with stakes as (

    select
        tenant_id,
        segment_id,
        sum(yearly_value) as yearly_value,
        sum(lost_yearly_value) as lost_yearly_value
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
        recommendations.yearly_value,
        stakes.yearly_value as yearly_value_of_members
    from {{ ref('segment_recommendations') }} as recommendations
    left join stakes
        on
            recommendations.tenant_id = stakes.tenant_id
            and recommendations.segment_id = stakes.segment_id
    where
        recommendations.yearly_value is distinct from stakes.yearly_value
        or recommendations.lost_yearly_value is distinct from stakes.lost_yearly_value
    union all
    select
        recommended.tenant_id,
        'all groups' as segment_id,
        tenants.yearly_value,
        recommended.yearly_value as yearly_value_of_members
    from recommended
    inner join {{ ref('int_tenant_values') }} as tenants
        on recommended.tenant_id = tenants.tenant_id
    where recommended.yearly_value > tenants.yearly_value

)

select * from final

with facts as (

    select * from {{ ref('int_customer_facts') }}

),

tenants as (

    select
        tenant_id,
        count(*) as customer_count,
        count(*) filter (where yearly_value > 0) as payer_count,
        cast(sum(yearly_value) as decimal(38, 4)) as yearly_value
    from facts
    group by tenant_id

),

means as (

    select
        *,
        {{ money_per('yearly_value', 'payer_count') }} as value_per_payer,
        cast(payer_count / customer_count as decimal(9, 6)) as payer_share
    from tenants

),

above_the_mean as (

    select
        facts.tenant_id,
        cast(
            count(*) filter (where facts.yearly_value >= means.value_per_payer)
            / count(*) as decimal(9, 6)
        ) as share_above_mean
    from facts
    inner join means on facts.tenant_id = means.tenant_id
    where facts.yearly_value > 0
    group by facts.tenant_id

),

final as (

    select
        means.*,
        coalesce(above_the_mean.share_above_mean, 0) as share_above_mean
    from means
    left join above_the_mean on means.tenant_id = above_the_mean.tenant_id

)

select * from final

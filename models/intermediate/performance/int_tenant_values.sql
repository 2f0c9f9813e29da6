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

final as (

    select
        *,
        {{ money_per('yearly_value', 'payer_count') }} as value_per_payer,
        cast(payer_count / customer_count as decimal(9, 6)) as payer_share
    from tenants

)

select * from final

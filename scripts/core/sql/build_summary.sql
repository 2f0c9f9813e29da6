-- What a build made, as label and value; printed by the runner.
with base_events as (
    select
        count(*) as row_count,
        count(*) filter (where rejection_reason is null and load_rank > 1) as duplicates
    from base_events
),

rejected as (
    select count(*) as row_count from rejected_events
),

summary as (
    select
        count(*) as customers,
        count(distinct tenant_id) as tenants,
        sum(total_purchases) as orders,
        sum(gross_revenue) as revenue
    from customer_behavior_summary
)

select 'as of' as label, strftime(as_of_date, '%Y-%m-%d') as value from int_as_of_date
union all
select 'rows in', format('{:,}', row_count) from base_events
union all
select 'rejected (table rejected_events)', format('{:,}', row_count) from rejected
union all
select 'duplicates', format('{:,}', duplicates) from base_events
union all
select 'customers', format('{:,}', customers) from summary
union all
select 'tenants', format('{:,}', tenants) from summary
union all
select 'orders', format('{:,}', cast(orders as bigint)) from summary
union all
select 'gross revenue', format('{:,.2f}', cast(revenue as double)) from summary

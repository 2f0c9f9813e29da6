-- The shortest script that computes the rollups and the summary from the demo's files, as
-- somebody would write it who needs them once: what `make bench` compares the build with.
-- Variables: folder (of the demo data), as_of.
create table rates as
select unnest(['USD', 'EUR', 'GBP', 'JPY', 'CAD', 'AUD', 'CHF', 'SEK', 'INR', 'BRL']) as currency,
    unnest([1, 1.08, 1.27, 0.0067, 0.73, 0.66, 1.13, 0.095, 0.012, 0.18])::decimal(18, 10) as rate;

create table roles as select * from read_csv('seeds/event_roles.csv');

create table events as
select e.tenant_id, customer_id, event_id, event_type, event_at::timestamp as event_at,
    event_at::date as event_date, source, medium, device_type, product_category, session_id,
    event_properties ->> 'order_id' as order_id, event_properties ->> 'feature' as feature,
    (try_cast(event_value as decimal(18, 4)) * coalesce(rate, 1))::decimal(18, 4) as event_value
from read_parquet(getvariable('folder') || '/events/*.parquet') e
left join rates using (currency)
where customer_id is not null and event_type is not null and event_at is not null
    and (currency is null or rate is not null)
    and event_at <= loaded_at + interval 1 hour
    and (event_properties is null or json_valid(event_properties))
    and (event_value is null or try_cast(event_value as decimal(18, 4)) is not null)
qualify row_number() over (
    partition by e.tenant_id, coalesce(event_id, hash(e)::varchar) order by loaded_at) = 1;

create table event_days as
select tenant_id, customer_id, event_type, event_date, count(*) as n, count(event_value) as valued,
    sum(event_value) as value, sum(event_value) filter (event_value < 0) as negative,
    min(event_value) as low, max(event_value) as high,
    max_by(event_value, event_at) filter (event_value is not null) as last_value,
    min(event_at) as first_at, max(event_at) as last_at
from events group by all;

create table sessions as
with no_id as (
    select tenant_id, customer_id, event_at, device_type, count(*) filter (
            pause is null or pause >= interval 30 minutes
        ) over (partition by tenant_id, customer_id order by event_at) as n
    from (
        select *, event_at - lag(event_at) over (
            partition by tenant_id, customer_id order by event_at) as pause
        from events where session_id is null)
), both_kinds as (
    select tenant_id, customer_id, session_id as id, event_at, device_type from events
    where session_id is not null
    union all
    select tenant_id, customer_id, 'gap ' || n, event_at, device_type from no_id
)
select tenant_id, customer_id, id, count(*) as n, min(event_at) as started_at,
    max(event_at) as ended_at, count(*) filter (device_type = 'mobile') as mobile,
    count(*) filter (device_type = 'desktop') as desktop
from both_kinds group by all;

create table order_days as
select tenant_id, customer_id, coalesce('o' || order_id, event_id) as id, event_date,
    sum(event_value) as value, min(event_at) as placed_at, count(*) as n
from events
where event_type in (select event_type from roles where role = 'purchase')
    and coalesce(event_value, 0) >= 0
group by all;

create table feature_days as
select tenant_id, customer_id, coalesce(feature, event_type) as feature, event_date, count(*) as n
from events where event_type in (select event_type from roles where role = 'feature_use')
group by all;

create table context_days as
select tenant_id, customer_id, source, medium, device_type, product_category, event_date,
    count(*) as n, min(event_at) as first_at, max(event_at) as last_at
from events group by all;

create table summary as
with days as (
    select d.*, getvariable('as_of') - d.event_date as ago, roles.*
    from event_days d left join (
        select event_type, list(role) as roles from roles group by 1) roles using (event_type)
    where event_date <= getvariable('as_of')
), activity as (
    select tenant_id, customer_id, sum(n) as total_events, max(event_date) as last_date,
        {role_totals},
        {week_totals},
        sum(value - coalesce(negative, 0)) filter ('purchase' in roles) as gross_revenue,
        sum(case when 'refund' in roles then value - 2 * coalesce(negative, 0)
            when 'purchase' in roles then -negative end) as refunded,
        max_by(last_value, last_at) filter ('nps' in roles) as last_nps,
        min(event_date) filter (ago < 30) as first_30d,
        max(event_date) filter (ago >= 30) as last_before_30d,
        min(first_at) as first_at, max(last_at) as last_at
    from days group by all
), active as (
    select tenant_id, customer_id, count(*) as active_days, count(*) filter (ago < 7) as active_7d,
        count(*) filter (ago < 28) as active_28d, count(*) filter (ago < 30) as active_30d
    from (select distinct tenant_id, customer_id, ago from days) group by all
), session_totals as (
    select tenant_id, customer_id, count(*) as sessions, count(*) filter (n = 1) as bounces,
        sum(epoch(ended_at) - epoch(started_at)) as seconds,
        count(*) filter (mobile * 2 > n) as mobile, count(*) filter (desktop * 2 > n) as desktop,
        count(*) filter (started_at::date > getvariable('as_of') - 7) as weekly,
        count(*) filter (started_at::date > getvariable('as_of') - 30) as monthly
    from sessions where started_at::date <= getvariable('as_of') group by all
), orders as (
    select tenant_id, customer_id, count(*) as orders, min(placed_at) as first_order, max(placed_at) as last_order,
        count(*) filter (placed_at::date > getvariable('as_of') - 30) as orders_30d
    from (select tenant_id, customer_id, id, min(placed_at) as placed_at from order_days
        where event_date <= getvariable('as_of') group by all)
    group by all
), features as (
    select tenant_id, customer_id, count(distinct feature) as tried,
        count(distinct feature) filter (event_date > getvariable('as_of') - 30) as used
    from feature_days where event_date <= getvariable('as_of') group by all
), tenant_features as (
    select tenant_id, count(distinct feature) as features from feature_days group by all
), preferences as (
    select tenant_id, customer_id, max(v) filter (k = 1) as category,
        max(v) filter (k = 2) as device, max(v) filter (k = 3) as source
    from (
        from (select tenant_id, customer_id, 1 as k, product_category as v, sum(n) as n, min(first_at) as seen_at
            from context_days group by all
            union all select tenant_id, customer_id, 2, device_type, sum(n), min(first_at)
            from context_days group by all
            union all select tenant_id, customer_id, 3, source, sum(n), min(first_at)
            from context_days group by all)
        where v is not null
        qualify row_number() over (partition by tenant_id, customer_id, k order by n desc, seen_at, v) = 1)
    group by all
), touches as (
    select tenant_id, customer_id, min_by(source || '/' || medium, first_at) as first_touch,
        max_by(source || '/' || medium, last_at) as last_touch
    from context_days where source is not null group by all
), subscriptions as (
    from read_parquet(getvariable('folder') || '/subscriptions.parquet')
    qualify row_number() over (partition by tenant_id, customer_id order by started_at desc) = 1
)
select * exclude (seconds), seconds / sessions as average_seconds
from (select tenant_id, customer_id from read_parquet(getvariable('folder') || '/customers.parquet')
    union select tenant_id, customer_id from activity)
left join read_parquet(getvariable('folder') || '/customers.parquet') using (tenant_id, customer_id)
left join activity using (tenant_id, customer_id) left join active using (tenant_id, customer_id)
left join session_totals using (tenant_id, customer_id)
left join orders using (tenant_id, customer_id) left join features using (tenant_id, customer_id)
left join tenant_features using (tenant_id) left join preferences using (tenant_id, customer_id)
left join touches using (tenant_id, customer_id)
left join subscriptions using (tenant_id, customer_id);

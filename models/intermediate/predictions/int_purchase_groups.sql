-- Histories that are alike are one row: the fit looks at each kind once.
select
    histories.tenant_id,
    histories.cut_date,
    histories.repeat_days as x,
    histories.last_week as recency,
    histories.age_weeks as age,
    cast(count(*) as double) as customer_count
from {{ ref('int_purchase_histories') }} as histories
where
    histories.cut_date in (
        select dates.fit_date from {{ ref('int_prediction_dates') }} as dates
    )
group by all

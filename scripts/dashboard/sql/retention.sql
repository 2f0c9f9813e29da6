-- The newest cohorts of a definition that began within a period, and their retention.
with newest as (
    select
        cohort_id,
        cohort_name,
        acquisition_start_date
    from cohorts
    where
        tenant_id = $tenant_id
        and definition_id = $definition_id
        and acquisition_start_date between $first_day and $last_day
    order by acquisition_start_date desc
    limit $most
)

select
    newest.cohort_name,
    retention.*
from cohort_retention as retention
inner join newest on retention.cohort_id = newest.cohort_id
where retention.tenant_id = $tenant_id and retention.period_number < $most
order by newest.acquisition_start_date, retention.cohort_id, retention.period_number

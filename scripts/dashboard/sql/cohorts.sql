-- The definitions of cohorts that the tenant has cohorts of.
select
    definition_id,
    any_value(cohort_type) as cohort_type,
    any_value(description) as description,
    any_value(every) as every,
    count(*) as cohort_count
from cohorts
where tenant_id = $tenant_id
group by definition_id
order by cohort_type, definition_id

-- The stages of the journey.
select * from journey_funnel where tenant_id = $tenant_id order by stage_number

-- What stands out, by tenant.
select * from tenant_insights order by tenant_id

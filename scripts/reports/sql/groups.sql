-- The few groups that are worth a message now, and what is at stake with them.
select
    segment_id,
    segment_name as name,
    goal,
    action,
    group_rank,
    count(*) as customer_count,
    sum(yearly_value) as yearly_value,
    sum(lost_yearly_value) as lost_yearly_value,
    sum(money_at_stake) as money_at_stake
from customer_recommendations
where tenant_id = $tenant_id
group by all
order by group_rank

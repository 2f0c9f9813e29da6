-- The playbooks, one row each, their content in the order of its priority.
select
    segment_id,
    any_value(name) as name,
    any_value(urgency) as urgency,
    any_value(tone) as tone,
    any_value(channels) as channels,
    any_value(cadence) as cadence,
    any_value(member_count) as member_count,
    string_agg(content_type, ', ' order by content_priority, content_type) as content
from personalization_playbook
where
    tenant_id = $tenant_id
    and ($types is null or list_contains($types, segment_type))
group by segment_id
order by case any_value(urgency) when 'high' then 1 when 'medium' then 2 else 3 end, segment_id

with segments as (

    select *
    from {{ ref('customer_segments') }}
    where is_active and status = 'active' and playbook is not null

),

playbooks as (

    select
        tenant_id,
        segment_id,
        name,
        segment_type,
        owner,
        {{ json_path_text('playbook', ['messaging', 'urgency']) }} as urgency,
        {{ json_path_text('playbook', ['messaging', 'tone']) }} as tone,
        {{ json_path_text('playbook', ['messaging', 'focus']) }} as focus,
        {{ json_list_text('playbook', 'channels') }} as channels,
        {{ json_text('playbook', 'cadence') }} as cadence,
        member_count
    from segments

),

content_items as (

    {{ json_objects(
        'segments', ['tenant_id', 'segment_id'], 'playbook', 'content',
        {
            'content_type': ['type', 'varchar'],
            'content_priority': ['priority', 'integer'],
        }
    ) }}

),

final as (

    select
        playbooks.tenant_id,
        playbooks.segment_id,
        playbooks.name,
        playbooks.segment_type,
        playbooks.owner,
        playbooks.urgency,
        playbooks.tone,
        playbooks.focus,
        playbooks.channels,
        playbooks.cadence,
        content_items.content_type,
        content_items.content_priority,
        playbooks.member_count
    from playbooks
    inner join content_items
        on
            playbooks.tenant_id = content_items.tenant_id
            and playbooks.segment_id = content_items.segment_id

)

select * from final

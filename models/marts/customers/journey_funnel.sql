{%- set stages = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] -%}

with journeys as (

    select * from {{ ref('customer_journey') }}

),

-- one row per customer and stage that is at least reached
reached_stages as (

    {% for stage in stages -%}
    {%- set next = stages[loop.index] -%}
    select
        tenant_id,
        '{{ stage }}' as stage,
        {{ loop.index }} as stage_number,
        current_stage = '{{ stage }}' as is_current,
        {% if next -%}
        {{ next }}_date - {{ stage }}_date as days_to_move_on,
        {{ next }}_date is not null as has_moved_on,
        {%- else -%}
        cast(null as bigint) as days_to_move_on,
        false as has_moved_on,
        {%- endif %}
        as_of_date
    from journeys
    {%- if not loop.first %}
    where {{ stage }}_date is not null
    {%- endif %}
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

final as (

    select
        tenant_id,
        stage,
        stage_number,
        count(*) as reached_count,
        count(*) filter (where has_moved_on) as moved_on_count,
        count(*) filter (where is_current) as current_count,
        case
            when stage_number < {{ stages | length }}
                then count(*) filter (where has_moved_on) / count(*)
        end as progress_rate,
        case
            when stage_number < {{ stages | length }}
                then count(*) filter (where not has_moved_on) / count(*)
        end as drop_off_rate,
        median(days_to_move_on) as median_days_to_move_on,
        as_of_date
    from reached_stages
    group by tenant_id, stage, stage_number, as_of_date

)

select * from final

{%- set stages = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

stage_dates as (

    select * from {{ ref('int_customer_journey') }}

),

entered as (

    select
        *,
        case
            {%- for stage in stages | reverse %}
            when {{ stage }}_date is not null then '{{ stage }}'
            {%- endfor %}
            else 'awareness'
        end as current_stage,
        coalesce(
            {%- for stage in stages | reverse %}
            {{ stage }}_date{{ ',' if not loop.last }}
            {%- endfor %}
        ) as stage_entered_date
    from stage_dates

),

-- where the customer was at the end of the day before
final as (

    select
        entered.tenant_id,
        entered.customer_id,
        entered.current_stage,
        case
            {%- for stage in stages | reverse %}
            when entered.{{ stage }}_date < entered.stage_entered_date
                then '{{ stage }}'
            {%- endfor %}
        end as previous_stage,
        as_of_date.as_of_date - entered.stage_entered_date as days_in_stage,
        entered.stage_entered_date,
        {% for stage in stages -%}
        entered.{{ stage }}_date,
        {% endfor -%}
        as_of_date.as_of_date
    from entered
    cross join as_of_date

)

select * from final

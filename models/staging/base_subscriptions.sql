{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook=[
        "{{ clear_if_changed('subscriptions') }}",
        "{{ read_changed_files('subscriptions') }}",
    ],
) }}
-- depends_on: {{ ref('junk_ids') }}
{%- set files = input_files('subscriptions') -%}

{%- if execute and is_incremental() and not input_changed('subscriptions') %}

select *
from {{ this }}
where false

{%- elif execute and not files %}

{{ no_rows('subscriptions') }}

{%- else %}

with typed_rows as (

    {{ typed_rows('subscriptions', files) }}

),

-- without an id a subscription is told from others by its plan and start
keyed_rows as (

    select * exclude (typing_problem, raw_row, unread_line) replace (
        coalesce(nullif(tenant_id, ''), 'default') as tenant_id,
        coalesce(
            nullif(subscription_id, ''), concat_ws(' since ', plan, started_at), ''
        ) as subscription_id
    ),
        {{ entity_problem() }} as rejection_reason,
        case
            when rejection_reason is not null or bad_cells is not null
                then {{ raw_row_text() }}
        end as raw_row
    from typed_rows

),

-- of several rows for one subscription the newest counts: see newest_first()
final as (

    select
        *,
        case
            when rejection_reason is null
                then row_number() over (
                    partition by tenant_id, customer_id, subscription_id
                    order by {{ newest_first() }}
                )
        end as version_rank
    from keyed_rows

)

select * from final

{%- endif %}

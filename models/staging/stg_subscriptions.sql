{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook="{{ clear_if_changed('subscriptions') }}",
) }}
{%- set files = input_files('subscriptions') -%}

{%- if execute and is_incremental() and not input_changed('subscriptions') %}

select *
from {{ this }}
where false

{%- elif execute and not files %}

{{ no_rows('subscriptions') }}

{%- else %}

with source_rows as (

    {{ source_rows('subscriptions', files) }}

),

typed_rows as (

    select
        source_file,
        file_version,
        source_row,
        {{ typed_columns('subscriptions', input_types('subscriptions', files)) }}
    from source_rows

),

-- without an id a subscription is told from others by its plan and start
keyed_rows as (

    select * replace (
        coalesce(nullif(tenant_id, ''), 'default') as tenant_id,
        coalesce(
            nullif(subscription_id, ''), concat_ws(' since ', plan, started_at), ''
        ) as subscription_id
    )
    from typed_rows
    where customer_id is not null

),

-- of several rows for one key, the last one in the files is the newest
final as (

    select *
    from keyed_rows
    qualify row_number() over (
        partition by tenant_id, customer_id, subscription_id
        order by source_file desc, source_row desc
    ) = 1

)

select * from final

{%- endif %}

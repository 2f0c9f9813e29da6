{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook=[
        "{{ clear_if_changed('customers') }}",
        "{{ read_changed_files('customers') }}",
    ],
) }}
-- depends_on: {{ ref('junk_ids') }}
{%- set files = input_files('customers') -%}

{%- if execute and is_incremental() and not input_changed('customers') %}

select *
from {{ this }}
where false

{%- elif execute and not files %}

{{ no_rows('customers') }}

{%- else %}

with typed_rows as (

    {{ typed_rows('customers', files) }}

),

keyed_rows as (

    select * exclude (typing_problem, raw_row, unread_line) replace (
        coalesce(nullif(tenant_id, ''), 'default') as tenant_id
    ),
        {{ entity_problem() }} as rejection_reason,
        case
            when rejection_reason is not null or bad_cells is not null
                then {{ raw_row_text() }}
        end as raw_row
    from typed_rows

),

-- of several rows for one customer the newest counts: see newest_first()
final as (

    select
        *,
        case
            when rejection_reason is null
                then row_number() over (
                    partition by tenant_id, customer_id
                    order by {{ newest_first() }}
                )
        end as version_rank
    from keyed_rows

)

select * from final

{%- endif %}

{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook="{{ clear_if_changed('customers') }}",
) }}
{%- set files = input_files('customers') -%}

{%- if execute and is_incremental() and not input_changed('customers') %}

select *
from {{ this }}
where false

{%- elif execute and not files %}

{{ no_rows('customers') }}

{%- else %}

with source_rows as (

    {{ source_rows('customers', files) }}

),

typed_rows as (

    select
        source_file,
        file_version,
        source_row,
        {{ typed_columns('customers', input_types('customers', files)) }}
    from source_rows

),

-- of several rows for one key, the last one in the files is the newest
final as (

    select * replace (coalesce(nullif(tenant_id, ''), 'default') as tenant_id)
    from typed_rows
    where customer_id is not null
    qualify row_number() over (
        partition by coalesce(nullif(tenant_id, ''), 'default'), customer_id
        order by source_file desc, source_row desc
    ) = 1

)

select * from final

{%- endif %}

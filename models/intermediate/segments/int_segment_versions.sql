{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    pre_hook="{{ clear_segment_days('valid_from') }}",
    full_refresh=var('forget_segment_history', false),
) }}

-- depends_on: {{ ref('customer_behavior_summary') }}
{% set columns = segment_columns().keys() | list -%}
{{ check_segment_day() }}
with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

definitions as (

    {{ segment_definitions_query() }}

),

previous_versions as (

    {% if is_incremental() -%}
    select versions.*
    from {{ this }} as versions
    cross join as_of_date
    where versions.valid_from < as_of_date.as_of_date
    qualify row_number() over (
        partition by versions.tenant_id, versions.segment_id
        order by versions.valid_from desc
    ) = 1
    {%- else -%}
    select
        cast(null as varchar) as tenant_id,
        definitions.* exclude (only_tenant_id),
        cast(null as date) as valid_from
    from definitions
    where false
    {%- endif %}

),

tenants as (

    select tenant_id from {{ ref('int_customers') }}
    union
    select tenant_id from previous_versions

),

current_definitions as (

    select
        tenants.tenant_id,
        definitions.* exclude (only_tenant_id)
    from definitions
    inner join tenants
        on coalesce(definitions.only_tenant_id, tenants.tenant_id) = tenants.tenant_id

),

-- a wrong definition keeps the hash of the last right one: its members stay
changed as (

    select
        current_definitions.* replace (
            coalesce(current_definitions.criteria_hash, previous_versions.criteria_hash)
                as criteria_hash
        )
    from current_definitions
    left join previous_versions
        on
            current_definitions.tenant_id = previous_versions.tenant_id
            and current_definitions.segment_id = previous_versions.segment_id
    where
        previous_versions.definition_hash is null
        or current_definitions.definition_hash <> previous_versions.definition_hash

),

archived as (

    select
        previous_versions.* exclude (valid_from) replace (
            'archived' as status,
            'archived' as definition_hash
        )
    from previous_versions
    left join current_definitions
        on
            previous_versions.tenant_id = current_definitions.tenant_id
            and previous_versions.segment_id = current_definitions.segment_id
    where
        current_definitions.segment_id is null
        and previous_versions.status <> 'archived'

),

final as (

    select tenant_id, {{ columns | join(', ') }} from changed
    union all
    select tenant_id, {{ columns | join(', ') }} from archived

)

select
    final.*,
    as_of_date.as_of_date as valid_from
from final
cross join as_of_date

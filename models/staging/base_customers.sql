{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook=[
        "{{ clear_if_changed('customers') }}",
        "{{ read_changed_files('customers') }}",
    ],
) }}
-- depends_on: {{ ref('junk_ids') }}
{{ entity_rows('customers', ['tenant_id', 'customer_id']) }}

{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook=[
        "{{ clear_if_changed('subscriptions') }}",
        "{{ read_changed_files('subscriptions') }}",
    ],
) }}
-- depends_on: {{ ref('junk_ids') }}
{{ entity_rows('subscriptions', ['tenant_id', 'customer_id', 'subscription_id']) }}

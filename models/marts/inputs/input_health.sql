with limits as (

    {{ input_limits_query() }}

),

findings as (

    select
        input_table,
        '' as tenant_id,
        source_file,
        'rejected_share' as check_name,
        '' as subject,
        rejected_share as found,
        reasons as examples
    from {{ ref('int_rejected_shares') }}
    where rejected_count > 0

    union all

    select
        input_table,
        '' as tenant_id,
        '' as source_file,
        'unreadable_share' as check_name,
        column_name as subject,
        unreadable_share as found,
        examples
    from {{ ref('int_unreadable_values') }}

    union all

    select
        'events' as input_table,
        tenant_id,
        '' as source_file,
        'conflicting_events' as check_name,
        '' as subject,
        row_count as found,
        examples
    from {{ ref('int_conflicting_events') }}

    union all

    select
        'events' as input_table,
        tenant_id,
        '' as source_file,
        'silence' as check_name,
        '' as subject,
        silent_days / usual_days as found,
        'the last event is of ' || last_event_date as examples
    from {{ ref('int_silent_tenants') }}
    where usual_days > 0

),

final as (

    select
        '{{ var("inputs") }}' as input_name,
        findings.input_table,
        findings.tenant_id,
        findings.source_file,
        findings.check_name,
        findings.subject,
        case
            when findings.found > limits.fail_above then 'fail'
            when findings.found > limits.warn_above then 'warn'
            else 'ok'
        end as status,
        cast(findings.found as decimal(18, 6)) as found,
        limits.warn_above,
        limits.fail_above,
        findings.examples
    from findings
    inner join limits
        on findings.check_name = limits.check_name

)

select * from final

{#- A query for the last rule of each segment that has another one on as_of_date. -#}
{% macro previous_rules_query() %}
    with rules as (

        select
            versions.segment_id,
            versions.criteria,
            versions.predicate
        from {{ ref('int_segment_versions') }} as versions
        inner join {{ ref('int_segment_reasons') }} as reasons
            on
                versions.tenant_id = reasons.tenant_id
                and versions.segment_id = reasons.segment_id
                and reasons.reason = 'definition'
        cross join {{ ref('int_as_of_date') }} as as_of_date
        where
            versions.valid_from < as_of_date.as_of_date
            and versions.status = 'active'
            and versions.dimension is null
        qualify row_number() over (
            partition by versions.tenant_id, versions.segment_id
            order by versions.valid_from desc
        ) = 1

    )

    select
        segment_id,
        min(criteria) as criteria,
        min(predicate) as predicate
    from rules
    group by segment_id
    having count(distinct predicate) = 1
{% endmacro %}

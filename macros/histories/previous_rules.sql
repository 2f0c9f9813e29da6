{#-
  The rules of before of the segments whose rules are others today, compiled to be asked
  beside those of today: {definitions, context, wrong}, as segment_build() gives them.

  Left out, so that whoever moves counts as moved by the edit: what cannot be made again as
  it was (its SQL is another one now, since a template or a referred dimension changed, too),
  and segments whose tenants had several rules.
-#}
{% macro previous_rules() %}
    {% set rules = {'definitions': [], 'context': {'leaves': {}}, 'wrong': {}} %}
    {% if not execute or model.resource_type == 'unit_test' %}
        {{ return(rules) }}
    {% endif %}
    {% if not load_relation(ref('int_segment_versions'))
        or not load_relation(ref('int_segment_reasons')) %}
        {{ return(rules) }}
    {% endif %}
    {% set before = {} %}
    {% for row in run_query(_previous_rules_query()).rows %}
        {% do before.update({row[0]: {'criteria': fromjson(row[1]), 'predicate': row[2]}}) %}
    {% endfor %}
    {% if not before %}
        {{ return(rules) }}
    {% endif %}
    {% set written = [] %}
    {% for definition in segment_definitions() %}
        {% if definition.name in before and definition.meta is mapping %}
            {% set meta = dict(definition.meta, criteria=before[definition.name].criteria) %}
            {% do written.append(dict(definition, meta=meta)) %}
        {% else %}
            {% do written.append(definition) %}
        {% endif %}
    {% endfor %}
    {% set context = segment_context(written + dimension_definitions()) %}
    {% set wrong = {} %}
    {% for problem in validate_segments(written, context) if problem.severity == 'error' %}
        {% do wrong.update({problem.segment: true}) %}
    {% endfor %}
    {% for definition in written if definition.name in before and definition.name not in wrong
        and compile_segment(definition.name, context) == before[definition.name].predicate %}
        {% do rules.definitions.append(definition) %}
    {% endfor %}
    {{ return(dict(rules, context=context)) }}
{% endmacro %}

{#- A query for the last rule of each segment that has another one on as_of_date. -#}
{% macro _previous_rules_query() %}
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

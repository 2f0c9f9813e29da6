-- depends_on: {{ ref('int_as_of_date') }}
-- depends_on: {{ ref('int_customers') }}
-- depends_on: {{ ref('customer_behavior_summary') }}
-- depends_on: {{ ref('customer_demographics') }}
{%- set groups = ['behavioral', 'firmographic', 'engagement'] %}
{%- set scores = var('scores').pql %}

with signals as (

    {{ signals_query(['customer_behavior_summary', 'customer_demographics']) }}

),

points as (

    select
        *,
        {% for group in groups -%}
        {{ signal_points(group) }} as {{ group }}_points,
        {{ possible_points(group) }} as {{ group }}_points_possible,
        {% endfor -%}
        {{ urgency_multiplier() }} as urgency_multiplier,
        {{ signal_names(true) }} as earned_signals,
        {{ signal_names(false) }} as missing_signals,
        {{ signal_names(true, ['urgency']) }} as urgency_signals
    from signals

),

scored as (

    select
        *,
        cast(least(
            urgency_multiplier * (
                {%- for group in groups %}
                {{ '+ ' if not loop.first -}}
                {{ sql_literal(scores[group].weight) }} * 100
                * {{ group }}_points / {{ group }}_points_possible
                {%- endfor %}
            ),
            100
        ) as decimal(9, 4)) as pql_score
    from points

),

final as (

    select
        tenant_id,
        customer_id,
        earned_signals,
        missing_signals,
        urgency_signals,
        pql_score,
        {% for group in groups -%}
        {{ group }}_points,
        {{ group }}_points_possible,
        {% endfor -%}
        urgency_multiplier,
        pql_score >= {{ sql_literal(scores.threshold) }} as is_pql,
        as_of_date
    from scored

)

select * from final

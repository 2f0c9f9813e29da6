-- depends_on: {{ ref('stg_identities') }}
{%- set has_identities = has_anonymous_ids() %}

with base_events as (

    select * from {{ ref('base_events') }}

),

rates as (

    select * from {{ ref('stg_currency_rates') }}

),

promoted_repeats as (

    {{ promoted_repeats_query() }}

),

-- whether a currency has a rate is decided here, so that a new rate frees rejected rows
final as (

    select
        base_events.* replace (
            {% if has_identities -%}
            {{ identified_customer('base_events', 'identities') }} as customer_id,
            {% endif -%}
            coalesce(
                base_events.rejection_reason,
                {% if has_identities -%}
                case
                    when not identities.is_absorbed
                        then
                            'customer ' || identities.customer_id
                            || ' has more than {{ var('max_anonymous_ids') }}'
                            || ' anonymous ids'
                end,
                {% endif -%}
                {{ rate_problem(
                    'base_events.event_value', 'base_events.currency', 'rates.rate'
                ) }}
            ) as rejection_reason,
            case
                when
                    (base_events.event_key, base_events.load_rank) in (
                        select (promoted_repeats.event_key, promoted_repeats.load_rank)
                        from promoted_repeats
                    )
                    then 1
                {% if var('on_conflict') == 'last' -%}
                -- the row of before is a repeat then
                when
                    base_events.load_rank = 1
                    and base_events.rejection_reason is null
                    and base_events.event_key in (
                        select promoted_repeats.event_key
                        from promoted_repeats
                    )
                    then 2
                {% endif -%}
                else base_events.load_rank
            end as load_rank
        ),
        rates.rate
    from base_events
    left join rates
        on
            base_events.currency = rates.currency
            and base_events.event_date >= rates.valid_from
            and base_events.event_date < rates.valid_until
    {%- if has_identities %}
    left join {{ ref('stg_identities') }} as identities
        on
            base_events.customer_id is null
            and base_events.tenant_id = identities.tenant_id
            and base_events.anonymous_id = identities.anonymous_id
    {%- endif %}
    where {{ is_known('base_events.loaded_at') }}

)

select * from final

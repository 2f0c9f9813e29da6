{{ config(materialized='table') }}
{%- set stages = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] -%}
{%- set retention_days = var('scores').journey.retention_after_days | int -%}

with as_of_date as (

    select * from {{ ref('int_as_of_date') }}

),

customers as (

    select * from {{ ref('int_customers') }}

),

roles as (

    select
        event_type,
        is_product_view or is_wishlist or is_add_to_cart or is_cart_view
            as is_considering,
        is_checkout,
        is_review or is_share or is_referral as is_advocating
    from {{ ref('int_event_type_roles') }}

),

event_dates as (

    select
        daily.tenant_id,
        daily.customer_id,
        min(daily.event_date) as first_event_date,
        min(daily.event_date) filter (where roles.is_considering) as consideration_date,
        min(daily.event_date) filter (where roles.is_checkout) as checkout_date,
        min(daily.event_date) filter (where roles.is_advocating) as advocating_date
    from {{ ref('int_customer_event_days') }} as daily
    cross join as_of_date
    left join roles
        on daily.event_type = roles.event_type
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id

),

-- an order of several days is placed on the first of them
orders as (

    select
        daily.tenant_id,
        daily.customer_id,
        daily.order_key,
        min(daily.event_date) as order_date
    from {{ ref('int_customer_order_days') }} as daily
    cross join as_of_date
    where daily.event_date <= as_of_date.as_of_date
    group by daily.tenant_id, daily.customer_id, daily.order_key

),

numbered_orders as (

    select
        *,
        row_number() over (
            partition by tenant_id, customer_id
            order by order_date, order_key
        ) as order_number
    from orders

),

order_dates as (

    select
        tenant_id,
        customer_id,
        min(order_date) as first_order_date,
        min(order_date) filter (where order_number = 2) as second_order_date
    from numbered_orders
    group by tenant_id, customer_id

),

-- the first day on which each stage's own rule held; it holds from then on
rule_dates as (

    select
        customers.tenant_id,
        customers.customer_id,
        least(
            event_dates.first_event_date,
            {{ local_date('customers.signed_up_at') }},
            {{ local_date('customers.subscription_started_at') }}
        ) as awareness,
        event_dates.consideration_date as consideration,
        least(order_dates.first_order_date, event_dates.checkout_date) as decision,
        least(
            order_dates.second_order_date,
            case
                when
                    as_of_date.as_of_date - order_dates.first_order_date
                    > {{ retention_days }}
                    then order_dates.first_order_date + {{ retention_days + 1 }}
            end
        ) as retention,
        case
            when
                order_dates.second_order_date is not null
                and event_dates.advocating_date is not null
                then greatest(
                    order_dates.second_order_date, event_dates.advocating_date
                )
        end as advocacy
    from customers
    cross join as_of_date
    left join event_dates
        on
            customers.tenant_id = event_dates.tenant_id
            and customers.customer_id = event_dates.customer_id
    left join order_dates
        on
            customers.tenant_id = order_dates.tenant_id
            and customers.customer_id = order_dates.customer_id

),

-- a stage is reached with its own rule or that of a later one
final as (

    select
        tenant_id,
        customer_id,
        {% for stage in stages -%}
        least({{ (stages[loop.index0:] + stages[-1:]) | join(', ') }})
            as {{ stage }}_date
        {{- ',' if not loop.last }}
        {% endfor %}
    from rule_dates

)

select * from final

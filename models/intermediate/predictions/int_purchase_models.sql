{{ config(
    materialized='incremental',
    incremental_strategy='rewrite',
    unique_key=['tenant_id', 'cut_date'],
) }}
{%- set settings = var('predictions') %}
{%- set names = ['r', 'alpha', 'a', 'b'] %}
{%- set variances = inverse_diagonal(names) %}

with recursive histories as (

    select * from {{ ref('int_purchase_groups') }}

),

-- a fit holds as long as its histories are what they were: a late order is a new fit
digests as (

    select
        tenant_id,
        cut_date,
        bit_xor({{ hash_of(['x', 'recency', 'age', 'customer_count']) }})
            as histories_digest
    from histories
    group by tenant_id, cut_date

),

{% if is_incremental() -%}
stale_fits as (

    select
        fitted.tenant_id,
        fitted.cut_date
    from {{ this }} as fitted
    left join digests
        on
            fitted.tenant_id = digests.tenant_id
            and fitted.cut_date = digests.cut_date
    where fitted.histories_digest is distinct from digests.histories_digest

),

wanted as (

    select digests.*
    from digests
    left join {{ this }} as fitted
        on
            digests.tenant_id = fitted.tenant_id
            and digests.cut_date = fitted.cut_date
            and digests.histories_digest = fitted.histories_digest
    where fitted.tenant_id is null

),

{% endif -%}
wanted_histories as (

    select histories.*
    from histories
    {%- if is_incremental() %}
    inner join wanted
        on
            histories.tenant_id = wanted.tenant_id
            and histories.cut_date = wanted.cut_date
    {%- endif %}

),

-- the search begins where all have one rate and a few never come back
starts as (

    select
        tenant_id,
        cut_date,
        cast(sum(customer_count) as bigint) as customer_count,
        0.3 as r_start,
        0.3 / (sum(customer_count * x) / sum(customer_count * age)) as alpha_start,
        0.8 as a_start,
        2.0 as b_start,
        {{ settings.prior_weight }} as prior_weight
    from wanted_histories
    group by tenant_id, cut_date
    having
        sum(customer_count) >= {{ settings.min_customers }}
        and sum(customer_count * x) * sum(customer_count * age) > 0

),

steps as (
{{ purchase_steps('wanted_histories', 'starts') }}
),

last_steps as (

    select *
    from steps
    qualify
        row_number() over (partition by tenant_id, cut_date order by step desc) = 1

),

-- the curvature at the top says how sure the parameters are
curvatures as (

    select
        *,
        {% for p in names -%}
        {% for q in names[loop.index0:] -%}
        -curve_{{ p }}_{{ q }} as information_{{ p }}_{{ q }}{{ ',' if p ~ q != 'bb' }}
        {% endfor -%}
        {% endfor %}
    from last_steps

),

measured as (

    {{ in_levels('curvatures', factors_of(names, 'information') + variances) }}

),

final as (

    select
        measured.tenant_id,
        measured.cut_date,
        {% for p in names -%}
        round(measured.{{ p }}, 6) as {{ p }},
        {% endfor -%}
        {% for p in names -%}
        round(measured.{{ p }} * sqrt(measured.variance_{{ p }}), 6)
            as {{ p }}_standard_error,
        {% endfor -%}
        round(measured.log_likelihood, 4) as log_likelihood,
        starts.customer_count,
        measured.is_converged,
        digests.histories_digest
    from measured
    inner join starts
        on
            measured.tenant_id = starts.tenant_id
            and measured.cut_date = starts.cut_date
    inner join digests
        on
            measured.tenant_id = digests.tenant_id
            and measured.cut_date = digests.cut_date

)

{{ rewritten_rows('final', 'select tenant_id, cut_date from stale_fits') }}

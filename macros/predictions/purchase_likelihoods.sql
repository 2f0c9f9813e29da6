{#-
  CTEs of purchase_steps(), the last of which, likelihoods, has for each history what its log
  likelihood and the derivatives are made of, at the parameters that the CTE tried has.
-#}
{% macro purchase_likelihoods(groups) %}
    {{ purchase_sums_to_x(groups) }}

    there as (

        select
            sums_to_x.*,
            histories.recency,
            histories.age,
            histories.customer_count,
            {% for p in ['r', 'alpha', 'a', 'b'] -%}
            tried.{{ p }}_tried as {{ p }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from {{ groups }} as histories
        inner join tried
            on
                histories.tenant_id = tried.tenant_id
                and histories.cut_date = tried.cut_date
        inner join sums_to_x
            on
                histories.tenant_id = sums_to_x.tenant_id
                and histories.cut_date = sums_to_x.cut_date
                and histories.x = sums_to_x.x

    ),

    -- how likely it is that a customer is still there, or has gone, and both together
    likelihoods as (

        select
            *,
            -(r + x) * ln(alpha + age) as alive,
            case
                when x > 0 then ln(a) - ln(b + x - 1) - (r + x) * ln(alpha + recency)
            end as gone,
            greatest(alive, coalesce(gone, alive)) as larger,
            larger + ln(exp(alive - larger) + coalesce(exp(gone - larger), 0)) as either,
            exp(alive - either) as alive_share,
            coalesce(exp(gone - either), 0) as gone_share
        from there

    ),
{% endmacro %}

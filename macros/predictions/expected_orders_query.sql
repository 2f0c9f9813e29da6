{#-
  A query for how many orders a customer who is still there will place in some time, under
  BG/NBD: the integral of (1 - ((alpha + T) / (alpha + T + p t)) ^ (r + x)) / p over
  p ~ Beta(a, b + x), which is what the closed form with 2F1 sums up (Fader, Hardie and Lee 2005,
  equation 10). Its ends are taken off, and the rest is summed over 97 points of ln(p / (1 - p)),
  half a standard deviation apart, where it falls off to both sides: within 1e-6 of the closed
  form where that can be computed.

  pairs: a CTE with tenant_id, cut_date, x, age and the parameters r, alpha, a, b.
  horizons: list of days. Gives tenant_id, cut_date, x, age, and for each horizon
  orders_<days>.
-#}
{% macro expected_orders_query(pairs, horizons) %}
    with spreads as (

        select
            *,
            ln((a + 1) / (b + x + 1)) as centre,
            sqrt(1 / (a + 1) + 1 / (b + x + 1)) as spread,
            lgamma(a + b + x) - lgamma(a) - lgamma(b + x) as log_scale,
            r + x as shape
        from {{ pairs }}

    ),

    densities as (

        select
            spreads.*,
            spreads.centre + spreads.spread * (numbers.number - 48) / 2 as y,
            1 / (1 + exp(-y)) as p,
            spreads.spread / 2 * exp(
                spreads.log_scale - spreads.a * ln(1 + exp(-y))
                - (spreads.b + spreads.x) * ln(1 + exp(y))
            ) as weight
        from spreads
        cross join ({{ number_series(0, 97) }}) as numbers

    ),

    -- 1 - (1 + p t') ^ -(r + x) is lost in rounding where p is small: there its series
    at_points as (

        select
            densities.*,
            horizons.days,
            horizons.days / 7.0 / (alpha + age) as scaled,
            scaled * p as step,
            shape * scaled as at_zero,
            1 - exp(-shape * ln(1 + scaled)) as at_one,
            case
                when shape * step >= 1e-3 then (1 - exp(-shape * ln(1 + step))) / p
                else at_zero * (
                    1 - (shape + 1) * step / 2
                    + (shape + 1) * (shape + 2) * step ^ 2 / 6
                    - (shape + 1) * (shape + 2) * (shape + 3) * step ^ 3 / 24
                )
            end as at_p
        from densities
        cross join (select unnest([{{ horizons | join(', ') }}]) as days) as horizons

    )

    select
        tenant_id,
        cut_date,
        x,
        age,
        {% for days in horizons -%}
        any_value((at_zero * (b + x) + at_one * a) / (a + b + x))
            filter (where days = {{ days }})
        + sum(weight * (at_p - at_zero * (1 - p) - at_one * p))
            filter (where days = {{ days }}) as orders_{{ days }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from at_points
    group by tenant_id, cut_date, x, age
{% endmacro %}

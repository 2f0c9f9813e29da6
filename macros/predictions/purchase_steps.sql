{#-
  The steps of a recursive CTE that fits BG/NBD by damped Newton, on the logarithms of r, alpha,
  a and b, for every tenant and date at once. A step tries where the last one pointed to; if the
  likelihood is not greater there it stays and points less far. Steps end when the next
  would gain less than 1e-12, or after 60.

  groups: a CTE with tenant_id, cut_date, x (repeat days), last (weeks from the first order to
  the last), age (weeks since the first order) and customer_count: histories that are alike are
  one row. starts: a CTE with tenant_id, cut_date, <p>_start for each parameter and
  prior_weight: how much a normal prior on the logarithms around these starts weighs.
  Returns the text of the CTE's two terms.
-#}
{% macro purchase_steps(groups, starts) %}
    {%- set names = ['r', 'alpha', 'a', 'b'] -%}
    {%- set pairs = [] -%}
    {%- for p in names -%}
        {%- for q in names[loop.index0:] -%}{%- do pairs.append((p, q)) -%}{%- endfor -%}
    {%- endfor %}
    select
        tenant_id,
        cut_date,
        0 as step,
        false as is_converged,
        0.01::double as damping,
        -1e300::double as posterior,
        0.0::double as log_likelihood,
        {% for p in names -%}
        {{ p }}_start::double as {{ p }},
        {{ p }}_start::double as {{ p }}_start,
        0.0::double as solution_{{ p }},
        0.0::double as slope_{{ p }},
        {% endfor -%}
        {% for p, q in pairs -%}
        0.0::double as curve_{{ p }}_{{ q }},
        {% endfor -%}
        prior_weight::double as prior_weight
    from {{ starts }}

    union all

    (
    with tried as (

        select
            *,
            {% for p in names -%}
            {{ p }} * exp(greatest(least(solution_{{ p }}, 2), -2)) as {{ p }}_tried
            {{- ',' if not loop.last }}
            {% endfor %}
        from steps
        where not is_converged and step < 60

    ),

    -- sums over i from 0 to x - 1, once for all histories with the same x
    sums_to_x as (

        select
            tried.tenant_id,
            tried.cut_date,
            numbers.x,
            {% for name, value in {
                'r_logs': 'ln(r_tried + i)', 'r_inverses': '1 / (r_tried + i)',
                'r_squares': '1 / (r_tried + i) ^ 2',
                'b_logs': 'ln(b_tried + i) - ln(a_tried + b_tried + i)',
                'b_inverses': '1 / (b_tried + i)', 'b_squares': '1 / (b_tried + i) ^ 2',
                'ab_inverses': '1 / (a_tried + b_tried + i)',
                'ab_squares': '1 / (a_tried + b_tried + i) ^ 2',
            }.items() -%}
            coalesce(list_sum([{{ value }} for i in range(numbers.x)]), 0) as {{ name }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from tried
        inner join (select distinct tenant_id, cut_date, x from {{ groups }}) as numbers
            on tried.tenant_id = numbers.tenant_id and tried.cut_date = numbers.cut_date

    ),

    there as (

        select
            sums_to_x.*,
            histories.last,
            histories.age,
            histories.customer_count,
            {% for p in names -%}
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
                when x > 0 then ln(a) - ln(b + x - 1) - (r + x) * ln(alpha + last)
            end as gone,
            greatest(alive, coalesce(gone, alive)) as larger,
            larger + ln(exp(alive - larger) + coalesce(exp(gone - larger), 0)) as either,
            exp(alive - either) as alive_share,
            coalesce(exp(gone - either), 0) as gone_share
        from there

    ),

    sums as (

        select
            tenant_id,
            cut_date,
            sum(customer_count * (r_logs + r * ln(alpha) + b_logs + either))
                as likelihood_tried,
            {% for p in names -%}
            sum(customer_count * ({{ purchase_slope(p) }})) as sum_{{ p }},
            {% endfor -%}
            {% for p, q in pairs -%}
            sum(customer_count * ({{ purchase_curve(p, q) }})) as sum_{{ p }}_{{ q }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from likelihoods
        group by tenant_id, cut_date

    ),

    judged as (

        select
            tried.*,
            sums.* exclude (tenant_id, cut_date),
            sums.likelihood_tried - tried.prior_weight / 2 * (
                {% for p in names -%}
                ln(tried.{{ p }}_tried / tried.{{ p }}_start) ^ 2{{ ' +' if not loop.last }}
                {% endfor -%}
            ) as posterior_tried
        from tried
        inner join sums
            on tried.tenant_id = sums.tenant_id and tried.cut_date = sums.cut_date

    ),

    -- where it is better there, from there on; derivatives by the logarithms, with the prior's
    kept as (

        select
            tenant_id,
            cut_date,
            step,
            prior_weight,
            posterior_tried >= posterior as is_better,
            case when is_better then damping / 10 else damping * 10 end as damping,
            case when is_better then posterior_tried else posterior end as posterior,
            case when is_better then likelihood_tried else log_likelihood end
                as log_likelihood,
            {% for p in names -%}
            {{ p }}_start,
            case when is_better then {{ p }}_tried else {{ p }} end as {{ p }},
            case
                when is_better
                    then
                        {{ p }}_tried * sum_{{ p }}
                        - prior_weight * ln({{ p }}_tried / {{ p }}_start)
                else slope_{{ p }}
            end as slope_{{ p }},
            {% endfor -%}
            {% for p, q in pairs -%}
            case
                when is_better
                    then
                        {{ p }}_tried * {{ q }}_tried * sum_{{ p }}_{{ q }}
                        {%- if p == q %} + {{ p }}_tried * sum_{{ p }} - prior_weight{% endif %}
                else curve_{{ p }}_{{ q }}
            end as curve_{{ p }}_{{ q }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from judged

    ),

    pointed as (

        select
            *,
            {% for p, q in pairs -%}
            -curve_{{ p }}_{{ q }}{% if p == q %} + damping * abs(curve_{{ p }}_{{ q }}){% endif %} as damped_{{ p }}_{{ q }},
            {% endfor -%}
            {{ solved_by_elimination(names, 'damped', 'slope') }}
        from kept

    )

    select
        tenant_id,
        cut_date,
        step + 1 as step,
        -- what the next step would gain is nothing; rounding decides whether it is one
        damping < 0.01 and (
            {% for p in names -%}
            slope_{{ p }} * solution_{{ p }}{{ ' +' if not loop.last }}
            {% endfor -%}
        ) < 1e-12 as is_converged,
        damping,
        posterior,
        log_likelihood,
        {% for p in names -%}
        {{ p }},
        {{ p }}_start,
        solution_{{ p }},
        slope_{{ p }},
        {% endfor -%}
        {% for p, q in pairs -%}
        curve_{{ p }}_{{ q }},
        {% endfor -%}
        prior_weight
    from pointed
    )
{% endmacro %}

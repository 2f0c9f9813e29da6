{#-
  CTEs of purchase_steps(), the last of which, judged, has the CTE tried with the log likelihood
  there, with the prior as posterior_tried, and its derivatives, sum_<p> and sum_<p>_<q>.

  names: of the parameters. pairs: of two of them.
-#}
{% macro purchase_sums(names, pairs) %}
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
{% endmacro %}

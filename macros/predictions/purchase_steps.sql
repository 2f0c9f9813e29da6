{#-
  The steps of a recursive CTE that fits BG/NBD by damped Newton, on the logarithms of r, alpha,
  a and b, for every tenant and date at once. A step tries where the last one pointed to; if the
  likelihood is not greater there it stays and points less far. Steps end when the next would
  gain less than 1e-12, or after 60.

  groups: a CTE with tenant_id, cut_date, x (repeat days), recency (weeks from the first order to
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
    {{ purchase_start(names, pairs, starts) }}

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

    {{ purchase_likelihoods(groups) }}

    {{ purchase_sums(names, pairs) }}

    {{ purchase_steps_kept(names, pairs) }}

    {{ purchase_steps_pointed(names, pairs) }}

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

{#-
  The first term of purchase_steps(): where the search begins.

  names: of the parameters. pairs: of two of them. starts: see purchase_steps().
-#}
{% macro purchase_start(names, pairs, starts) %}
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
{% endmacro %}

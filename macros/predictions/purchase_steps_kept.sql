{#-
  The CTE kept of purchase_steps(): where it is better than before, from there on, and else
  where it was; with the derivatives by the logarithms of the parameters.

  names: of the parameters. pairs: of two of them.
-#}
{% macro purchase_steps_kept(names, pairs) %}
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
{% endmacro %}

{#-
  CTEs of logistic_steps(), the last of which, sums, has the slopes and the information of each
  weight, at the weights of the last step.

  groups, keys, starts, ridge: see logistic_steps().
-#}
{% macro logistic_sums(groups, keys, starts, ridge) %}
    {%- set names = starts.keys() | list %}
    chances as (

        select
            groups.*,
            steps.* exclude ({{ keys | join(', ') }}, is_converged),
            1 / (1 + exp(-(
                {% for name in names -%}
                steps.weight_{{ name }} * groups.{{ name }}{{ ' +' if not loop.last }}
                {% endfor -%}
            ))) as chance,
            greatest(chance * (1 - chance), 1e-12) * groups.observed_count as spread
        from {{ groups }} as groups
        inner join steps
            on
                {% for key in keys -%}
                groups.{{ key }} = steps.{{ key }}
                and {% endfor -%}
                not steps.is_converged
        where steps.step < 25

    ),

    sums as (

        select
            {{ keys | join(', ') }},
            any_value(step) as step,
            {% for name in names -%}
            any_value(weight_{{ name }}) as weight_{{ name }},
            sum({{ name }} * (happened_count - observed_count * chance))
            - {{ ridge }} * (any_value(weight_{{ name }}) - {{ starts[name] }})
                as slope_{{ name }},
            {% for other in names[loop.index0:] -%}
            sum({{ name }} * {{ other }} * spread) + {{ ridge if other == name else 0 }} as information_{{ name }}_{{ other }},
            {% endfor -%}
            {% endfor -%}
        from chances
        group by {{ keys | join(', ') }}

    ),
{% endmacro %}

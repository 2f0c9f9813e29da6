{#-
  The steps of a recursive CTE that fits logistic regressions by Newton (iteratively reweighted
  least squares), one per key at once. A ridge holds the weights near where they start, so that
  what only one side has does not make them endless. Steps end when no weight moves by 1e-9, or
  after 25.

  groups: a CTE with the keys, the features (a constant is one of them), observed_count, and
  happened_count, how many of these it happened to. keys: list of columns. starts: dict of
  feature -> weight at the start. ridge: how much the starts weigh, in observations.
  Returns the text of the CTE's two terms; the weights are the columns weight_<feature>.
-#}
{% macro logistic_steps(groups, keys, starts, ridge=1) %}
    {%- set names = starts.keys() | list %}
    select distinct
        {{ keys | join(', ') }},
        0 as step,
        false as is_converged,
        {% for name, value in starts.items() -%}
        {{ value }}::double as weight_{{ name }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from {{ groups }}

    union all

    (
    with chances as (

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

    solved as (

        {{ in_levels('sums', solved_by_elimination(names, 'information', 'slope')) }}

    )

    select
        {{ keys | join(', ') }},
        step + 1 as step,
        greatest(
            {%- for name in names %}abs(solution_{{ name }}){{ ', ' if not loop.last }}{% endfor -%}
        ) < 1e-9 as is_converged,
        {% for name in names -%}
        weight_{{ name }} + greatest(least(solution_{{ name }}, 5), -5) as weight_{{ name }}
        {{- ',' if not loop.last }}
        {% endfor %}
    from solved
    )
{% endmacro %}

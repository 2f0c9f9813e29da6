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
    with {{ logistic_sums(groups, keys, starts, ridge) }}

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

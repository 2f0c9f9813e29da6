{#-
  CTEs of purchase_steps(), the last of which, pointed, has the CTE kept with where the next step
  points to, solution_<p>: shorter, the greater the damping is.

  names: of the parameters. pairs: of two of them.
-#}
{% macro purchase_steps_pointed(names, pairs) %}
    damped as (

        select
            *,
            {% for p, q in pairs -%}
            -curve_{{ p }}_{{ q }}{% if p == q %} + damping * abs(curve_{{ p }}_{{ q }}){% endif %} as damped_{{ p }}_{{ q }}
            {{- ',' if not loop.last }}
            {% endfor %}
        from kept

    ),

    pointed as (

        {{ in_levels('damped', solved_by_elimination(names, 'damped', 'slope')) }}

    )
{% endmacro %}

{#-
  The CTE sums_to_x of purchase_steps(): sums over i from 0 to x - 1, once for all histories with
  the same x, at the parameters that the CTE tried has.
-#}
{% macro purchase_sums_to_x(groups) %}
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
{% endmacro %}

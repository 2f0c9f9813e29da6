{%- set marts = [
    'customer_behavior_summary', 'customer_engagement', 'customer_value',
    'customer_demographics',
] -%}

-- depends_on: {{ ref('int_as_of_date') }}
-- depends_on: {{ ref('int_customers') }}
{% for mart in marts -%}
-- depends_on: {{ ref(mart) }}
{% endfor %}
{{ classifications_query(marts) }}

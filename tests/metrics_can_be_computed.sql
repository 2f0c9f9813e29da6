-- every measure and dimension of the semantic layer is there in its mart
-- depends_on: {{ ref('segment_trends') }}
-- depends_on: {{ ref('behavioral_analytics') }}
-- depends_on: {{ ref('segment_outcomes') }}
-- depends_on: {{ ref('segment_feature_adoption') }}
-- depends_on: {{ ref('segment_accuracy') }}
-- depends_on: {{ ref('segment_migration_rates') }}
-- depends_on: {{ ref('cohort_retention') }}
{% for model in (graph.get('semantic_models') or {}).values() if execute %}
select '{{ model.name }}' as semantic_model
from {{ graph.nodes[model.depends_on.nodes[0]].relation_name }}
group by
    {% for dimension in model.dimensions -%}
    {{ dimension.expr or dimension.name }}{{ ',' if not loop.last }}
    {% endfor %}
having
    count(*) < 0
    {%- for measure in model.measures %}
    or sum({{ measure.expr or measure.name }}) is null and false
    {%- endfor %}
{{ 'union all' if not loop.last }}
{% else %}
select 'none' as semantic_model
where false
{% endfor %}

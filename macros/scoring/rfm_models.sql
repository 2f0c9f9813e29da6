{#-
  The RFM models of the var rfm_models, checked: name -> {population, segment_map,
  recency, frequency, monetary}, where each score has a metric (a column of
  customer_behavior_summary) and either `quintiles: true` or four rising `cuts`.
-#}
{% macro rfm_models() %}
    {% for name, model in var('rfm_models').items() %}
        {% set where = 'var rfm_models.' ~ name %}
        {% if not modules.re.fullmatch('[a-z][a-z0-9_]*', name) %}
            {{ config_error(where, name, 'a name of lower-case letters, digits and _') }}
        {% endif %}
        {% for key in model if key not in [
            'population', 'segment_map', 'recency', 'frequency', 'monetary'
        ] %}
            {{ config_error(where, key, 'population, segment_map, recency, frequency, monetary') }}
        {% endfor %}
        {% if model.population not in ['all', 'buyers'] %}
            {{ config_error(where ~ '.population', model.population, 'all, buyers') }}
        {% endif %}
        {% if not modules.re.fullmatch('[A-Za-z0-9_ -]+', model.segment_map | string) %}
            {{ config_error(
                where ~ '.segment_map', model.segment_map, 'a map of seeds/rfm_segment_map.csv'
            ) }}
        {% endif %}
        {% for part in ['recency', 'frequency', 'monetary'] %}
            {% do check_rfm_score(where ~ '.' ~ part, model.get(part)) %}
        {% endfor %}
    {% endfor %}
    {{ return(var('rfm_models')) }}
{% endmacro %}

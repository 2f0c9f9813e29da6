{#-
  The problems of one RFM model, a list of texts.

  where: where the model stands in the settings. name: its name. model: its settings.
-#}
{% macro check_rfm_model(where, name, model) %}
    {% set keys = ['population', 'segment_map', 'recency', 'frequency', 'monetary'] %}
    {% if model is not mapping %}
        {{ return([config_problem(where, model, 'a mapping with ' ~ (keys | join(', ')))]) }}
    {% endif %}
    {% set problems = [] %}
    {% if not modules.re.fullmatch('[a-z][a-z0-9_]*', name | string) %}
        {% do problems.append(
            config_problem(where, name, 'a name of lower-case letters, digits and _')
        ) %}
    {% endif %}
    {% for key in model if key not in keys %}
        {% do problems.append(config_problem(where, key, keys | join(', '), keys)) %}
    {% endfor %}
    {% set populations = ['all', 'buyers'] %}
    {% if model.population not in populations %}
        {% do problems.append(config_problem(
            where ~ '.population', model.population, populations | join(', '), populations
        )) %}
    {% endif %}
    {% if not modules.re.fullmatch('[A-Za-z0-9_ -]+', model.segment_map | string) %}
        {% do problems.append(config_problem(
            where ~ '.segment_map', model.segment_map, 'a map of seeds/rfm_segment_map.csv'
        )) %}
    {% else %}
        {% set maps = rfm_seed_maps().keys() | list + rfm_maps().keys() | list %}
        {% if maps and model.segment_map not in maps %}
            {% do problems.append(config_problem(
                where ~ '.segment_map', model.segment_map,
                'a map of seeds/rfm_segment_map.csv or of the var rfm_maps: '
                ~ maps | join(', '), maps
            )) %}
        {% endif %}
    {% endif %}
    {% for part in ['recency', 'frequency', 'monetary'] %}
        {% do problems.extend(check_rfm_score(where ~ '.' ~ part, model.get(part))) %}
    {% endfor %}
    {{ return(problems) }}
{% endmacro %}

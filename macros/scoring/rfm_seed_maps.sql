{#-
  The maps of seeds/rfm_segment_map.csv: {map: [its segments, in the order of the file]}.
  The file is read and not the table: what is checked before a build is what it will load.
  It is read once a process, and remembered beside the node of the seed.
-#}
{% macro rfm_seed_maps() %}
    {% set maps = {} %}
    {% set nodes = graph.nodes.values() if execute and graph.nodes is defined else [] %}
    {% for seed in nodes if seed.resource_type == 'seed' and seed.name == 'rfm_segment_map' %}
        {% if seed.get('maps_of_file') %}{{ return(seed.maps_of_file) }}{% endif %}
        {% set file = seed.root_path ~ '/' ~ seed.original_file_path %}
        {% for row in run_query(
            'select segment_map, segment from ' ~ text_rows_of(file)
            ~ ' group by 1, 2 order by min(row_number)'
        ).rows %}
            {% do maps.setdefault(row[0], []).append(row[1]) %}
        {% endfor %}
        {% do seed.update({'maps_of_file': maps}) %}
    {% endfor %}
    {{ return(maps) }}
{% endmacro %}

{#- The segments that the model of the dimension rfm_segment can give: var scores.rfm_model. -#}
{% macro rfm_segment_names() %}
    {% set model = var('rfm_models').get(var('scores').rfm_model) or {} %}
    {% set ranges = rfm_maps().get(model.segment_map) %}
    {{ return(ranges.keys() | map('string') | list if ranges
        else rfm_seed_maps().get(model.segment_map, [])) }}
{% endmacro %}

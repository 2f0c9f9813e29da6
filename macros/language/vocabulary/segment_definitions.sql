{#-
  Every definition under segments/, sorted by name: a list of {name, file, label,
  description, owner, maturity, tags, meta}. Archived ones (`enabled: false`) are not in
  dbt's graph, and so not here.
-#}
{% macro segment_definitions() %}
    {% set definitions = [] %}
    {% for exposure in graph.exposures.values() %}
        {% set file = exposure.original_file_path | replace('\\', '/') %}
        {% if file.startswith('segments/') %}
            {% do definitions.append({
                'name': exposure.name,
                'file': file,
                'label': exposure.label,
                'description': exposure.description,
                'owner': exposure.owner,
                'maturity': exposure.maturity,
                'tags': exposure.tags,
                'meta': exposure.config.meta,
            }) %}
        {% endif %}
    {% endfor %}
    {{ return(definitions | sort(attribute='name') | list) }}
{% endmacro %}

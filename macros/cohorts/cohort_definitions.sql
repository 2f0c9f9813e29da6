{#-
  Every definition under cohorts/, sorted by name: a list of {name, file, label,
  description, owner, meta}. Archived ones (`enabled: false`) are not in dbt's graph, and
  so not here.
-#}
{% macro cohort_definitions() %}
    {% set definitions = [] %}
    {% for exposure in graph.exposures.values() %}
        {% set file = exposure.original_file_path | replace('\\', '/') %}
        {% if file.startswith('cohorts/') %}
            {% do definitions.append({
                'name': exposure.name,
                'file': file,
                'label': exposure.label or exposure.name,
                'description': exposure.description,
                'owner': exposure.owner,
                'meta': exposure.config.meta,
            }) %}
        {% endif %}
    {% endfor %}
    {{ return(definitions | sort(attribute='name') | list) }}
{% endmacro %}

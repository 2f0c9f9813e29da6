{#-
  Stops when a model that is about to be built reads a seed that was never loaded and is
  not loaded by this run: `dbt run` leaves seeds out.
-#}
{% macro check_seeds() %}
    {% if execute and flags.WHICH in ['build', 'run'] %}
        {% set missing = [] %}
        {% for id in selected_resources if id.startswith('model.') and id in graph.nodes %}
            {% for parent in graph.nodes[id].depends_on.nodes
                if parent.startswith('seed.') and parent not in missing
                and (flags.WHICH == 'run' or parent not in selected_resources) %}
                {% set seed = graph.nodes[parent] %}
                {% if not adapter.get_relation(seed.database, seed.schema, seed.alias) %}
                    {% do missing.append(parent) %}
                {% endif %}
            {% endfor %}
        {% endfor %}
        {% if missing %}
            {% set names = [] %}
            {% for id in missing %}{% do names.append(id.split('.')[-1]) %}{% endfor %}
            {{ exceptions.raise_compiler_error(
                'seeds: ' ~ (names | sort | join(', ')) ~ ' were never loaded into this'
                ~ ' database. Run `dbt build`, which loads them, or `dbt seed` first.'
            ) }}
        {% endif %}
    {% endif %}
{% endmacro %}

{#-
  The tables of the chosen input, as inputs/<name>.yml describes them.

  Returns a dict of table name -> its meta ({format, path, options, columns}); stops with
  an error that names the inputs there are, when the chosen one is none of them.
-#}
{% macro input_tables() %}
    {% set chosen = var('inputs') %}
    {% set tables = {} %}
    {% set names = [] %}
    {% for source in (graph.sources.values() if execute else []) %}
        {% if source.source_name not in names %}
            {% do names.append(source.source_name) %}
        {% endif %}
        {% if source.source_name == chosen %}
            {% do tables.update({
                source.name: with_expressions(source.config.meta or source.meta)
            }) %}
        {% endif %}
    {% endfor %}
    {% if execute and not tables %}
        {{ input_error(
            'inputs', "there is no input '" ~ chosen ~ "'",
            'one of ' ~ (names | sort | join(', '))
            ~ ", or a new file inputs/" ~ chosen ~ '.yml',
            chosen, names
        ) }}
    {% endif %}
    {{ return(tables) }}
{% endmacro %}

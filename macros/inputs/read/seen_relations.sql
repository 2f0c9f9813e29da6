{#- Looks at the relations of a table and notes what they hold now: see relation_as_file(). -#}
{% macro note_relations(table_name) %}
    {% for feed in feeds_of(table_name) if input_feeds()[feed].get('relation') %}
        {% set file = relation_as_file(input_feeds()[feed]) %}
        {% set relation = sql_text(file.file) %}
        {% do create_input_memory() %}
        {% do run_query(
            'delete from ' ~ seen_relations() ~ ' where relation_name = ' ~ relation
            ~ '; insert into ' ~ seen_relations() ~ ' values (' ~ relation ~ ', '
            ~ sql_text(invocation_id | default('')) ~ ', ' ~ sql_text(file.version) ~ ', '
            ~ file.bytes ~ ', ' ~ sql_text(file.modified_at) ~ ')'
        ) %}
    {% endfor %}
{% endmacro %}

{#- What was noted of a relation: {run, version, row_count, seen_at}, empty before the first. -#}
{% macro noted_relation(relation) %}
    {% if load_relation(seen_relations()) %}
        {% for row in run_query(
            'select run_id, version, row_count, seen_at from ' ~ seen_relations()
            ~ ' where relation_name = ' ~ sql_text(relation)
        ) %}
            {{ return({
                'run': row[0], 'version': row[1], 'row_count': row[2], 'seen_at': row[3],
            }) }}
        {% endfor %}
    {% endif %}
    {{ return({}) }}
{% endmacro %}

{#- The table of what was noted of relations. -#}
{% macro seen_relations() %}
    {{ return(stored_table('int_input_relations')) }}
{% endmacro %}

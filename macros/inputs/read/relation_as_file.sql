{#-
  A relation of a feed as one of input_files(): its version is a digest of its rows, so that it
  is read again when one of them changes, and its time of change is when a run first saw them.
  A run looks once, at its start: see note_relations().

  table: the meta of the feed, with `relation` and perhaps `database`.
-#}
{% macro relation_as_file(table) %}
    {% do attach_database(table) %}
    {% set relation = relation_name(table) %}
    {% set noted = noted_relation(relation) %}
    {% if noted.run is not defined or noted.run != invocation_id | default('') %}
        {% set found = run_query(
            'select ' ~ rows_digest('rows_of_it') ~ ", strftime(now() at time zone 'UTC', "
            ~ "'%Y-%m-%d %H:%M:%S'), count(*) from " ~ relation ~ ' as rows_of_it'
        ).rows[0] %}
        {% set seen_at = noted.seen_at if noted.version == found[0] else found[1] %}
        {% set noted = {'version': found[0], 'seen_at': seen_at, 'row_count': found[2]} %}
    {% endif %}
    {{ return({
        'file': relation, 'version': noted.version, 'modified_at': noted.seen_at,
        'bytes': noted.row_count,
    }) }}
{% endmacro %}

{#- The full name of a feed's relation; in a database of its own it begins with its alias. -#}
{% macro relation_name(table) %}
    {{ return((database_alias(table) ~ '.' if table.get('database') else '') ~ table.relation) }}
{% endmacro %}

{#- What a database of a feed is called here; table: the meta of the feed. -#}
{% macro database_alias(table) %}
    {{ return('input_' ~ local_md5(table.database)[:8]) }}
{% endmacro %}

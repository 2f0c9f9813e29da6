{#-
  A query for how many rows of each file of a feed become at least one row: source_file,
  row_count; an empty text where the feed leaves none out.

  feed: see input_feeds(). files: list of {file, version, modified_at}.
-#}
{% macro kept_rows_query(feed, files) %}
    {% set conditions = input_feeds()[feed].get('conditions') or [] %}
    {% if not conditions or none in conditions %}
        {{ return('') }}
    {% endif %}
    {% set queries = [] %}
    {% for group in groups_to_type(feed, files) %}
        {% set relation = group_relation(feed, group) %}
        {% do queries.append(
            'select source_file, count(distinct source_row % ' ~ rows_per_part()
            ~ ') as row_count from (' ~ source_rows(feed, group, relation, files)
            ~ ') as source_rows group by source_file'
        ) %}
    {% endfor %}
    {{ return(queries | join(' union all ')) }}
{% endmacro %}

{#- Whether a table has a `where`, or events that one row becomes several of. -#}
{% macro has_conditions(table_name) %}
    {% for feed in (feeds_of(table_name) if execute else [])
        if input_feeds()[feed].get('conditions') %}
        {{ return(true) }}
    {% endfor %}
    {{ return(false) }}
{% endmacro %}

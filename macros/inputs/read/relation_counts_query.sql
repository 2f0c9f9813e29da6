{#- A query for the rows of a relation. -#}
{% macro relation_counts_query(feed) %}
    {% set relation = relation_name(input_feeds()[feed]) %}
    {{ return(
        'select ' ~ sql_text(relation) ~ ' as source_file, cast(null as bigint) as line_count,'
        ~ ' count(*) as row_count, 0 as unread_count from ' ~ relation
    ) }}
{% endmacro %}

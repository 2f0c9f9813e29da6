{#-
  The database types of an input table's expressions over the columns of a group of files: a
  dict of canonical column -> type. The columns of text files are text.

  feed: see input_feeds(). group: see file_groups().
  An expression that the database cannot bind stops the run with the database's message.
-#}
{% macro input_types(feed, group) %}
    {% set types = {} %}
    {% if not is_text_format(input_format(feed)) %}
        {% set relation = group_relation(feed, dict(group, files=group.files[:1])) %}
    {% else %}
        {% set columns = ['cast(null as varchar) as "%file"', 'cast(null as bigint) as "%row"'] %}
        {% for name in group.columns %}
            {% do columns.append('cast(null as varchar) as ' ~ quoted_name(name)) %}
        {% endfor %}
        {% set relation = '(select ' ~ (columns | join(', ')) ~ ' where false)' %}
    {% endif %}
    {% set file = {'file': '', 'version': '', 'modified_at': '2000-01-01'} %}
    {% for row in run_query('describe ' ~ source_rows(feed, group, relation, [file])) %}
        {% if row[0].startswith('input_') %}
            {% do types.update({row[0][6:]: row[1]}) %}
        {% endif %}
    {% endfor %}
    {{ return(types) }}
{% endmacro %}

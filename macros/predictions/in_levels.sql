{#-
  A query for a relation with more columns, level by level: what a level names, the next may
  use. Written as names within one select the engine would repeat each in all that use it.

  relation: a table expression. levels: a list of lists of select-list items.
-#}
{% macro in_levels(relation, levels) %}
    {% set query = namespace(text=relation) %}
    {% for items in levels %}
        {% set query.text = '(select *, ' ~ items | join(', ') ~ ' from ' ~ query.text
            ~ ') as level_' ~ loop.index %}
    {% endfor %}
    {{ return('select * from ' ~ query.text) }}
{% endmacro %}

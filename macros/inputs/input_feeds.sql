{#-
  What is read on its own: each table of the chosen input or, of a table with `from`, each of
  its feeds, which have files, columns and a `where` for themselves and take from the table
  what they do not say.

  Returns a dict of name -> meta as in input_tables(), with `place`, where it stands in
  inputs/. A table without `from` is one feed of its name; else a name ends with a digest of
  what is read, so that the order in which feeds stand says nothing.
-#}
{% macro input_feeds() %}
    {% set feeds = {} %}
    {% for table_name, table in input_tables().items() %}
        {% if 'from' not in table %}
            {% do feeds.update({table_name: dict(table, place=table_name)}) %}
        {% else %}
            {% for feed in _feeds_of_table(table) %}
                {% set read = tojson([feed.get('path'), feed.get('database'), feed.get('relation')]) %}
                {% do feeds.update({
                    table_name ~ '_feed_' ~ local_md5(read)[:8]:
                        dict(feed, place=table_name ~ '.from[' ~ loop.index0 ~ ']'),
                }) %}
            {% endfor %}
        {% endif %}
    {% endfor %}
    {{ return(feeds) }}
{% endmacro %}

{#- The metas of the feeds of a table with `from`: what a table says holds for all of them. -#}
{% macro _feeds_of_table(table) %}
    {% set shared, feeds = {}, [] %}
    {% for key, value in table.items() if key not in ['from', 'max_rejected_share', 'written'] %}
        {% do shared.update({key: value}) %}
    {% endfor %}
    {% for own in (table['from'] if _is_list(table['from']) else []) if own is mapping %}
        {% set meta = dict(shared, **own) %}
        {% if shared.get('columns') is mapping and own.get('columns', {}) is mapping %}
            {% do meta.update({'columns': dict(shared['columns'], **(own.get('columns') or {}))}) %}
        {% endif %}
        {% do feeds.append(with_expressions(meta)) %}
    {% endfor %}
    {{ return(feeds) }}
{% endmacro %}

{#- The table of the input that a feed belongs to; that of a table is itself. -#}
{% macro table_of_feed(feed) %}
    {{ return(feed.split('_feed_')[0]) }}
{% endmacro %}

{#- The names of the feeds of a table; of a feed itself. -#}
{% macro feeds_of(table_name) %}
    {% set names = [] %}
    {% for feed in input_feeds() if table_name in [feed, table_of_feed(feed)] %}
        {% do names.append(feed) %}
    {% endfor %}
    {{ return(names) }}
{% endmacro %}

{#- Those of some files that belong to a feed. -#}
{% macro files_of_feed(files, feed) %}
    {{ return(files | selectattr('feed', 'equalto', feed) | list) }}
{% endmacro %}

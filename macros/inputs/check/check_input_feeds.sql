{#-
  Stops with an input_error when the `from` of an input table is no list of feeds, or two of
  them read the same.

  table_name: events, customers or subscriptions. table: its meta.
-#}
{% macro check_input_feeds(table_name, table) %}
    {% if 'from' not in table %}{{ return(none) }}{% endif %}
    {% set feeds, where = table['from'], table_name ~ '.from' %}
    {% if not feeds or not _is_list(feeds) or feeds | reject('mapping') | list %}
        {{ input_error(where, tojson(feeds) ~ ' is no list of feeds', '- {path: …, columns: …}') }}
    {% elif feeds_of(table_name) | length < feeds | length %}
        {{ input_error(
            where, 'two feeds read the same',
            'a path in one feed; several events of one row are made by `rows`'
        ) }}
    {% endif %}
    {% for feed in feeds if 'max_rejected_share' in feed %}
        {{ input_error(
            where ~ '[' ~ loop.index0 ~ '].max_rejected_share', 'is of the table and not of a feed',
            'the key beside `from`'
        ) }}
    {% endfor %}
{% endmacro %}

{#-
  Stops with an input_error when a file is in two feeds: its rows would be there twice under one
  place.
-#}
{% macro check_files_of_feeds(table_name) %}
    {% set places = {} %}
    {% set feeds = feeds_of(table_name) %}
    {% for feed in (feeds if feeds | length > 1 else []) %}
        {% set place = input_feeds()[feed].place %}
        {% for file in input_files(feed) %}
            {% if file.file in places %}
                {{ input_error(
                    place, "'" ~ file.file ~ "' is in " ~ places[file.file] ~ ' as well',
                    'a file in one feed; several events of one row are made by `rows`'
                ) }}
            {% endif %}
            {% do places.update({file.file: place}) %}
        {% endfor %}
    {% endfor %}
{% endmacro %}

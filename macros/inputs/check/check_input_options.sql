{#-
  Stops with an input_error when the options of an input table are no mapping, or name
  one that the reader of its format does not have.

  feed: see input_feeds(). table: its meta.
-#}
{% macro check_input_options(feed, table) %}
    {% set options = table.options or {} %}
    {% set where = table.place ~ '.options' %}
    {% if options is not mapping %}
        {{ input_error(where, "'" ~ options ~ "' is not a mapping", 'option: value') }}
    {% endif %}
    {% set known = reader_options(table.format) if options else [] %}
    {% for name in options if name not in known %}
        {{ input_error(
            where, 'the reader of ' ~ table.format ~ " has no option '" ~ name ~ "'",
            known | join(', '), name, known
        ) }}
    {% endfor %}
{% endmacro %}

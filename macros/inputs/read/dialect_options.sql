{#-
  How the files of an input table are read: the options that inputs/ declares, and for what
  it leaves open what was found once and is remembered. The synonyms of an option are one.

  feed: see input_feeds(). Returns a dict of reader options.
-#}
{% macro dialect_options(feed) %}
    {% set options = dict(input_memory(feed).options) %}
    {% do options.update(declared_options(input_feeds()[feed])) %}
    {{ return(options) }}
{% endmacro %}

{#- The options that an input table declares; table: its meta. -#}
{% macro declared_options(table) %}
    {% set synonyms = {'sep': 'delim', 'delimiter': 'delim', 'separator': 'delim', 'null': 'nullstr'} %}
    {% set options = {} %}
    {% for name, value in (table.options or {}).items() %}
        {% do options.update({synonyms.get(name, name): value}) %}
    {% endfor %}
    {{ return(options) }}
{% endmacro %}

{#-
  What an input table leaves open, found in its first file: the delimiter of CSV is the one
  that gives the columns that are mapped (else the most columns), JSON that begins with a
  bracket is one array. Nothing else is guessed: quotes are ", doubled inside of a value, the
  first line is the header, and the text is UTF-8, unless the options say otherwise.

  file: its path. table: its meta. names: the columns that the mapping needs.
-#}
{% macro found_options(file, table, names) %}
    {% set declared = declared_options(table) %}
    {% if table.format == 'json' and 'format' not in declared %}
        {% set lines = run_query(
            'select line from ' ~ text_lines([file], declared) ~ ' where line is not null limit 1'
        ).columns[0].values() %}
        {% set is_array = lines and lines[0].lstrip('\ufeff \t').startswith('[') %}
        {{ return({'format': 'array' if is_array else 'newline_delimited'}) }}
    {% elif table.format == 'csv' and 'delim' not in declared and 'names' not in declared %}
        {% set best = namespace(delim=',', found=-1) %}
        {% for delim in [',', ';', '\t', '|'] %}
            {% set header = file_header(file, dict(declared, delim=delim)) %}
            {% set mapped = header | map('lower') | select('in', names | map('lower') | list) %}
            {% set found = 1000000 * (mapped | list | length) + header | length %}
            {% if found > best.found %}
                {% set best.delim, best.found = delim, found %}
            {% endif %}
        {% endfor %}
        {{ return({'delim': best.delim}) }}
    {% endif %}
    {{ return({}) }}
{% endmacro %}

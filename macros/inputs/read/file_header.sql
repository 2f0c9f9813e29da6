{#-
  The column names of a CSV file: those of its first line, or of the option `names`. Names
  that come twice, or are empty, are told apart by a number.

  file: its path. options: see dialect_options().
-#}
{% macro file_header(file, options) %}
    {% set fields = options.get('names') %}
    {% if not fields %}
        {% set lines = run_query(
            'select line from ' ~ text_lines([file], options) ~ ' limit 1'
        ).columns[0].values() %}
        {% set fields = split_csv_line(lines[0] or '', options) if lines else [] %}
    {% endif %}
    {% if fields | length > 2000 %}
        {{ input_error(
            file, 'the first line has ' ~ fields | length ~ ' fields',
            'at most 2000 columns (is the delimiter right?)'
        ) }}
    {% endif %}
    {% set names = [] %}
    {% set times = {} %}
    {% for field in fields %}
        {% set name = (field | string | trim) or 'column' ~ loop.index0 %}
        {% set same = times.get(name | lower, 0) %}
        {% do times.update({name | lower: same + 1}) %}
        {% do names.append(name ~ '_' ~ same if same else name) %}
    {% endfor %}
    {{ return(names) }}
{% endmacro %}

{#- The fields of one line of a CSV file. -#}
{% macro split_csv_line(line, options) %}
    {% set delim = modules.re.escape(options.get('delim', ',')) %}
    {% set quote = modules.re.escape(options.get('quote', '"')) %}
    {% set line = (line ~ '').lstrip('\ufeff').rstrip('\r') %}
    {% set fields = [] %}
    {% set quoted = quote ~ '(?:' ~ quote ~ quote ~ '|[^' ~ quote ~ '])*' ~ quote %}
    {% set pattern = '(?:^|' ~ delim ~ ')(' ~ (quoted ~ '|' if quote else '')
        ~ '(?:(?!' ~ delim ~ ').)*)' %}
    {% for field in modules.re.findall(pattern, line) %}
        {% set mark = options.get('quote', '"') %}
        {% if mark and field | length > 1 and field.startswith(mark) and field.endswith(mark) %}
            {% set field = field[1:-1] | replace(mark ~ mark, mark) %}
        {% endif %}
        {% do fields.append(field) %}
    {% endfor %}
    {{ return(fields) }}
{% endmacro %}

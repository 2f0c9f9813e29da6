{#-
  A table expression for the lines of text files, whatever they hold: filename and line,
  null where a line is empty.

  files: list of paths. options: reader options; encoding, compression, new_line and skip are
  used. rejects: names of two temporary tables [lines, scans] for the lines that are not in
  the encoding or too long; without it they are left out.
-#}
{% macro text_lines(files, options={}, rejects=none) %}
    {{ return(adapter.dispatch('text_lines', 'segmentation')(files, options, rejects)) }}
{% endmacro %}

{% macro default__text_lines(files, options, rejects) %}
    {% set arguments = [sql_list(files)] %}
    {% for name in ['encoding', 'compression', 'skip', 'new_line'] if name in options %}
        {% do arguments.append(name ~ ' = ' ~ sql_list(options[name])) %}
    {% endfor %}
    {% if rejects %}
        {% do arguments.append(
            'store_rejects = true, rejects_table = ' ~ sql_text(rejects[0])
            ~ ', rejects_scan = ' ~ sql_text(rejects[1])
        ) %}
    {% else %}
        {% do arguments.append('ignore_errors = true') %}
    {% endif %}
    {# four control characters: what no text has is no delimiter. Not strict, since a cell of
       several lines may end them otherwise than the file does: Excel writes such files #}
    {{ return(
        '(select "%file" as filename, line from read_csv(' ~ (arguments | join(', '))
        ~ ", auto_detect = false, header = false, delim = '\x1c\x1d\x1e\x1f', quote = '',"
        ~ " escape = '', strict_mode = false, columns = {'line': 'VARCHAR'}, filename = '%file'))"
    ) }}
{% endmacro %}

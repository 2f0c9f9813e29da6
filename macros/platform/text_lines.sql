{#-
  A table expression for the lines of text files, whatever they hold: filename and line,
  null where a line is empty. Lines that are not in the encoding, or are longer than the
  reader takes, are left out.

  files: list of paths. options: reader options; encoding, compression and skip are used.
-#}
{% macro text_lines(files, options={}) %}
    {{ return(adapter.dispatch('text_lines', 'segmentation')(files, options)) }}
{% endmacro %}

{% macro default__text_lines(files, options) %}
    {% set arguments = [sql_list(files)] %}
    {% for name in ['encoding', 'compression', 'skip', 'new_line'] if name in options %}
        {% do arguments.append(name ~ ' = ' ~ sql_list(options[name])) %}
    {% endfor %}
    {# four control characters: what no text has is no delimiter #}
    {{ return(
        '(select "%file" as filename, line from read_csv(' ~ (arguments | join(', '))
        ~ ", auto_detect = false, header = false, delim = '\x1c\x1d\x1e\x1f', quote = '', escape = '',"
        ~ " ignore_errors = true, columns = {'line': 'VARCHAR'}, filename = '%file'))"
    ) }}
{% endmacro %}

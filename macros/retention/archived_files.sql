{#-
  The files that an archive took all rows of: a dict of file -> version as it was read.
  They are not read again while they stay as they are, whatever the mapping is by now.

  files: list of {file, version} as they are now. Returns {file: its version now} of those
  that are unchanged.
-#}
{% macro archived_files(files) %}
    {% set unchanged = {} %}
    {% set archived = load_relation(archive_table('archived_files')) %}
    {% if archived is none %}
        {{ return(unchanged) }}
    {% endif %}
    {% set versions = {} %}
    {% for row in run_query('select source_file, file_version from ' ~ archived) %}
        {% do versions.setdefault(row[0], []).append(row[1].split(', mapping ')[0]) %}
    {% endfor %}
    {% for file in files if file.version.split(', mapping ')[0] in versions.get(file.file, []) %}
        {% do unchanged.update({file.file: file.version}) %}
    {% endfor %}
    {{ return(unchanged) }}
{% endmacro %}

{#-
  Stops a full refresh while events are in an archive: it would build without them what
  was built with them. With the var forget_archives it goes on, and reads the archived
  days from the files that are still there.
-#}
{% macro check_archives() %}
    {% if execute and flags.WHICH in ['build', 'run'] and flags.FULL_REFRESH %}
        {% set until = archived_until() %}
        {% if until is not none and not var('forget_archives', false) %}
            {{ exceptions.raise_compiler_error(
                'archive: events up to ' ~ until ~ ' are in an archive, and a full refresh'
                ~ ' would build everything without them, lifetime columns too. Run without'
                ~ ' --full-refresh; or, when the files of those days are in the input'
                ~ " again, with --vars '{forget_archives: true}'."
            ) }}
        {% elif until is not none %}
            {% for name in ['archives', 'archived_days', 'archived_files'] %}
    delete from {{ archive_table(name) }};
            {% endfor %}
        {% endif %}
    {% endif %}
{% endmacro %}

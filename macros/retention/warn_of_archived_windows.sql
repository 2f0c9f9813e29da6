{#-
  Warns of segments that ask single events for more than is kept of them: with `where`,
  hours, distinct counts or fields, and a window that begins before the first kept day.

  leaves: context.leaves after compiling.
-#}
{% macro warn_of_archived_windows(leaves) %}
    {% set until = archived_until() if flags.WHICH in ['build', 'run'] %}
    {% if not until %}
        {{ return(none) }}
    {% endif %}
    {% set kept_days = run_query(
        'select as_of_date - ' ~ until ~ ' from ' ~ ref('int_as_of_date')
    ).columns[0].values()[0] %}
    {% set wide = {} %}
    {% for leaf in leaves.values() if not _rollup_answers(leaf) %}
        {% set start = leaf.window['from'] %}
        {% if start is none
            or start is mapping
                and start.length * {'h': 1 / 24, 'd': 1, 'mo': 31}[start.unit] > kept_days
            or start is string and sql_text(start) <= until[5:] %}
            {% set events = 'any event' if '*' in leaf.events else leaf.events | join(' or ') %}
            {% do wide.update({events: true}) %}
        {% endif %}
    {% endfor %}
    {% if wide %}
        {% do exceptions.warn(
            'Segments ask single events for more than is kept: those up to ' ~ until[5:]
            ~ ' are in an archive and count no more. It concerns their conditions on: '
            ~ (wide.keys() | join('; '))
        ) %}
    {% endif %}
{% endmacro %}

{#-
  What lets customers join the cohorts of a definition: {id, kind, names}. Definitions
  with the same start have the same id, and share what is computed from it.

  kind: first_event, first_order, sign_up, event or segment. names: the event types or
  the segment.
-#}
{% macro cohort_start(meta) %}
    {% if 'starts_with' in meta %}
        {{ return({'id': meta.starts_with, 'kind': meta.starts_with, 'names': []}) }}
    {% elif 'first' in meta %}
        {% set written = meta.first.event %}
        {% set names = (written if _is_list(written) else [written]) | unique | sort %}
        {{ return({
            'id': 'event ' ~ tojson(names), 'kind': 'event', 'names': names,
        }) }}
    {% endif %}
    {% set segment = cohort_segment(meta.entered_segment) %}
    {{ return({'id': 'segment ' ~ segment, 'kind': 'segment', 'names': [segment]}) }}
{% endmacro %}

{#-
  The maps of the var rfm_maps, checked: {map: {segment: {r, f, m}}}, where each score has a
  range [from, to] and one that is left out may be any. The first range that a code is in
  gives the segment, and every code must be in one.

  Stops the run with every problem at once.
-#}
{% macro rfm_maps() %}
    {% set maps, problems = var('rfm_maps', {}) or {}, [] %}
    {% for name, ranges in maps.items() %}
        {% set where = 'var rfm_maps.' ~ name %}
        {% if ranges is not mapping or not ranges %}
            {% do problems.append(config_problem(
                where, ranges, 'segments with ranges, as Champions: {r: [5, 5], f: [4, 5]}'
            )) %}
        {% else %}
            {% for segment, range in ranges.items() %}
                {% do problems.extend(_check_rfm_range(where ~ '.' ~ segment, range)) %}
            {% endfor %}
            {% if not problems %}
                {% set missing = rfm_codes() | reject('in', rfm_map_rows(ranges)) | list %}
                {% if missing %}
                    {% do problems.append(
                        where ~ ': ' ~ missing | length ~ ' of 125 codes are in no range, as '
                        ~ missing[:3] | join(', ') ~ '. A last segment with {} has the rest.'
                    ) %}
                {% endif %}
            {% endif %}
        {% endif %}
    {% endfor %}
    {% if problems %}
        {{ exceptions.raise_compiler_error(
            'var rfm_maps: ' ~ problems | length ~ ' problem(s)\n' ~ problems | join('\n')
        ) }}
    {% endif %}
    {{ return(maps) }}
{% endmacro %}

{#- The problems of one range of a map. -#}
{% macro _check_rfm_range(where, range) %}
    {% set problems = [] %}
    {% if range is not mapping %}
        {{ return([config_problem(where, range, 'r, f and m with [from, to]')]) }}
    {% endif %}
    {% for score, bounds in range.items() %}
        {% if score not in ['r', 'f', 'm'] %}
            {% do problems.append(config_problem(where, score, 'r, f, m', ['r', 'f', 'm'])) %}
        {% elif not _is_list(bounds) or bounds | length != 2
            or bounds[0] not in [1, 2, 3, 4, 5] or bounds[1] not in [1, 2, 3, 4, 5]
            or bounds[0] > bounds[1] %}
            {% do problems.append(config_problem(
                where ~ '.' ~ score, bounds, '[from, to] of the scores 1 to 5'
            )) %}
        {% endif %}
    {% endfor %}
    {{ return(problems) }}
{% endmacro %}

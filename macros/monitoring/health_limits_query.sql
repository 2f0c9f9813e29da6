{#-
  The limits of the checks of segment_health: one row per check with the project's
  (segment_id null), and one per check and segment that has its own. What to do about a
  value outside stands beside them.
-#}
{% macro health_limits_query() %}
    {#- settings that are wrong are told by check_monitoring(), not here -#}
    {% if not execute %}{{ return('select 1') }}{% endif %}
    {% set general, rows = var('monitoring').health, [] %}
    {#- unit tests have no graph -#}
    {% set definitions = segment_definitions() if graph.exposures is defined else [] %}
    {% for name, check in health_checks().items() %}
        {% set own = {none: {}} %}
        {% for definition in definitions if check.own %}
            {% set limits = definition.meta.get('monitoring')
                if definition.meta is mapping else none %}
            {% if limits is mapping and limits[name] is mapping %}
                {% do own.update({definition.name: limits[name]}) %}
            {% endif %}
        {% endfor %}
        {% for segment, limits in own.items() %}
            {% set values = dict(general[name], **limits) %}
            {% set literals = [
                'null' if segment is none else sql_text(segment), sql_text(name),
                sql_text(values.severity), sql_text(check.low), sql_text(check.high),
            ] %}
            {% for key in ['at_least', 'at_most', 'days', 'runs', 'from_members'] %}
                {% do literals.append(
                    'null' if values[key] is not defined else sql_literal(values[key])
                ) %}
            {% endfor %}
            {% do literals.append(values.get('dimensions', true) | string | lower) %}
            {% do rows.append('(' ~ (literals | join(', ')) ~ ')') %}
        {% endfor %}
    {% endfor %}
    {{ return(
        'select\n        cast(segment_id as varchar) as segment_id,\n        check_name,\n'
        ~ '        severity,\n        advice_if_low,\n        advice_if_high,\n'
        ~ '        cast(at_least as decimal(18, 6)) as at_least,\n'
        ~ '        cast(at_most as decimal(18, 6)) as at_most,\n'
        ~ '        cast(days as integer) as days,\n        cast(runs as integer) as runs,\n'
        ~ '        cast(from_members as decimal(18, 6)) as from_members,\n'
        ~ '        with_dimensions\n    from (\n        values\n        '
        ~ (rows | join(',\n        ')) ~ '\n    ) as limits (\n        segment_id, check_name,'
        ~ ' severity, advice_if_low, advice_if_high,\n        at_least, at_most, days, runs,'
        ~ ' from_members, with_dimensions\n    )'
    ) }}
{% endmacro %}

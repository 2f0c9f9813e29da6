{#-
  The predictions of the var monitoring, one row each: prediction, called_segment_id, kind
  (entered, active or bought), entered_segment_id, is_expected (whether it comes true with
  the event or without), days and definition_hash.
-#}
{% macro predictions_query() %}
    {#- settings that are wrong are told by check_monitoring(), not here -#}
    {% if not execute %}{{ return('select 1') }}{% endif %}
    {% set rows = [] %}
    {% for name, prediction in var('monitoring').accuracy.items() %}
        {% set kind = prediction.came_true.keys() | first %}
        {% set outcome = prediction.came_true[kind] %}
        {% set values = [
            sql_text(name), sql_text(prediction.called), sql_text(kind),
            sql_text(outcome if kind == 'entered' else '-'),
            'true' if kind == 'entered' or outcome else 'false', prediction.days,
            sql_text(local_md5(tojson(prediction, sort_keys=true))),
        ] %}
        {% do rows.append('(' ~ (values | join(', ')) ~ ')') %}
    {% endfor %}
    {% set none_left = '' %}
    {% if not rows %}
        {% do rows.append("('', '', '', '', true, 0, '')") %}
        {% set none_left = '\n    where prediction <> ' ~ sql_text('') %}
    {% endif %}
    {{ return(
        'select *\n    from (\n        values\n        ' ~ (rows | join(',\n        '))
        ~ '\n    ) as predictions (\n        prediction, called_segment_id, kind,'
        ~ ' entered_segment_id, is_expected, days,\n        definition_hash\n    )'
        ~ none_left
    ) }}
{% endmacro %}

{#-
  An expression for the names of signals as one text with commas, in the order of the
  settings; null when there are none.

  earned: whether those that earned points are listed, or those that did not.
  groups: which groups; none is the three that give points.
-#}
{% macro signal_names(earned, groups=none) %}
    {% set parts = [] %}
    {% for name, signal in pql_signals().items() %}
        {% if signal.group in (groups or ['behavioral', 'firmographic', 'engagement']) %}
            {% do parts.append(
                'case when ' ~ ('' if earned else 'not ') ~ 'has_' ~ name ~ ' then '
                ~ sql_text(name) ~ ' end'
            ) %}
        {% endif %}
    {% endfor %}
    {% if not parts %}
        {{ return('cast(null as varchar)') }}
    {% endif %}
    {{ return(
        "nullif(concat_ws(', ',\n            " ~ (parts | join(',\n            ')) ~ "), '')"
    ) }}
{% endmacro %}

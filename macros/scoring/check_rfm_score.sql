{#-
  The problems of one score of an RFM model, a list of texts.

  where: where the score stands in the settings. score: its settings.
-#}
{% macro check_rfm_score(where, score) %}
    {% if score is not mapping or score.metric is not defined %}
        {{ return([
            config_problem(where, score, 'metric with quintiles: true or four cuts')
        ]) }}
    {% endif %}
    {% set problems = [] %}
    {% set keys = ['metric', 'quintiles', 'cuts', 'ties'] %}
    {% for key in score if key not in keys %}
        {% do problems.append(config_problem(where, key, keys | join(', '), keys)) %}
    {% endfor %}
    {# a unit test has no graph #}
    {% if execute and graph.nodes is defined %}
        {% set node = graph.nodes['model.' ~ project_name ~ '.customer_behavior_summary'] %}
        {% if score.metric not in node.columns %}
            {% do problems.append(config_problem(
                where ~ '.metric', score.metric,
                'a column of customer_behavior_summary: ' ~ (node.columns | join(', ')),
                node.columns | list
            )) %}
        {% elif _column_kind(node.columns[score.metric].data_type)
            not in ['integer', 'decimal', 'float'] %}
            {% do problems.append(config_problem(
                where ~ '.metric', score.metric,
                'a number; it is ' ~ node.columns[score.metric].data_type
            )) %}
        {% endif %}
    {% endif %}
    {% set cuts = score.get('cuts') %}
    {% if (cuts is none) == (not score.get('quintiles')) %}
        {% do problems.append(
            config_problem(where, score, 'either quintiles: true or four cuts')
        ) %}
    {% elif cuts is not none and not _are_rising_numbers(cuts) %}
        {% do problems.append(config_problem(where ~ '.cuts', cuts, 'four rising numbers')) %}
    {% endif %}
    {% if score.get('ties', 'together') not in ['together', 'split']
        or score.get('ties') == 'split' and not score.get('quintiles') %}
        {% do problems.append(config_problem(
            where ~ '.ties', score.ties, 'together, or with quintiles: split'
        )) %}
    {% endif %}
    {{ return(problems) }}
{% endmacro %}

{#- Whether cuts are four numbers, each above the one before. -#}
{% macro _are_rising_numbers(cuts) %}
    {% if not _is_list(cuts) or cuts | length != 4 %}
        {{ return(false) }}
    {% endif %}
    {% for cut in cuts %}
        {% if not _is_number(cut) or not (loop.first or cut > cuts[loop.index0 - 1]) %}
            {{ return(false) }}
        {% endif %}
    {% endfor %}
    {{ return(true) }}
{% endmacro %}

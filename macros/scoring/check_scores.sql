{#-
  Run at the start of every build: stops it, before any table is touched, when the var
  scores or the rules of a classification are not well defined.
-#}
{% macro check_scores() %}
    {% if execute %}
        {% set scores = var('scores') %}
        {% do _check_names(
            'var scores', scores, ['engagement', 'commerce', 'pql', 'rfm_model', 'journey']
        ) %}
        {% do check_engagement_score('var scores.engagement', scores.engagement) %}
        {% do check_commerce_score('var scores.commerce', scores.commerce) %}
        {% do check_pql_score('var scores.pql', scores.pql) %}
        {% if scores.rfm_model not in var('rfm_models') %}
            {{ config_error(
                'var scores.rfm_model', scores.rfm_model,
                'a model of var rfm_models: ' ~ (var('rfm_models').keys() | join(', '))
            ) }}
        {% endif %}
        {% do _check_names('var scores.journey', scores.journey, ['retention_after_days']) %}
        {% set days = scores.journey.retention_after_days %}
        {% if days is not integer or days is boolean or days < 0 %}
            {{ config_error('var scores.journey.retention_after_days', days, 'a number of days') }}
        {% endif %}
        {% do segment_priority('0', '0', '0') %}
        {% do check_classifications() %}
    {% endif %}
{% endmacro %}

{#-
  The RFM models of the var rfm_models, checked: name -> {population, segment_map,
  recency, frequency, monetary}, where each score has a metric (a column of
  customer_behavior_summary) and either `quintiles: true` or four rising `cuts`.

  Stops the run with every problem of every model at once.
-#}
{% macro rfm_models() %}
    {% set models = var('rfm_models') %}
    {% set problems = [] %}
    {% if models is not mapping or not models %}
        {{ config_error('var rfm_models', models, 'a mapping of at least one model') }}
    {% endif %}
    {% for name, model in models.items() %}
        {% do problems.extend(check_rfm_model('var rfm_models.' ~ name, name, model)) %}
    {% endfor %}
    {% if problems %}
        {{ exceptions.raise_compiler_error(
            'var rfm_models: ' ~ (problems | length) ~ ' problem(s)\n'
            ~ (problems | join('\n'))
        ) }}
    {% endif %}
    {{ return(models) }}
{% endmacro %}

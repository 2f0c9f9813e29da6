{#-
  The band of customer_engagement.engagement_score, by the rules that the dimension
  engagement_band has in customer_classifications: they may name this score only.
-#}
{% macro engagement_band() %}
    {% set rules = classification_rules('customer_classifications').get('engagement_band') %}
    {% if not rules %}
        {{ return('cast(null as varchar)') }}
    {% endif %}
    {% set context = condition_context([]) %}
    {% do context.metrics.update({'engagement_score': {
        'relation': 'customer_engagement', 'sql': 'customer_engagement.engagement_score',
        'kind': 'decimal', 'values': [],
    }}) %}
    {{ return(compile_classification(rules, context)) }}
{% endmacro %}

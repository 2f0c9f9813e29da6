{#-
  A segment_context() for conditions over metrics and properties, without events and
  segments. The metrics are the columns of the given marts only, so that a model is not
  asked for what is built after it.

  marts: names of models with one row per customer.
-#}
{% macro condition_context(marts) %}
    {% set context = segment_context([]) if graph.nodes is defined else {
        'vocabulary': segment_vocabulary(), 'problems': [], 'segments': {}, 'templates': {},
        'fields': {}, 'paths': {'customer': {}, 'event': {}}, 'leaves': {}, 'marts': {},
        'patterns': [], 'inline_paths': false,
    } %}
    {% set forms = {} %}
    {% for form, spec in context.vocabulary.forms.items() %}
        {% if form in ['all', 'any', 'not', 'match', 'metric', 'property'] %}
            {% do forms.update({form: spec}) %}
        {% endif %}
    {% endfor %}
    {% do context.vocabulary.update({'forms': forms}) %}
    {% do context.update({'metrics': {}}) %}
    {% for mart in marts %}
        {% for name, column in _mart_columns(mart).items() %}
            {% if name not in ['tenant_id', 'customer_id'] %}
                {% do context.metrics.setdefault(name, column) %}
            {% endif %}
        {% endfor %}
    {% endfor %}
    {% if graph.nodes is not defined %}
        {% do context.update({'properties': _mart_columns('int_customers')}) %}
    {% endif %}
    {{ return(context) }}
{% endmacro %}

{#-
  A right condition as one SQL expression that is true or false, never null.

  condition: a mapping of the segment language, checked before. context: see
  segment_context(); event measures are noted in context.leaves. scope: customer, or
  event inside where. The expression refers to relations by the names of their models
  (int_customers, int_as_of_date, the customer marts; stg_events inside where) and to
  event measures as leaves.<name>.
-#}
{% macro compile_condition(condition, context, scope='customer') %}
    {% if 'all' in condition or 'any' in condition %}
        {% set parts = [] %}
        {% for part in condition.get('all') or condition.any %}
            {% do parts.append(compile_condition(part, context, scope)) %}
        {% endfor %}
        {% set word = ' and ' if 'all' in condition else ' or ' %}
        {{ return('(' ~ (parts | join(word)) ~ ')') }}
    {% elif 'not' in condition %}
        {{ return('not ' ~ compile_condition(condition['not'], context, scope)) }}
    {% elif 'event' in condition %}
        {{ return(_compile_event(condition, context)) }}
    {% elif 'segment' in condition %}
        {{ return(_compile_reference(condition.segment, context)) }}
    {% elif 'match' in condition %}
        {{ return(compile_condition({'all': expand_match(condition.match, context)}, context)) }}
    {% elif 'template' in condition %}
        {{ return(compile_condition(expand_template(condition, context), context)) }}
    {% endif %}
    {{ return(_compile_attribute(condition, context, scope)) }}
{% endmacro %}

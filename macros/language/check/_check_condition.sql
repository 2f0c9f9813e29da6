{#-
  Checks one condition and everything in it.

  path: where it stands. scope: customer, or event inside where. depth: how deep it is.
-#}
{% macro _check_condition(condition, path, scope, depth, context) %}
    {% set forms = context.vocabulary.forms %}
    {% set allowed = [] %}
    {% for name, spec in forms.items() if scope in spec.scopes %}
        {% do allowed.append(name) %}
    {% endfor %}
    {% set found = condition.keys() | select('in', forms) | list if condition is mapping else [] %}
    {% if condition is not mapping %}
        {% do _problem(
            context, path, 'a condition is a mapping with one form', found=condition,
            expected=allowed
        ) %}
    {% elif not found %}
        {% set first = (condition.keys() | list + [''])[0] %}
        {% do _problem(
            context, path, 'a condition without a form', found=condition.keys() | list,
            expected=allowed, suggestion=similar_name(first, allowed)
        ) %}
    {% elif found | length > 1 %}
        {% do _problem(
            context, path, 'a condition has exactly one form', found=found,
            expected='one of them; put several in a list under all or any'
        ) %}
    {% elif found[0] not in allowed %}
        {% do _problem(
            context, path, 'this form does not stand in where', found=found[0],
            expected=allowed
        ) %}
    {% elif depth > context.vocabulary.deepest_nesting %}
        {% do _problem(
            context, path, 'nested too deep', found=depth,
            expected='at most ' ~ context.vocabulary.deepest_nesting ~ ' levels'
        ) %}
    {% else %}
        {% do _check_keys(condition, found[0], path, context) %}
        {% do _check_form(condition, found[0], path, scope, depth, context) %}
    {% endif %}
{% endmacro %}

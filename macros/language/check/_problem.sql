{#-
  Notes a problem of the definition that is being checked.

  path: where in the definition. message: what is wrong. found: the value as it is, of
  any type. expected: a text, or the list of what is allowed. suggestion: the nearest
  name.
-#}
{% macro _problem(
    context, path, message, found=none, expected=none, suggestion=none, severity='error'
) %}
    {% do context.problems.append({
        'file': context.file,
        'segment': context.segment,
        'path': path,
        'severity': severity,
        'message': message,
        'found': found,
        'expected': expected,
        'suggestion': suggestion,
    }) %}
{% endmacro %}

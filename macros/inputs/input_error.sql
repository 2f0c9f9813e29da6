{#-
  Stops the run with an error about an input: where, what was found, what is allowed, and
  the nearest name where one was perhaps meant.

  name: the name that is not known, or none. names: those that are.
-#}
{% macro input_error(where, found, allowed, name=none, names=[]) %}
    {% set nearest = similar_name(name, names) if name is not none else none %}
    {{ exceptions.raise_compiler_error(
        'input ' ~ var('inputs') ~ ', ' ~ where ~ ': ' ~ found ~ '.'
        ~ (" Did you mean '" ~ nearest ~ "'?" if nearest is not none else '')
        ~ ' Allowed: ' ~ allowed ~ '.'
    ) }}
{% endmacro %}
